/**
 * tern: files in which a line divides up from down. Names, clues and text come in, recognition, order and transactions
 * go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.tern;

import org.jspecify.annotations.NullMarked;
