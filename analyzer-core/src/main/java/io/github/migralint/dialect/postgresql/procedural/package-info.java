/**
 * Runs procedural code without a database, as far as one can tell how it goes. Comes in: what a DO block or the body of a
 * routine says, and a place where its statements run. Goes out: the statements that run, in order, with what must hold
 * for them to run. Must not know what a statement does to a schema or what it costs.
 */
@NullMarked
package io.github.migralint.dialect.postgresql.procedural;

import org.jspecify.annotations.NullMarked;
