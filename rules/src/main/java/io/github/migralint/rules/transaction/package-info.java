/**
 * Rules about the transaction that a statement runs in. Steps come in, findings go out; it must not look at data or running code.
 */
@NullMarked
package io.github.migralint.rules.transaction;

import org.jspecify.annotations.NullMarked;
