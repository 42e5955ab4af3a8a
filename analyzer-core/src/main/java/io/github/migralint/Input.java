package io.github.migralint;

import io.github.migralint.framework.DiscoveryOptions;
import io.github.migralint.framework.FileProblem;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationSet;
import io.github.migralint.history.HistoryReader;
import io.github.migralint.history.Migration;
import io.github.migralint.report.Problem;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The migrations of a request, found and read.
 *
 * @param set which files there are and whose
 * @param migrations in order
 * @param problems files that could not be taken
 */
record Input(MigrationSet set, List<Migration> migrations, List<Problem> problems) {
    /** How files are ordered. */
    enum Order {
        /** As their migration tool runs them. */
        OF_THE_TOOL,
        /** As they were named; those of a folder as their tool runs them. */
        AS_NAMED
    }

    private static final int LOOKED_AT = 8192;

    static Input of(Request request, Order order) {
        var options = DiscoveryOptions.forDialect(request.dialect().name()).withHistory(request.history());
        if (request.framework().isPresent()) {
            options = options.withFramework(request.framework().get());
        }
        if (request.standIn().isPresent()) {
            options = options.withStandIn(request.standIn().get().path());
        }
        MigrationSet set = Frameworks.detect(request.paths(), options);
        var problems = new ArrayList<Problem>();
        set.problems().forEach(problem -> problems.add(told(problem)));
        var reader = new HistoryReader(request.dialect(), set.framework());
        for (MigrationFile file : order == Order.AS_NAMED ? asNamed(set.files(), request.paths()) : set.files()) {
            text(file, request, problems).ifPresent(text -> reader.read(file, text));
        }
        return new Input(set, reader.migrations(), List.copyOf(problems));
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

    private static Optional<SourceText> text(MigrationFile file, Request request, List<Problem> problems) {
        byte[] content;
        try {
            content = content(file, request);
        } catch (IOException e) {
            problems.add(Problem.of(Problem.Kind.FILE, file.displayPath(), file.displayPath() + " cannot be read."));
            return Optional.empty();
        }
        if (looksBinary(content)) {
            problems.add(Problem.of(
                    Problem.Kind.FILE,
                    file.displayPath(),
                    file.displayPath() + " is not text: it holds NUL bytes and was not analyzed."));
            return Optional.empty();
        }
        return Optional.of(SourceText.of(file.displayPath(), content));
    }

    private static byte[] content(MigrationFile file, Request request) throws IOException {
        Optional<StandIn> standIn =
                request.standIn().filter(text -> absolute(text.path()).equals(absolute(file.file())));
        return standIn.isPresent() ? standIn.get().content() : Files.readAllBytes(file.file());
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** UTF-16 with its mark is text although every other byte may be NUL. */
    private static boolean looksBinary(byte[] content) {
        boolean marked = content.length > 1
                && ((content[0] == (byte) 0xff && content[1] == (byte) 0xfe)
                        || (content[0] == (byte) 0xfe && content[1] == (byte) 0xff));
        if (marked) {
            return false;
        }
        for (int i = 0; i < Math.min(LOOKED_AT, content.length); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
