/**
 * Procedural code: the control flow of PL/pgSQL around statements of SQL. Comes in: the tokens of a body, and a reader of
 * SQL; goes out: a {@link io.github.migralint.ast.ProceduralStatement.Block} whose parts stand where they stand in the file.
 * Must not know how statements of SQL are read, what they do, or which of them will run.
 */
@NullMarked
package io.github.migralint.dialect.postgresql.plpgsql;

import org.jspecify.annotations.NullMarked;
