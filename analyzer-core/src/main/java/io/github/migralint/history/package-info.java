/**
 * Migrations in order, replayed: each statement becomes a step with everything that can be known about it without a
 * database. Files and a dialect come in, steps go out; rules and reports are unknown here.
 */
@NullMarked
package io.github.migralint.history;

import org.jspecify.annotations.NullMarked;
