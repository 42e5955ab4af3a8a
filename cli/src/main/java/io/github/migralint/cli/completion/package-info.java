/**
 * What a shell and a reader are told of the command line. The specifications of the commands come in, scripts for bash, zsh and
 * fish and a page of the manual go out; it must not know what any command does.
 */
@NullMarked
package io.github.migralint.cli.completion;

import org.jspecify.annotations.NullMarked;
