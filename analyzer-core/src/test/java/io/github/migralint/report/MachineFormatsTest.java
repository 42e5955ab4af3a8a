package io.github.migralint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The whole of each format for machines, and what the goldens do not show. */
class MachineFormatsTest {
    @TempDir
    Path folder;

    private final Map<String, String> files = new LinkedHashMap<>();

    @BeforeEach
    void writeFiles() {
        files.put("db/V1__t.sql", "CREATE TABLE t (id int);\nCREATE TABLE \"größe\" (id int);\n");
        files.put(
                "db/V2__drop.sql",
                "-- größe ✓\n/* 😀 */ DROP TABLE t;\ndrop table \"größe\";\nDROP TABEL x;\nDROP TABLE t; DROP TABLE t;\n");
        files.put("db/V3__blob.sql", "\0\0\1\2\0\0");
    }

    private Reporter reporter(String format) {
        var root = new SourceRoot(folder, folder);
        List<Reporter> reporters = List.of(
                new GitlabReporter(root),
                new JunitReporter(root, true),
                new CheckstyleReporter(root),
                new RdjsonReporter(root),
                new SonarqubeReporter(root));
        return reporters.stream()
                .filter(reporter -> reporter.format().equals(format))
                .findFirst()
                .orElseThrow();
    }

    private String text(String format) {
        return ReportFixture.text(reporter(format), ReportFixture.report(folder, files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitlab.json", "junit.xml", "checkstyle.xml", "rdjson.json", "sonarqube.json"})
    void theWholeReport(String golden) throws IOException {
        String text = text(golden.substring(0, golden.indexOf('.')));
        assertThat(text).doesNotContain(folder.toString());
        if ("write".equals(System.getProperty("migralint.goldens"))) {
            Path resources = Path.of("analyzer-core/src/test/resources/io/github/migralint/report");
            Files.writeString(
                    Path.of(System.getProperty("migralint.root"))
                            .resolve(resources)
                            .resolve(golden),
                    text);
            return;
        }
        try (var expected = getClass().getResourceAsStream(golden)) {
            assertThat(expected).as(golden).isNotNull();
            assertThat(text).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void nothingFoundIsAnEmptyListAndAPassedTest() {
        files.keySet().removeIf(file -> !file.contains("V1"));
        assertThat(text("gitlab")).isEqualTo("[ ]\n");
        assertThat(text("sonarqube")).isEqualToIgnoringWhitespace("{\"rules\": [], \"issues\": []}");
        assertThat(Documents.all(xml("checkstyle"), "file")).isEmpty();
        assertThat(xml("junit").getAttribute("tests")).isEqualTo("1");
        assertThat(xml("junit").getAttribute("failures")).isEqualTo("0");
    }

    @Test
    void nothingToCheckIsAPassedTestToo() {
        files.clear();
        Element root = xml("junit");
        assertThat(root.getAttribute("tests")).isEqualTo("1");
        assertThat(Documents.all(root, "testcase").getFirst().getAttribute("name"))
                .isEqualTo("nothing to check");
    }

    @Test
    void onlyWhatReachesTheThresholdIsAFailedTest() {
        Element root = xml("junit");
        assertThat(root.getAttribute("failures")).isEqualTo("3");
        assertThat(root.getAttribute("skipped")).isEqualTo("2");
        assertThat(Documents.all(root, "failure")).hasSize(3);
        assertThat(Documents.all(root, "system-out").getFirst().getTextContent())
                .startsWith("LOW\n");
    }

    @Test
    void aMissingFileIsAnErrorInTestsOnly() {
        Report report = ReportFixture.missing(folder.resolve("nowhere.sql"));
        Element root =
                Documents.xml(ReportFixture.text(reporter("junit"), report)).getDocumentElement();
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(ReportFixture.text(reporter("gitlab"), report)).isEqualTo("[ ]\n");
    }

    @Test
    void columnsOfReviewdogCountBytes() {
        assertThat(RdjsonReporter.utf8Length("aß€😀", 0, 5)).isEqualTo(1 + 2 + 3 + 4);
        assertThat(RdjsonReporter.utf8Length("a\uD800", 0, 2)).isEqualTo(4);
    }

    @Test
    void filesAreNamedFromTheWorkingFolderOrTheRoot() {
        var below = new SourceRoot(folder, folder.resolve("app"));
        String display = folder.resolve("db/V1__t.sql").toString();
        assertThat(below.path(display)).isEqualTo("db/V1__t.sql");
        assertThat(below.pathFromHere(display)).isEqualTo("../db/V1__t.sql");
        assertThat(below.pathFromHere("../db/V1__t.sql")).isEqualTo("../db/V1__t.sql");
        assertThat(below.pathFromHere("/elsewhere/V1__t.sql")).isEqualTo("V1__t.sql");
    }

    private Element xml(String format) {
        return Documents.xml(text(format)).getDocumentElement();
    }
}
