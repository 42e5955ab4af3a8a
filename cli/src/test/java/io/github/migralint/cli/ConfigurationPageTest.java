package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.migralint.config.ConfigurationKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about the configuration tells of every key, and its examples work. */
class ConfigurationPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```toml\\n(.*?)^```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private static final Path ROOT = Path.of(System.getProperty("migralint.root", ".."));

    @TempDir
    Path folder;

    static Stream<String> examples() {
        return Stream.of("docs/configuration.md", "docs/suppressions.md", "docs/getting-started.md")
                .flatMap(page -> EXAMPLE.matcher(text(page)).results().map(match -> match.group(1)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleCanBeUsed(String example) throws IOException {
        Path project = folder.resolve("service");
        Files.createDirectories(project.resolve("db"));
        Files.writeString(folder.resolve("migralint.toml"), "fail-on = \"low\"\n");
        Path file = Files.writeString(project.resolve("migralint.toml"), example);
        Files.writeString(project.resolve("db/schema.sql"), "CREATE TABLE a (id bigint PRIMARY KEY);\n");
        Files.writeString(project.resolve("db/migralint-baseline.json"), "{\"version\": 1, \"entries\": []}\n");
        Path migration = Files.writeString(project.resolve("V1__a.sql"), "SELECT 1;\n");
        Run run = Run.of("check", "--config", file, migration);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void thePageListsEveryKeyInTheOrderOfTheReader() {
        List<String> rows = ROW.matcher(text("docs/configuration.md"))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(ConfigurationKeys.names());
    }

    @Test
    void everyKeyHasAnExample() throws IOException {
        var used = new TreeSet<String>();
        for (String example : EXAMPLE.matcher(text("docs/configuration.md"))
                .results()
                .map(m -> m.group(1))
                .toList()) {
            collect(new TomlMapper().readTree(example), "", used);
        }
        assertThat(used).containsAll(ConfigurationKeys.names());
    }

    private static void collect(JsonNode node, String name, Set<String> into) {
        into.add(name);
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            entry.getValue(), name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), into));
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, name + "[]", into));
        }
    }

    private static String text(String page) {
        try {
            return Files.readString(ROOT.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
