package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The distribution lists every library it holds, with its licence, and holds the text of each. */
class ThirdPartyIT {
    private static final Path LEGAL = Installed.home().resolve("legal");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    private static List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(Installed.home().resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("migralint"))
                    .map(name -> name.replace(".jar", ""))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(LEGAL.resolve("THIRD-PARTY.md")).stream()
                .filter(line -> line.contains("]("))
                .toList();
    }

    @Test
    void everyLibraryIsListedWithItsVersion() throws IOException {
        List<String> listed = rows().stream()
                .map(row -> row.split(" *\\| *", -1))
                .map(cells -> cells[1] + "-" + cells[2])
                .toList();
        assertThat(libraries()).hasSizeGreaterThan(5).isEqualTo(listed);
    }

    @Test
    void everyTextIsThere() throws IOException {
        for (String row : rows()) {
            assertThat(row).containsPattern("\\| (Apache-2\\.0|MIT|BSD-3-Clause) \\|");
            assertThat(LINK.matcher(row).results())
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(LEGAL.resolve(link.group(1))).isNotEmptyFile());
        }
    }
}
