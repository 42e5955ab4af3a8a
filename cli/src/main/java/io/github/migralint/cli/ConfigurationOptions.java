package io.github.migralint.cli;

import io.github.migralint.config.Configurations;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Makes of the options where configurations are found. */
final class ConfigurationOptions {
    private ConfigurationOptions() {}

    /** The one that is named, none, or the nearest to each path. */
    static Configurations of(ParseResult arguments) {
        boolean named = arguments.hasMatchedOption(Options.CONFIG);
        if (Options.isSet(arguments, Options.ISOLATED)) {
            if (named) {
                throw new UsageException("--config and --isolated exclude each other");
            }
            return Configurations.none();
        }
        return named
                ? Configurations.fixed(named(arguments), ConfigurationOptions::catalogue)
                : Configurations.found(ConfigurationOptions::catalogue);
    }

    private static Path named(ParseResult arguments) {
        Path file = Paths.of(Options.text(arguments, Options.CONFIG, ""));
        if (!Files.exists(file)) {
            throw new UsageException(file + " does not exist");
        }
        return file;
    }

    private static List<RuleInfo> catalogue() {
        return Rules.all().stream().map(Rule::info).toList();
    }
}
