/**
 * The words and the SQL of each engine where they are not the same: how a wait is bounded, what an error is called, how a table is changed while it is in use. Steps come in, words and statements go out; it must not know a rule, nor decide what is dangerous.
 */
@NullMarked
package io.github.migralint.rules.engine;

import org.jspecify.annotations.NullMarked;
