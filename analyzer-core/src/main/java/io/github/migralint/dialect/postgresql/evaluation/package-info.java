/**
 * What expressions and queries are worth without a database. Comes in: an expression, the values of variables, and a
 * replayed schema, which answers for the system catalogs. Goes out: a value, or that it cannot be told. Must not know
 * statements, their effects, or how a history is replayed.
 */
@NullMarked
package io.github.migralint.dialect.postgresql.evaluation;

import org.jspecify.annotations.NullMarked;
