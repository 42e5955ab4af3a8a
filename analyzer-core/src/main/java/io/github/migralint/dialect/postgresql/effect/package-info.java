/**
 * What a statement does to a running PostgreSQL server. Statement, schema and version come in, locks, work and errors go
 * out: code decides which operations the server is asked to do, {@code effects.tsv} says what each costs in a version.
 * How text became a statement, and what rules make of effects, is unknown here.
 */
@NullMarked
package io.github.migralint.dialect.postgresql.effect;

import org.jspecify.annotations.NullMarked;
