/**
 * Rules about running code that a migration breaks. Steps come in, findings go out; it must not look at locks.
 */
@NullMarked
package io.github.migralint.rules.compatibility;

import org.jspecify.annotations.NullMarked;
