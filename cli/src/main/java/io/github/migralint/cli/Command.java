package io.github.migralint.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: what it accepts and what it does. */
interface Command {
    /** Its name, options and help. */
    CommandSpec spec();

    /** Runs it and gives its exit code. */
    int run(ParseResult arguments, Surroundings surroundings);
}
