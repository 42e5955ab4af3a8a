package io.github.migralint.cli;

import io.github.migralint.Request;
import io.github.migralint.StandIn;
import io.github.migralint.baseline.BaselineFile;
import io.github.migralint.cli.git.ChangedFiles;
import io.github.migralint.cli.git.GitException;
import io.github.migralint.config.Configuration;
import io.github.migralint.config.Configurations;
import io.github.migralint.config.PathPattern;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.framework.OnlyMigrations;
import io.github.migralint.history.ReleaseMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/** Makes requests of the options that say what is read and for which server, and of the configurations of what is read. */
final class InputOptions {
    private static final Path HERE = Path.of(".");
    private static final Path NAMELESS = Path.of("stdin.sql");

    private final ParseResult arguments;
    private final Surroundings surroundings;
    private final Configurations configurations;

    InputOptions(ParseResult arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.configurations = ConfigurationOptions.of(arguments);
    }

    /**
     * A request, and what holds for it.
     *
     * @param request the request
     * @param configuration what the project says
     * @param baseline where the findings are that it has accepted
     */
    record Configured(Request request, Configuration configuration, Optional<BaselineFile> baseline) {}

    /**
     * What holds for a path.
     *
     * @param configuration what the project says
     * @param baseline where the findings are that it has accepted
     */
    private record Holding(Configuration configuration, Optional<BaselineFile> baseline) {}

    /** Tells which baseline holds for a path that has a configuration. */
    interface BaselineOfPath extends BiFunction<Path, Configuration, Optional<BaselineFile>> {}

