/**
 * What the programs of PL/pgSQL mean: its errors, and what may fail. Comes in: what the walk through a program asks.
 * Goes out: answers. Must not know what a statement does to a schema or what it costs.
 */
@NullMarked
package io.github.migralint.dialect.postgresql.procedural;

import org.jspecify.annotations.NullMarked;
