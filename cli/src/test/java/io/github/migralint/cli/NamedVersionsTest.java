package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.report.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people copy into their pipelines, and the action itself, name the version of this build. */
class NamedVersionsTest {
    private static final Path ROOT = Path.of(System.getProperty("migralint.root", ".."));
    private static final Pattern VERSION = Pattern.compile(
            "(?:MIGRALINT_VERSION *[:=] *'?|migralint/migralint@v|The version of Migralint, such as[^\\n]*\\n +default: )"
                    + "([0-9][0-9A-Za-z.-]*)");

    @Test
    void theyNameTheVersionOfThisBuild() throws IOException {
        assertThat(versions(ROOT.resolve("action.yml"))).containsExactly(Product.VERSION);
        assertThat(versions(ROOT.resolve("docs/ci.md"))).containsOnly(Product.VERSION);
        try (Stream<Path> examples = Files.list(ROOT.resolve("examples/ci"))) {
            List<Path> pipelines =
                    examples.filter(file -> !file.toString().endsWith(".json")).toList();
            assertThat(pipelines).hasSizeGreaterThan(7);
            for (Path pipeline : pipelines) {
                assertThat(versions(pipeline)).as(pipeline.toString()).containsOnly(Product.VERSION);
            }
        }
    }

    private static List<String> versions(Path file) throws IOException {
        return VERSION.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
