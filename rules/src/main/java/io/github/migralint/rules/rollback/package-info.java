/**
 * Rules about the way back. Steps come in, findings go out; it must not know rules of other families by name.
 */
@NullMarked
package io.github.migralint.rules.rollback;

import org.jspecify.annotations.NullMarked;
