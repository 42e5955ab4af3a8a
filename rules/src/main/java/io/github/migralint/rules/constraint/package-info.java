/**
 * Rules about what keeps rows right: constraints that go, stay unproved or were never there. Steps come in, findings go out; it must not look at locks.
 */
@NullMarked
package io.github.migralint.rules.constraint;

import org.jspecify.annotations.NullMarked;
