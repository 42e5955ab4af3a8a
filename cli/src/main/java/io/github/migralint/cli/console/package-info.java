/**
 * Reports and pages for people at a terminal. A report and what the terminal can do come in, lines of text go out; what a
 * finding means and where the lines go is unknown here.
 */
@NullMarked
package io.github.migralint.cli.console;

import org.jspecify.annotations.NullMarked;
