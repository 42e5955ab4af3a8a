/**
 * Rules about names. Steps come in, findings go out; it must not look at what objects hold.
 */
@NullMarked
package io.github.migralint.rules.naming;

import org.jspecify.annotations.NullMarked;
