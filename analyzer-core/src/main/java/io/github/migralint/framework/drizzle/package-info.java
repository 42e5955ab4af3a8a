/**
 * Drizzle: files in the order of its journal. Names, clues and text come in, recognition, order and transactions go
 * out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.drizzle;

import org.jspecify.annotations.NullMarked;
