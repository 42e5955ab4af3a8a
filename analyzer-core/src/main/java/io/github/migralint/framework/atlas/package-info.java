/**
 * Atlas: files listed in its checksum file. Names, clues and text come in, recognition, order and transactions go out;
 * other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.atlas;

import org.jspecify.annotations.NullMarked;
