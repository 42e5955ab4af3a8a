package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.migralint.config.Configuration;
import io.github.migralint.config.Configurations;
import io.github.migralint.fixtures.Histories;
import io.github.migralint.rules.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of(
            System.getProperty("migralint.root", ".."),
            "test-fixtures/src/main/resources/io/github/migralint/fixtures");

    @TempDir
    Path folder;

    @Test
    void saysWhatWasFoundAndExplainsTheRest() throws IOException {
        ShopFolder.in(folder);
        Files.writeString(folder.resolve("docker-compose.yml"), "services:\n  db:\n    image: mysql:8.0.31\n");
        Run run = Run.of("init", folder);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(folder.resolve("migralint.toml") + " is written.\n")
                .contains("2 migrations, MySQL 8.0.31 (the image mysql:8.0.31 in docker-compose.yml)")
                .contains("It says migrations, framework, db-version; the rest are examples.")
                .contains("migralint check");
        Golden.check("init.toml", Files.readString(folder.resolve("migralint.toml")));
    }

    @Test
    void leavesAFileAloneUnlessToldTo() throws IOException {
        ShopFolder.in(folder);
        Path file = Files.writeString(folder.resolve("migralint.toml"), "fail-on = \"low\"\n");
        Run refused = Run.of("init", folder);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is there already; --force replaces it");
        Run printed = Run.of("init", folder, "--stdout");
        assertThat(printed.exitCode()).isZero();
        assertThat(printed.out()).contains("framework = \"flyway\"");
        assertThat(file).hasContent("fail-on = \"low\"");
        assertThat(Run.of("init", folder, "--force").exitCode()).isZero();
        assertThat(Files.readString(file)).isEqualTo(printed.out());
        assertThat(Run.of("init", file).err()).contains("is not a folder");
        assertThat(Run.of("init", folder, folder).exitCode()).isEqualTo(2);
    }

    @Test
    void everyExampleInItCanBeUsed() throws IOException {
        String text = Run.of("init", folder, "--stdout").out();
        String used = text.replaceAll("(?m)^# (?=[a-z-]+ = |\\[\\[)", "").replaceAll("(?m)^extends = .*\n", "");
        assertThat(used).doesNotContainPattern("(?m)^# [a-z-]+ =").contains("\nexpires = 2030-12-31\n");
        Path file = Files.writeString(folder.resolve("all.toml"), used);
        assertThat(configuration(file).ignores()).hasSize(1);
    }

    @Test
    void nothingFoundIsSaid() {
        Run run = Run.of("init", folder);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("No migrations were found below " + folder)
                .contains("Nothing of it had to be said");
    }

    @Test
    void whatProjectsDifferInIsLeftToBeFoundOut() throws IOException {
        write(Histories.engine("services"));
        String text = Run.of("init", folder, "--stdout").out();
        assertThat(text).contains("projects below this folder").doesNotContainPattern("(?m)^migrations =");
        assertThat(text).doesNotContainPattern("(?m)^(?:dialect|db-version) =");
    }

    @TestFactory
    Stream<DynamicTest> theFileChangesNoFindingOfAFixture() throws IOException {
        return Stream.of("frameworks", "engines")
                .flatMap(kind -> names(kind).stream()
                        .map(name -> DynamicTest.dynamicTest(kind + " " + name, () -> {
                            Path project = folder.resolve(kind + "-" + name);
                            write(project, kind.equals("engines") ? Histories.engine(name) : Histories.framework(name));
                            changesNothing(project);
                        })));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "events", "tenants", "types", "names", "blocks"})
    void theFileChangesNoFindingOfAHistory(String name) throws IOException {
        write(Histories.postgresql(name));
        changesNothing(folder);
    }

    @TestFactory
    Stream<DynamicTest> theFileChangesNoFindingOfTheCorpus() throws IOException {
        String corpus = System.getProperty("migralint.corpus", "");
        assumeTrue(!corpus.isEmpty() || System.getenv("CI") != null, "no -Dmigralint.corpus");
        assertThat(corpus).as("-Dmigralint.corpus, where CI is set").isNotEmpty();
        assertThat(Path.of(corpus)).isDirectory();
        try (Stream<Path> projects = Files.list(Path.of(corpus))) {
            return projects.filter(InitTest::isSmall).sorted().toList().stream()
                    .map(project -> DynamicTest.dynamicTest(
                            String.valueOf(project.getFileName()), () -> changesNothingWherever(project)));
        }
    }

    /** The file says nothing that changes what is found, neither for the folder nor for the folders that it names. */
    private void changesNothing(Path project) throws IOException {
        JsonNode without = findings("--isolated", project);
        Run.of("init", project);
        Path file = project.resolve("migralint.toml");
        Configuration configuration = configuration(file);
        assertThat(differences(without, findings("--config", file, project))).isEmpty();
        var arguments = new ArrayList<Object>(List.of("--config", file));
        arguments.addAll(configuration.migrations().isEmpty() ? List.of(project) : configuration.migrations());
        assertThat(differences(without, findings(arguments.toArray()))).isEmpty();
    }

    private void changesNothingWherever(Path project) throws IOException {
        Path file = Files.writeString(
                folder.resolve(project.getFileName() + ".toml"),
                Run.of("init", project, "--stdout").out());
        assertThat(differences(findings("--isolated", project), findings("--config", file, project)))
                .isEmpty();
    }

    /** Where two reports differ; empty when they are the same. */
    private static List<String> differences(JsonNode one, JsonNode other) {
        var differences = new ArrayList<String>();
        collect("", one, other, differences);
        return differences;
    }

    private static void collect(String path, JsonNode one, JsonNode other, List<String> into) {
        if (one.isObject() && other.isObject()) {
            var names = new TreeSet<String>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(path + "/" + name, one.path(name), other.path(name), into));
        } else if (one.isArray() && other.isArray()) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                collect(path + "/" + i, one.path(i), other.path(i), into);
            }
        } else if (!one.equals(other)) {
            into.add(path + ": " + one + " / " + other);
        }
    }

    /** The report without the words that tell where engine and tool came from. */
    private static JsonNode findings(Object... arguments) throws IOException {
        var all = new ArrayList<Object>(List.of("check", "--format=json", "--fail-on=never"));
        all.addAll(List.of(arguments));
        Run run = Run.of(all.toArray());
        assertThat(run.exitCode()).isZero();
        JsonNode report = JSON.readTree(run.out());
        forgetOrigins(report);
        return report;
    }

    private static void forgetOrigins(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("source", "reason"));
            if (object.path("framework") instanceof ObjectNode tool) {
                tool.remove("notes");
            }
        }
        node.forEach(InitTest::forgetOrigins);
    }

    private static Configuration configuration(Path file) {
        return Configurations.fixed(
                        file,
                        () -> Rules.all().stream().map(rule -> rule.info()).toList())
                .of(file);
    }

    /** Long histories take their time twice, and tell nothing more. */
    private static boolean isSmall(Path project) {
        if (!Files.isDirectory(project)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                            .limit(201)
                            .count()
                    < 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String kind) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(kind))) {
            return files.map(file -> String.valueOf(file.getFileName()).replace(".txt", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Map<String, String> files) throws IOException {
        write(folder, files);
    }

    private static void write(Path project, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
