/**
 * Programs that stand in statements, of whatever procedural language: what is read of them comes in, the statements that
 * they run go out, each with what must hold for it to run. What words and errors mean, a {@link
 * io.github.migralint.dialect.procedural.Language} says. It knows no dialect.
 */
@NullMarked
package io.github.migralint.dialect.procedural;

import org.jspecify.annotations.NullMarked;
