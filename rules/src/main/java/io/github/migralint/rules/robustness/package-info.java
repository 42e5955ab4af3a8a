/**
 * Rules about statements that fail, repeat or cannot be read. Steps come in, findings go out; it must not look at what a statement that succeeds does to the server.
 */
@NullMarked
package io.github.migralint.rules.robustness;

import org.jspecify.annotations.NullMarked;
