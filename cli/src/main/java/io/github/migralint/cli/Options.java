package io.github.migralint.cli;

import io.github.migralint.config.Suggestion;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFramework;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options, written once for all commands that have them. */
final class Options {
    static final String FORMAT = "--format";
    static final String REPORT = "--report";
    static final String OUTPUT_FILE = "--output-file";
    static final String DIALECT = "--dialect";
    static final String DB_VERSION = "--db-version";
    static final String STDIN_FILENAME = "--stdin-filename";
    static final String HISTORY = "--history";
    static final String FRAMEWORK = "--framework";
    static final String SCHEMA = "--schema";
    static final String SINCE = "--since";
    static final String STAGED = "--staged";
    static final String RELEASE = "--release";
    static final String ASSUME_IN_TRANSACTION = "--assume-in-transaction";
    static final String SELECT = "--select";
    static final String IGNORE = "--ignore";
    static final String SEVERITY = "--severity";
    static final String FAIL_ON = "--fail-on";
    static final String MIN_SEVERITY = "--min-severity";
    static final String CONFIG = "--config";
    static final String ISOLATED = "--isolated";
    static final String EXCLUDE = "--exclude";
    static final String ONLY_MIGRATIONS = "--only-migrations";
    static final String NO_INLINE_IGNORES = "--no-inline-ignores";
    static final String BASELINE = "--baseline";
    static final String NO_BASELINE = "--no-baseline";
    static final String SHOW_SUPPRESSED = "--show-suppressed";
    static final String CATEGORY = "--category";
    static final String COLOR = "--color";
    static final String NO_UNICODE = "--no-unicode";
    static final String VERBOSE = "--verbose";
    static final String QUIET = "--quiet";
    static final String SHOW_SETTINGS = "--show-settings";
    static final String SHOW_FILES = "--show-files";
    static final String FORCE = "--force";
    static final String STDOUT = "--stdout";

    /** Options of which one at most can be said; the first of a pair to be said settles both. */
    private static final List<List<String>> ALTERNATIVES = List.of(
            List.of(CONFIG, ISOLATED),
            List.of(SINCE, STAGED),
            List.of(BASELINE, NO_BASELINE),
            List.of(VERBOSE, QUIET),
            List.of(SHOW_SETTINGS, SHOW_FILES));

    private Options() {}

    /** The long name of an option, as one says it where nothing is to be negated. */
    static String name(OptionSpec option) {
        return option.longestName().replace("[no-]", "");
    }

    /** The options that cannot be said beside one. */
    static List<String> alternativesOf(String option) {
        return ALTERNATIVES.stream()
                .filter(pair -> pair.contains(option))
                .flatMap(List::stream)
                .filter(other -> !other.equals(option))
                .toList();
    }

