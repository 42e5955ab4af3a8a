/**
 * What the grammars of all dialects share: the tokens of one statement come in as a stream that a generated parser reads;
 * a statement goes out, or one that says where reading stopped and why. The words and marks of a dialect are told to it; it
 * must not know any of them.
 */
@NullMarked
package io.github.migralint.dialect.grammar;

import org.jspecify.annotations.NullMarked;
