package io.github.migralint.cli;

import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: what it accepts and what it does. */
interface Command {
    /** Its name, options and help. */
    CommandSpec spec();

    /** The commands that it consists of, by their second word; most are of one piece. */
    default Map<String, Supplier<Command>> parts() {
        return Map.of();
    }

    /** Runs it and gives its exit code. */
    int run(ParseResult arguments, Surroundings surroundings);
}