    /** A command without options but help. */
    static CommandSpec command(String name, String... description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .description(description)
                .sortOptions(false)
                .width(80)
                .abbreviateSynopsis(true);
        return spec;
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    static OptionSpec value(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    /** An option of which some values are known; they are looked up only when somebody asks for them. */
    static OptionSpec known(OptionSpec option, Supplier<List<String>> words) {
        return option.toBuilder()
                .completionCandidates(() -> words.get().iterator())
                .build();
    }

    static OptionSpec values(String label, String description, String name) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** A flag that can be said with {@code --no-} as well, which differs from not saying it. */
    static OptionSpec negatable(String description, String name) {
        return OptionSpec.builder(name)
                .type(Boolean.class)
                .negatable(true)
                .arity("0")
                .description(description)
                .build();
    }

    static PositionalParamSpec arguments(String label, String arity, String description) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity(arity)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .hideParamSyntax(true)
                .description(description)
                .build();
    }

    static PositionalParamSpec arguments(String label, String arity, String description, Supplier<List<String>> words) {
        return arguments(label, arity, description).toBuilder()
                .completionCandidates(() -> words.get().iterator())
                .build();
    }

    /** Where text goes and how it looks. */
    static void addOutput(CommandSpec spec, String formats, List<String> words) {
        spec.addOption(known(value("FORMAT", "How to report: " + formats + ".", "-f", FORMAT), () -> words))
                .addOption(value("FILE", "Write the report to FILE instead of standard output.", "-o", OUTPUT_FILE));
    }

    /** The look of text. */
    static void addLook(CommandSpec spec) {
        spec.addOption(known(
                        value("WHEN", "Colours: auto (default: on a terminal), always or never.", COLOR),
                        () -> List.of("auto", "always", "never")))
                .addOption(flag("Write ASCII only; other characters become ?.", NO_UNICODE));
    }

    /** Where migrations come from and which server they are meant for. */
    static void addInput(CommandSpec spec, String history) {
        spec.addPositional(arguments(
                        "PATH",
                        "0..*",
                        "Folders (searched for migrations), files (taken as they are), @FILE (a list of paths, one on"
                                + " each line), or - for standard input. Without one: those that migralint.toml names, or the"
                                + " current folder."))
                .addOption(known(
                        value(
                                "DIALECT",
                                "The engine: postgresql, mysql or mariadb; found out for each project by default.",
                                DIALECT),
                        () -> Dialects.all().stream().map(Dialect::name).toList()))
                .addOption(value(
                        "VERSION",
                        "The version of the server, such as 16, mysql-8.0 or mariadb-10.11; the newest by default.",
                        DB_VERSION))
                .addOption(value(
                        "NAME", "The file that standard input stands for; its folder is the history.", STDIN_FILENAME))
                .addOption(value("WHERE", history, HISTORY))
                .addOption(known(
                        value("NAME", "The migration tool, such as flyway or plain; found out by default.", FRAMEWORK),
                        () -> Frameworks.ALL.stream()
                                .map(MigrationFramework::name)
                                .toList()))
                .addOption(value(
                        "FILE",
                        "A script that makes the schema on which the migrations begin, such as what pg_dump"
                                + " --schema-only or mysqldump --no-data writes; its tables count as big and busy.",
                        SCHEMA))
                .addOption(negatable(
                        "Take files of which nothing tells how they are run for run in one transaction, or for not.",
                        ASSUME_IN_TRANSACTION))
                .addOption(values("GLOB", "Files to leave out, besides those that migralint.toml leaves out.", EXCLUDE))
                .addOption(flag(
                        "Leave out named files that are no migrations, such as queries and seeds: for hooks, which name"
                                + " all files that changed.",
                        ONLY_MIGRATIONS))
                .addOption(value(
                        "FILE",
                        "The configuration; by default the nearest migralint.toml above each path.",
                        "-c",
                        CONFIG))
                .addOption(flag("Read no configuration.", ISOLATED));
    }

    static String text(ParseResult arguments, String option, String otherwise) {
        return arguments.matchedOptionValue(option, otherwise);
    }

    static List<String> texts(ParseResult arguments, String option) {
        return arguments.<List<String>>matchedOptionValue(option, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static boolean isSet(ParseResult arguments, String flag) {
        return arguments.matchedOptionValue(flag, false);
    }

    static List<String> positionals(ParseResult arguments) {
        return arguments.matchedPositionalValue(0, List.of());
    }

    /** One of a few words, in any case. */
    static String choice(ParseResult arguments, String option, String otherwise, List<String> allowed) {
        return oneOf(text(arguments, option, otherwise), option, allowed);
    }

    /** A value of an option that must be one of a few words, in any case. */
    static String oneOf(String value, String option, List<String> allowed) {
        String chosen = value.toLowerCase(Locale.ROOT);
        if (!allowed.contains(chosen)) {
            String meant = Suggestion.asQuestion(chosen, allowed);
            throw new UsageException("unknown value " + value + " for " + option + meant
                    + (meant.isEmpty() ? ": use " : " Known are ") + String.join(", ", allowed));
        }
        return chosen;
    }
}
