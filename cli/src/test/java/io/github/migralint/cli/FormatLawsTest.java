package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migralint.cli.console.Terminal;
import io.github.migralint.cli.console.Verbosity;
import io.github.migralint.fixtures.Histories;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.rule.Finding;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Every format tells the same findings at the same places, of files that are there and lines that are in them. */
class FormatLawsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a format tells: rule, path from the root, line. */
    private record Told(String rule, String path, int line) {}

    @TempDir
    Path folder;

    static Stream<String> histories() {
        return Histories.POSTGRESQL.stream();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void formatsAgreeOnHistories(String history) throws IOException {
        write(Histories.postgresql(history));
        assertLaws(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "golang-migrate", "goose", "prisma", "engines"})
    void formatsAgreeOnProjects(String framework) throws IOException {
        write(Histories.framework(framework));
        assertLaws(folder);
    }

    @Test
    void formatsAgreeOnWhatIsHostile() throws IOException {
        write(Map.of(
                "db/V1__a.sql", "CREATE TABLE t (id int PRIMARY KEY, \"a]]><b>&\u202e\u001b[31m\" int);\n",
                "db/V2__b.sql",
                        "\ufeffALTER TABLE t DROP COLUMN \"a]]><b>&\u202e\u001b[31m\";\r\n\tDROP TABLE t;\rDROP TABEL x",
                "db/V3__<&'\"ß 😀>.sql", "-- ß 😀\nCREATE ROLE r PASSWORD 'verysecret';\nCREATE INDEX i ON t (id)",
                "db/V4__blob.sql", "\0\1\2"));
        Report report = assertLaws(folder);
        assertThat(report.findings()).hasSizeGreaterThan(3);
        assertThat(report.problems(Problem.Kind.FILE)).hasSize(1);
        for (ReportFormat format : ReportFormat.values()) {
            String text = text(format, report, folder);
            assertThat(text).as(format.word()).doesNotContain("verysecret");
            if (!format.forPeople() && format != ReportFormat.JSON && format != ReportFormat.JSONL) {
                assertThat(text).as(format.word()).doesNotContain("\u001b");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lemmy", "healthchecks", "harbor", "liquibase-samples", "wikijs"})
    void formatsAgreeOnRealProjects(String project) throws IOException {
        String corpus = System.getProperty("migralint.corpus", "");
        assumeTrue(!corpus.isEmpty() || System.getenv("CI") != null, "no -Dmigralint.corpus");
        assertLaws(Path.of(corpus).resolve(project).toRealPath());
    }

    private Report assertLaws(Path root) throws IOException {
        Report report = Reports.of(root);
        List<Told> expected = expected(report, root);
        for (Told told : expected) {
            Path file = root.resolve(told.path());
            assertThat(file).exists();
            assertThat(told.line()).isBetween(1, lines(file));
        }
        assertThat(gitlab(json(ReportFormat.GITLAB, report, root))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rdjson(json(ReportFormat.RDJSON, report, root))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(sonarqube(json(ReportFormat.SONARQUBE, report, root))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(checkstyle(xml(ReportFormat.CHECKSTYLE, report, root)))
                .containsExactlyInAnyOrderElementsOf(shown(expected));
        assertThat(junit(xml(ReportFormat.JUNIT, report, root))).containsExactlyInAnyOrderElementsOf(shown(expected));
        assertThat(lines(text(ReportFormat.JSONL, report, root), root))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .filter(told -> report.findings().stream()
                                .anyMatch(finding -> finding.rule().equals(told.rule())))
                        .toList());
        return report;
    }

    private static List<Told> expected(Report report, Path root) {
        var expected = new ArrayList<Told>();
        for (Finding finding : report.findings()) {
            var text = finding.place().text();
            expected.add(new Told(
                    finding.rule(),
                    relative(text.path(), root),
                    text.position(finding.place().span().start()).line()));
        }
        for (Problem problem : report.untold()) {
            int line = problem.position().map(position -> position.line()).orElse(1);
            expected.add(new Told(problem.kind().rule(), relative(problem.file(), root), line));
        }
        return expected;
    }

    private static String relative(String display, Path root) {
        return root.relativize(Path.of(display)).toString();
    }

    private static List<Told> gitlab(JsonNode report) {
        var told = new ArrayList<Told>();
        var fingerprints = new HashMap<String, Integer>();
        for (JsonNode entry : report) {
            told.add(new Told(
                    entry.at("/check_name").asText(),
                    entry.at("/location/path").asText(),
                    entry.at("/location/lines/begin").asInt()));
            assertThat(fingerprints.merge(entry.at("/fingerprint").asText(), 1, Integer::sum))
                    .isEqualTo(1);
        }
        return told;
    }

    private static List<Told> rdjson(JsonNode report) {
        var told = new ArrayList<Told>();
        for (JsonNode entry : report.get("diagnostics")) {
            told.add(new Told(
                    entry.at("/code/value").asText(),
                    entry.at("/location/path").asText(),
                    entry.at("/location/range/start/line").asInt(1)));
        }
        return told;
    }

    /** What its importer demands: listed rules, ranges that are not empty. */
    private static List<Told> sonarqube(JsonNode report) {
        List<String> rules = report.get("rules").findValuesAsText("id");
        assertThat(rules).doesNotHaveDuplicates();
        var told = new ArrayList<Told>();
        for (JsonNode issue : report.get("issues")) {
            assertThat(rules).contains(issue.get("ruleId").asText());
            assertThat(issue.has("severity")).isFalse();
            JsonNode range = issue.at("/primaryLocation/textRange");
            if (range.has("endLine")
                    && range.get("startLine").asInt() == range.get("endLine").asInt()) {
                assertThat(range.get("startColumn").asInt())
                        .isLessThan(range.get("endColumn").asInt());
            }
            told.add(new Told(
                    issue.get("ruleId").asText().replaceFirst("\\..*", ""),
                    issue.at("/primaryLocation/filePath").asText(),
                    range.path("startLine").asInt(1)));
        }
        return told;
    }

    private static List<Told> checkstyle(Element report) {
        return elements(report, "error").stream()
                .map(error -> new Told(
                        error.getAttribute("source").replaceFirst("^migralint\\.", ""),
                        ((Element) error.getParentNode()).getAttribute("name"),
                        Integer.parseInt(error.getAttribute("line"))))
                .toList();
    }

    private static List<Told> junit(Element report) {
        return elements(report, "testcase").stream()
                .filter(test -> !test.getAttribute("name").equals("no findings"))
                .map(test -> new Told(
                        test.getAttribute("name").replaceFirst("(,| \\().*", ""),
                        test.getAttribute("file"),
                        test.hasAttribute("line") ? Integer.parseInt(test.getAttribute("line")) : 1))
                .toList();
    }

    private static List<Told> lines(String report, Path root) throws IOException {
        var told = new ArrayList<Told>();
        List<String> lines = report.lines().toList();
        for (String line : lines) {
            JsonNode entry = JSON.readTree(line);
            if (entry.get("type").asText().equals("finding")) {
                told.add(new Told(
                        entry.get("rule").asText(),
                        relative(entry.get("file").asText(), root),
                        entry.at("/region/line").asInt()));
            }
        }
        assertThat(JSON.readTree(lines.getFirst()).get("type").asText()).isEqualTo("run");
        assertThat(JSON.readTree(lines.getLast()).get("type").asText()).isEqualTo("summary");
        return told;
    }

    /** XML cannot hold every name of a file. */
    private static List<Told> shown(List<Told> expected) {
        return expected.stream()
                .map(told -> new Told(told.rule(), told.path().replace("\u202e", "\\u{202e}"), told.line()))
                .toList();
    }

    private static JsonNode json(ReportFormat format, Report report, Path root) throws IOException {
        return JSON.readTree(text(format, report, root));
    }

    private static Element xml(ReportFormat format, Report report, Path root) throws IOException {
        String text = text(format, report, root);
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(format.word() + " is no XML: " + text, e);
        }
    }

    private static List<Element> elements(Element root, String name) {
        var found = new ArrayList<Element>();
        var nodes = root.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(ReportFormat format, Report report, Path root) throws IOException {
        var style = new ReportStyle(
                new Terminal(false, true, false, Terminal.USUAL_WIDTH), Verbosity.NORMAL, false, Optional::empty);
        var out = new StringBuilder();
        format.reporter(style, new SourceRoot(root, root)).write(report, out);
        return out.toString();
    }

    /** What is wrong with a folder as a whole stands in its first line. */
    private static int lines(Path file) throws IOException {
        return Files.isDirectory(file)
                ? 1
                : Files.readString(file, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1).length;
    }

    private void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
