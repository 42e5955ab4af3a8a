/**
 * refinery: names like those of Flyway, of which U goes forward. Names, clues and text come in, recognition, order and
 * transactions go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.refinery;

import org.jspecify.annotations.NullMarked;