    /**
     * What is to be read.
     *
     * @param paths files and folders
     * @param standIns texts that come from elsewhere
     * @param without what is not meant although it lies in one of the folders
     */
    private record Named(List<Path> paths, List<StandIn> standIns, List<PathPattern> without) {
        static Named nothing() {
            return new Named(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** Whether there is nothing but text of which nobody said what file it stands for. */
        boolean isNameless() {
            return paths.isEmpty()
                    && standIns.size() == 1
                    && standIns.getFirst().path().equals(NAMELESS);
        }
    }

    /** One request for all, where {@code history} says what holds unless {@code --history} or the configuration does. */
    Request request(HistoryMode history) {
        Named named = named();
        Path first = Stream.concat(
                        named.paths().stream(), named.standIns().stream().map(StandIn::path))
                .findFirst()
                .orElse(HERE);
        return request(named, history, configurations.of(first));
    }

    /** The same, but one request for each configuration. */
    List<Configured> requests(HistoryMode history) {
        return requests(history, (path, configuration) -> Optional.empty());
    }

    /** The same, but one request for each configuration and baseline. */
    List<Configured> requests(HistoryMode history, BaselineOfPath baselines) {
        Named all = named();
        Map<Holding, Named> groups = new LinkedHashMap<>();
        for (Path path : all.paths()) {
            for (ConfiguredFolders.Part part : ConfiguredFolders.of(path, configurations)) {
                Named group = group(groups, holding(part.path(), part.configuration(), baselines));
                group.paths().add(part.path());
                group.without().addAll(part.without());
            }
        }
        for (StandIn standIn : all.standIns()) {
            Path path = standIn.path();
            group(groups, holding(path, configurations.of(path), baselines))
                    .standIns()
                    .add(standIn);
        }
        if (groups.isEmpty()) {
            group(groups, holding(HERE, configurations.of(HERE), baselines));
        }
        return groups.entrySet().stream()
                .map(group -> {
                    Holding holding = group.getKey();
                    return new Configured(
                            request(group.getValue(), history, holding.configuration()),
                            holding.configuration(),
                            holding.baseline());
                })
                .toList();
    }

    private static Holding holding(Path path, Configuration configuration, BaselineOfPath baselines) {
        return new Holding(configuration, baselines.apply(path, configuration));
    }

    private static Named group(Map<Holding, Named> groups, Holding holding) {
        return groups.computeIfAbsent(holding, any -> Named.nothing());
    }

    /** What was named, or else what the configuration of this folder names, or else this folder. */
    private Named named() {
        List<String> words = Options.positionals(arguments);
        boolean standardInput = words.contains("-") || arguments.hasMatchedOption(Options.STDIN_FILENAME);
        var paths = new ArrayList<Path>();
        words.stream().filter(path -> !path.equals("-")).map(Paths::of).forEach(paths::add);
        if (!paths.isEmpty() && Options.isSet(arguments, Options.ONLY_MIGRATIONS)) {
            return new Named(onlyMigrations(paths), standIns(standardInput), List.of());
        }
        if (paths.isEmpty() && !standardInput) {
            paths.addAll(configurations.of(HERE).migrations());
        }
        if (paths.isEmpty() && !standardInput) {
            paths.add(HERE);
        }
        return new Named(paths, standIns(standardInput), List.of());
    }

    private List<StandIn> standIns(boolean standardInput) {
        return standardInput ? new ArrayList<>(List.of(standIn())) : new ArrayList<>();
    }

    /** Each by what its own project says of its migrations. */
    private List<Path> onlyMigrations(List<Path> paths) {
        Map<Configuration, OnlyMigrations> projects = new LinkedHashMap<>();
        var migrations = new ArrayList<Path>();
        for (Path path : paths) {
            migrations.addAll(projects.computeIfAbsent(
                            configurations.of(path),
                            project -> new OnlyMigrations(
                                    project.migrations(), framework().or(project::framework)))
                    .of(List.of(path)));
        }
        return migrations;
    }

    private Request request(Named named, HistoryMode history, Configuration configuration) {
        var engine = new EngineOptions(arguments, configuration);
        var exclude = new ArrayList<>(configuration.exclude());
        exclude.addAll(named.without());
        Options.texts(arguments, Options.EXCLUDE).forEach(glob -> exclude.add(PathPattern.of(HERE, glob)));
        Optional<ChangedFiles> changed = changed(named);
        changed.ifPresent(files -> named.standIns().addAll(files.contents()));
        return Request.of(named.paths(), engine.dialect())
                .standIns(named.standIns())
                .version(engine.version(), engine.writtenVersion(), engine.source())
                .search(engine.search())
                .history(history(usual(history, named, configuration)))
                .framework(framework().or(configuration::framework))
                .startingSchema(startingSchema().or(configuration::schema))
                .release(release().or(configuration::release))
                .inTransaction(inTransaction().or(configuration::inTransaction))
                .deployment(configuration.deployment())
                .startAfter(configuration.startAfter())
                .exclude(exclude)
                .changes(changed.map(ChangedFiles::changes))
                .build();
    }

    /** Where history comes from unless {@code --history} says it: a starting schema stands for all of it. */
    private HistoryMode usual(HistoryMode history, Named named, Configuration configuration) {
        if (named.isNameless()) {
            return new HistoryMode.None();
        }
        boolean begun = startingSchema().or(configuration::schema).isPresent();
        return configuration.history().orElse(begun ? new HistoryMode.None() : history);
    }

    private Optional<ChangedFiles> changed(Named named) {
        boolean since = arguments.hasMatchedOption(Options.SINCE);
        boolean staged = arguments.hasMatchedOption(Options.STAGED);
        if (!since && !staged) {
            return Optional.empty();
        }
        if (since && staged) {
            throw new UsageException("--since and --staged exclude each other");
        }
        if (!named.standIns().isEmpty()) {
            throw new UsageException((since ? "--since" : "--staged") + " cannot be asked of standard input");
        }
        List<Path> present = named.paths().stream().filter(Files::exists).toList();
        try {
            return Optional.of(
                    since
                            ? ChangedFiles.since(Options.text(arguments, Options.SINCE, ""), present)
                            : ChangedFiles.staged(present));
        } catch (GitException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
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
}
