package io.github.migralint.cli;

import io.github.migralint.Analyzer;
import io.github.migralint.Survey;
import io.github.migralint.dialect.Engine;
import io.github.migralint.engine.EngineFinder;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.FileProblem;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * What a configuration could say of a folder. It says only what was found out there, and nothing by which other
 * migrations would be read, or the same ones for another server.
 */
final class Proposal {
    private static final String PLAIN = "plain";

    private final Path folder;
    private final Surroundings surroundings;
    private final List<Survey> found;
    private final Map<String, Proposed> settings = new LinkedHashMap<>();

    private Proposal(Path folder, Surroundings surroundings) {
        this.folder = folder;
        this.surroundings = surroundings;
        this.found = survey(List.of(), List.of(folder));
    }

    /**
     * A setting that could be said.
     *
     * @param value in TOML
     * @param reason what gave it away, a few words; may be empty
     */
    record Proposed(String value, String reason) {}

    /** What was found in a folder. */
    static Proposal of(Path folder, Surroundings surroundings) {
        var proposal = new Proposal(folder, surroundings);
        if (!proposal.projects().isEmpty()) {
            proposal.propose();
        }
        return proposal;
    }

    /** The projects that hold migrations. */
    List<Survey> projects() {
        return found.stream().filter(project -> !project.files().isEmpty()).toList();
    }

    /** The settings by key. */
    Map<String, Proposed> settings() {
        return settings;
    }

    /** What could not be taken, sentences without a period. */
    List<String> problems() {
        return found.stream()
                .flatMap(project -> project.problems().stream())
                .map(problem -> (problem.displayPath() + " " + problem.message()).strip())
                .distinct()
                .toList();
    }

    private void propose() {
        var options = new ArrayList<String>();
        List<Path> paths = folders();
        if (!paths.equals(List.of(folder)) && changesNothing(options, paths)) {
            settings.put("migrations", new Proposed(toml(paths), ""));
        } else {
            paths = List.of(folder);
        }
        Survey first = projects().getFirst();
        propose("framework", Options.FRAMEWORK, tool(), first.reason(), options, paths);
        propose("db-version", Options.DB_VERSION, version(), first.engineSource(), options, paths);
        if (!settings.containsKey("db-version")) {
            propose("dialect", Options.DIALECT, dialect(), first.engineSource(), options, paths);
        }
    }

    private void propose(
            String key, String option, Optional<String> value, String reason, List<String> options, List<Path> paths) {
        if (value.isEmpty()) {
            return;
        }
        List<String> more = new ArrayList<>(options);
        more.add(option + "=" + value.get());
        if (changesNothing(more, paths)) {
            options.add(more.getLast());
            settings.put(key, new Proposed("\"" + value.get() + "\"", reason));
        }
    }

    /** The tool that all projects have, where something gave it away. */
    private Optional<String> tool() {
        return common(survey ->
                Optional.of(survey.framework()).map(MigrationFramework::name).filter(name -> !name.equals(PLAIN)));
    }

    private Optional<String> version() {
        return common(survey -> Optional.of(survey)
                .filter(Proposal::isEngineKnown)
                .filter(one -> !one.engineSource().endsWith(EngineFinder.NEWEST))
                .map(one -> one.engine().dialect() + "-" + one.engine().written()));
    }

    private Optional<String> dialect() {
        return common(survey -> Optional.of(survey)
                .filter(Proposal::isEngineKnown)
                .map(Survey::engine)
                .map(Engine::dialect));
    }

    private static boolean isEngineKnown(Survey survey) {
        return !survey.engineSource().equals("default");
    }

    /** What holds for every project, if it is the same. */
    private Optional<String> common(Function<Survey, Optional<String>> fact) {
        List<Optional<String>> all = projects().stream().map(fact).distinct().toList();
        return all.size() == 1 ? all.getFirst() : Optional.empty();
    }

    /** The folders in which the migrations lie, as the configuration names them: below its own. */
    private List<Path> folders() {
        return projects().stream()
                .flatMap(project -> project.paths().stream().map(path -> innermost(path, project.files())))
                .distinct()
                .toList();
    }

    /** The folder around all migrations of a path. */
    private static Path innermost(Path path, List<MigrationFile> files) {
        Path root = absolute(path);
        List<Path> homes = files.stream()
                .map(file -> FileTree.folderOf(file.file()))
                .filter(home -> home.startsWith(root))
                .distinct()
                .toList();
        if (homes.isEmpty()) {
            return path;
        }
        Path common = homes.stream().reduce(ConfiguredFolders::around).orElse(root);
        return common.equals(root)
                ? path
                : path.resolve(root.relativize(common)).normalize();
    }

    private String toml(List<Path> paths) {
        Path root = absolute(folder);
        return paths.stream()
                .map(path -> root.relativize(absolute(path)).toString().replace('\\', '/'))
                .map(path -> "\"" + (path.isEmpty() ? "." : path.replace("\"", "\\\"")) + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Whether the same files would be read in the same way for the same servers. */
    private boolean changesNothing(List<String> options, List<Path> paths) {
        return essence(survey(options, paths)).equals(essence(found));
    }

    /**
     * What must stay the same of a file.
     *
     * @param file the file, absolute
     * @param version the version that its tool reads from the name
     * @param direction forward, back, or neither
     * @param reviewed whether it is under review
     * @param engine for which server
     * @param tool of which tool
     */
    private record Read(Path file, String version, Direction direction, boolean reviewed, String engine, String tool) {}

    /**
     * What must stay the same of all projects.
     *
     * @param files by project
     * @param problems what could not be taken
     */
    private record Essence(List<List<Read>> files, Set<String> problems) {}

    private static Essence essence(List<Survey> surveys) {
        Set<String> problems = surveys.stream()
                .flatMap(survey -> survey.problems().stream())
                .map(FileProblem::message)
                .collect(Collectors.toSet());
        return new Essence(files(surveys), problems);
    }

    private static List<List<Read>> files(List<Survey> surveys) {
        return surveys.stream()
                .map(survey -> survey.files().stream()
                        .map(file -> new Read(
                                absolute(file.file()),
                                file.version(),
                                file.direction(),
                                file.underReview(),
                                survey.engine().toString(),
                                survey.framework().name()))
                        .toList())
                .filter(project -> !project.isEmpty())
                .toList();
    }

    /** What a check with these options would read. */
    private List<Survey> survey(List<String> options, List<Path> paths) {
        var arguments = new ArrayList<>(options);
        arguments.add(Options.ISOLATED);
        paths.forEach(path -> arguments.add(path.toString()));
        var line = new CommandLine(new CheckCommand().spec())
                .setExpandAtFiles(false)
                .parseArgs(arguments.toArray(String[]::new));
        var analyzer = new Analyzer(List.of(), List.of());
        return new InputOptions(line, surroundings)
                .requests(new HistoryMode.Auto()).stream()
                        .flatMap(configured -> analyzer.survey(configured.request()).stream())
                        .toList();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
