/**
 * Rules about what grows dear with the rows of a table. Steps come in, findings go out; it must not look at who waits for a lock.
 */
@NullMarked
package io.github.migralint.rules.performance;

import org.jspecify.annotations.NullMarked;
