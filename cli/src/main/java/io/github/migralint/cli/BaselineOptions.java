package io.github.migralint.cli;

import io.github.migralint.baseline.Baselines;
import picocli.CommandLine.ParseResult;

/** Makes of the options where baselines are found. */
final class BaselineOptions {
    static final String DESCRIPTION = "The file with the findings that were accepted; by default the nearest"
            + " migralint-baseline.json above each path, up to its migralint.toml or the root of the repository.";

    private BaselineOptions() {}

    /** The one that is named, none, or those that configurations name or that are near. */
    static Baselines of(ParseResult arguments) {
        boolean none = Options.isSet(arguments, Options.NO_BASELINE);
        if (arguments.hasMatchedOption(Options.BASELINE)) {
            if (none) {
                throw new UsageException("--baseline and --no-baseline exclude each other");
            }
            return Baselines.fixed(Paths.of(Options.text(arguments, Options.BASELINE, "")));
        }
        return none || Options.isSet(arguments, Options.ISOLATED) ? Baselines.none() : Baselines.found();
    }
}
