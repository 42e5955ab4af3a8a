package io.github.migralint.cli;

import io.github.migralint.Request;
import io.github.migralint.StandIn;
import io.github.migralint.cli.git.ChangedFiles;
import io.github.migralint.cli.git.GitException;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.dialect.Version;
import io.github.migralint.framework.EngineNames;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.history.ReleaseMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** Makes a request of the options that say what is read and for which server. */
final class InputOptions {
    private static final Pattern VERSION = Pattern.compile("(?:([A-Za-z]+)[-: ]?)?(\\d[\\d.]*)");
    private static final Path NAMELESS = Path.of("stdin.sql");

    private final ParseResult arguments;
    private final Surroundings surroundings;

    InputOptions(ParseResult arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    /** The request, where {@code history} says what holds unless {@code --history} is given. */
    Request request(HistoryMode history) {
        List<String> named = Options.positionals(arguments);
        boolean standardInput = named.contains("-") || arguments.hasMatchedOption(Options.STDIN_FILENAME);
        var paths = new ArrayList<Path>();
        named.stream().filter(path -> !path.equals("-")).map(Paths::of).forEach(paths::add);
        if (paths.isEmpty() && !standardInput) {
            paths.add(Path.of("."));
        }
        var standIns = new ArrayList<StandIn>(standardInput ? List.of(standIn()) : List.of());
        boolean nameless = standardInput && !arguments.hasMatchedOption(Options.STDIN_FILENAME) && paths.isEmpty();
        boolean withoutHistory = nameless || arguments.hasMatchedOption(Options.SCHEMA);
        HistoryMode usual = withoutHistory ? new HistoryMode.None() : history;
        Optional<ChangedFiles> changed = changed(paths, standardInput);
        changed.ifPresent(files -> standIns.addAll(files.contents()));
        Dialect dialect = dialect();
        return Request.of(paths, dialect)
                .standIns(standIns)
                .version(version(dialect), engineSource())
                .history(history(usual))
                .framework(framework())
                .startingSchema(startingSchema())
                .release(release())
                .inTransaction(inTransaction())
                .changes(changed.map(ChangedFiles::changes))
                .build();
    }

    private Optional<ChangedFiles> changed(List<Path> paths, boolean standardInput) {
        boolean since = arguments.hasMatchedOption(Options.SINCE);
        boolean staged = arguments.hasMatchedOption(Options.STAGED);
        if (!since && !staged) {
            return Optional.empty();
        }
        if (since && staged) {
            throw new UsageException("--since and --staged exclude each other");
        }
        if (standardInput) {
            throw new UsageException((since ? "--since" : "--staged") + " cannot be asked of standard input");
        }
        List<Path> present = paths.stream().filter(Files::exists).toList();
        try {
            return Optional.of(
                    since
                            ? ChangedFiles.since(Options.text(arguments, Options.SINCE, ""), present)
                            : ChangedFiles.staged(present));
        } catch (GitException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private StandIn standIn() {
        Path name = arguments.hasMatchedOption(Options.STDIN_FILENAME)
                ? Paths.of(Options.text(arguments, Options.STDIN_FILENAME, ""))
                : NAMELESS;
        try {
            return new StandIn(name, surroundings.in().readAllBytes());
        } catch (IOException e) {
            throw new UsageException("cannot read standard input");
        }
    }

    private HistoryMode history(HistoryMode usual) {
        if (!arguments.hasMatchedOption(Options.HISTORY)) {
            return usual;
        }
        String where = Options.text(arguments, Options.HISTORY, "");
        return switch (where) {
            case "auto" -> new HistoryMode.Auto();
            case "none" -> new HistoryMode.None();
            default -> folder(where);
        };
    }

    private Optional<String> framework() {
        if (!arguments.hasMatchedOption(Options.FRAMEWORK)) {
            return Optional.empty();
        }
        return Optional.of(Options.choice(
                arguments,
                Options.FRAMEWORK,
                "",
                Frameworks.ALL.stream().map(MigrationFramework::name).toList()));
    }

    private Optional<Path> startingSchema() {
        if (!arguments.hasMatchedOption(Options.SCHEMA)) {
            return Optional.empty();
        }
        return Optional.of(Paths.of(Options.text(arguments, Options.SCHEMA, "")));
    }

    private Optional<ReleaseMode> release() {
        if (!arguments.hasMatchedOption(Options.RELEASE)) {
            return Optional.empty();
        }
        String mode = Options.choice(arguments, Options.RELEASE, "", List.of("together", "each"));
        return Optional.of(mode.equals("each") ? ReleaseMode.EACH : ReleaseMode.TOGETHER);
    }

    private Optional<Boolean> inTransaction() {
        return Optional.ofNullable(arguments.matchedOptionValue(Options.ASSUME_IN_TRANSACTION, null));
    }

    private static HistoryMode folder(String where) {
        Path folder = Paths.of(where);
        if (!Files.isDirectory(folder)) {
            throw new UsageException(where + " is not a folder: --history takes auto, none or a folder");
        }
        return new HistoryMode.Folder(folder);
    }

    private Dialect dialect() {
        Optional<String> inVersion = versionText().flatMap(matcher -> Optional.ofNullable(matcher.group(1)));
        Optional<String> asked = Optional.ofNullable(arguments.matchedOptionValue(Options.DIALECT, null));
        String name =
                asked.or(() -> inVersion).orElseGet(() -> Dialects.all().get(0).name());
        Dialect dialect = named(name);
        if (inVersion.isPresent() && named(inVersion.get()).name().compareTo(dialect.name()) != 0) {
            throw new UsageException("--db-version is one of " + inVersion.get() + ", but --dialect says " + name);
        }
        return dialect;
    }

    private static Dialect named(String name) {
        return EngineNames.engine(name)
                .flatMap(Dialects::named)
                .orElseThrow(() -> new UsageException("unknown dialect " + name + ": use "
                        + Dialects.all().stream().map(Dialect::name).collect(Collectors.joining(", "))));
    }

    private Version version(Dialect dialect) {
        if (!arguments.hasMatchedOption(Options.DB_VERSION)) {
            return dialect.defaultVersion();
        }
        return versionText()
                .flatMap(matcher -> Version.parse(matcher.group(2)))
                .filter(dialect::supports)
                .orElseThrow(() -> new UsageException("unknown version "
                        + Options.text(arguments, Options.DB_VERSION, "") + " of " + dialect.label()
                        + ": supported are "
                        + dialect.supportedVersions().stream()
                                .map(Version::toString)
                                .collect(Collectors.joining(", "))));
    }

    private Optional<Matcher> versionText() {
        Matcher matcher =
                VERSION.matcher(Options.text(arguments, Options.DB_VERSION, "").strip());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private String engineSource() {
        if (arguments.hasMatchedOption(Options.DB_VERSION)) {
            return Options.DB_VERSION;
        }
        return arguments.hasMatchedOption(Options.DIALECT) ? "--dialect, newest version" : "default";
    }
}
