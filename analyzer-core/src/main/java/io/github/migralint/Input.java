package io.github.migralint;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.framework.DiscoveryOptions;
import io.github.migralint.framework.FileProblem;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationSet;
import io.github.migralint.history.ChangeSet;
import io.github.migralint.history.HistoryReader;
import io.github.migralint.history.Migration;
import io.github.migralint.report.Problem;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The migrations of a request, found and read.
 *
 * @param set which files there are and whose
 * @param migrations in order
 * @param problems files that could not be taken
 * @param notes what people should know about how they were read, sentences without a period
 * @param older the files that changed since an earlier release, in which they were already
 */
record Input(
        MigrationSet set,
        List<Migration> migrations,
        List<Problem> problems,
        List<String> notes,
        Set<SourceText> older) {
    /** How files are ordered. */
    enum Order {
        /** As their migration tool runs them. */
        OF_THE_TOOL,
        /** As they were named; those of a folder as their tool runs them. */
        AS_NAMED
    }

    static Input of(Project project, Order order) {
        Request request = project.request();
        MigrationSet set = UnderReview.of(project.found(), request);
        var problems = new ArrayList<Problem>();
        set.problems().forEach(problem -> problems.add(told(problem)));
        var reader = new HistoryReader(request.dialect(), request.version(), set.framework(), request.inTransaction());
        Map<Path, StandIn> standIns = standIns(request);
        Set<Path> existed = request.changes().map(ChangeSet::older).orElse(Set.of());
        Set<SourceText> older = Collections.newSetFromMap(new IdentityHashMap<>());
        for (MigrationFile file : order == Order.AS_NAMED ? asNamed(set.files(), request.paths()) : set.files()) {
            Optional<SourceText> text = text(file, standIns, problems);
            text.ifPresent(read -> reader.read(file, read));
            text.filter(read -> existed.contains(absolute(file.file()))).ifPresent(older::add);
        }
        return new Input(set, reader.migrations(), List.copyOf(problems), notes(request, reader), older);
    }

    /** What was found out weighs more than what was assumed, and whoever assumed it should know. */
    private static List<String> notes(Request request, HistoryReader reader) {
        if (request.inTransaction().isEmpty()
                || reader.assumptionDecided()
                || reader.migrations().isEmpty()) {
            return List.of();
        }
        String option = request.inTransaction().get() ? "--assume-in-transaction" : "--no-assume-in-transaction";
        String reason = reader.migrations().getFirst().transaction().reason();
        return List.of(option + " has no effect: " + reason);
    }

    /** How the migrations of a request are looked for. */
    static DiscoveryOptions options(Request request, Dialect dialect) {
        DiscoveryOptions options = DiscoveryOptions.forDialect(dialect.name())
                .withHistory(request.history())
                .withStandIns(namedStandIns(request));
        return request.framework().map(options::withFramework).orElse(options);
    }

    /** The files that texts from elsewhere stand for, where these are named themselves. */
    static List<Path> namedStandIns(Request request) {
        return request.standIns().stream()
                .filter(StandIn::named)
                .map(StandIn::path)
                .toList();
    }

    private static Problem told(FileProblem problem) {
        Problem.Kind kind = problem.kind() == FileProblem.Kind.MISSING ? Problem.Kind.MISSING : Problem.Kind.FILE;
        return Problem.of(kind, problem.displayPath(), problem.displayPath() + " " + problem.message() + ".");
    }

    private static List<MigrationFile> asNamed(List<MigrationFile> files, List<Path> paths) {
        return files.stream()
                .sorted(Comparator.comparingInt(file -> placeAmong(paths, file)))
                .toList();
    }

    private static int placeAmong(List<Path> paths, MigrationFile file) {
        if (!file.underReview()) {
            return -1;
        }
        for (int i = 0; i < paths.size(); i++) {
            if (absolute(file.file()).startsWith(absolute(paths.get(i)))) {
                return i;
            }
        }
        return paths.size();
    }

    private static Optional<SourceText> text(MigrationFile file, Map<Path, StandIn> standIns, List<Problem> problems) {
        byte[] content;
        try {
            content = content(file, standIns);
        } catch (IOException e) {
            problems.add(Problem.of(Problem.Kind.FILE, file.displayPath(), file.displayPath() + " cannot be read."));
            return Optional.empty();
        }
        if (SqlFile.looksBinary(content)) {
            problems.add(Problem.of(
                    Problem.Kind.FILE,
                    file.displayPath(),
                    file.displayPath() + " is not text: it holds NUL bytes and was not analyzed."));
            return Optional.empty();
        }
        return Optional.of(SourceText.of(file.displayPath(), content));
    }

    private static Map<Path, StandIn> standIns(Request request) {
        var standIns = new HashMap<Path, StandIn>();
        request.standIns().forEach(standIn -> standIns.put(absolute(standIn.path()), standIn));
        return standIns;
    }

    private static byte[] content(MigrationFile file, Map<Path, StandIn> standIns) throws IOException {
        StandIn standIn = standIns.get(absolute(file.file()));
        return standIn == null ? Files.readAllBytes(file.file()) : standIn.content();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
