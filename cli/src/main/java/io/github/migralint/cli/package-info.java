/**
 * The command line: options, exit codes, and the choice of reporter. Arguments and the environment come in, text and an exit
 * code go out; it is the only package that knows rules, reporters and standard streams, and it analyzes nothing itself.
 */
@NullMarked
package io.github.migralint.cli;

import org.jspecify.annotations.NullMarked;
