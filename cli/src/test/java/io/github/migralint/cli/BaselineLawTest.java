package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.migralint.fixtures.Histories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the baseline of every history: all that was found is accepted, and nothing else changes. */
class BaselineLawTest {
    private static final List<String> TOOLS = List.of(
            "atlas",
            "dbmate",
            "diesel",
            "drizzle",
            "flyway",
            "golang-migrate",
            "goose",
            "liquibase",
            "prisma",
            "sql-migrate",
            "supabase");
    private static final List<String> ENGINES = List.of("compose-two", "folders", "names", "services", "vendors");

    /** Larger ones take long, and show no more. */
    private static final int MOST_FILES = 60;

    @TempDir
    Path folder;

    static Stream<Map<String, String>> histories() {
        return Stream.of(
                        Histories.POSTGRESQL.stream().map(Histories::postgresql),
                        TOOLS.stream().map(Histories::framework),
                        ENGINES.stream().map(Histories::engine))
                .flatMap(all -> all)
                .map(TreeMap::new);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void whatIsAcceptedIsNotTold(Map<String, String> files) throws IOException {
        Path project = folder.resolve("project");
        for (var file : files.entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.createDirectory(project.resolve(".git"));
        assertThat(holds(project, project.resolve("migralint-baseline.json"))).isTrue();
    }

    @Test
    void theSameForTheHistoriesOfOthers() throws IOException {
        String corpus = System.getProperty("migralint.corpus", "");
        assumeFalse(corpus.isEmpty() && System.getenv("CI") == null, "no corpus was given");
        int projects = 0;
        try (Stream<Path> all = Files.list(Path.of(corpus))) {
            for (Path project : all.filter(Files::isDirectory).sorted().toList()) {
                long size = size(project);
                if (size > 5 && size < MOST_FILES && holds(project, folder.resolve(project.getFileName() + ".json"))) {
                    projects++;
                }
            }
        }
        assertThat(projects).isGreaterThan(5);
    }

    /** Whether there is anything for which it could hold: some projects are for engines that are not understood. */
    private static boolean holds(Path project, Path file) throws IOException {
        Run created = Run.of("baseline", "create", project, "--baseline", file);
        if (created.err().contains("there are no migrations")) {
            return false;
        }
        assertThat(created.exitCode()).as(created.err()).isZero();
        byte[] first = Files.readAllBytes(file);
        Run check = Run.of("check", project, "--baseline", file, "--format", "concise", "--fail-on", "low");
        assertThat(check.out()).as("%s", project).contains("no findings").doesNotContain("nothing is left");
        assertThat(check.exitCode()).isZero();
        assertThat(Run.of("baseline", "update", project, "--baseline", file).out())
                .contains("nothing to change");
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        Files.delete(file);
        Run.of("baseline", "create", project, "--baseline", file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        return true;
    }

    private static long size(Path project) {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.toString().endsWith(".sql")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
