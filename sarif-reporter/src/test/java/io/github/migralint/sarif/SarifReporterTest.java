package io.github.migralint.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.history.Step;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.schema.Origin;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.triage.Triaged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReporterTest {
    private static final String PAGE = "# a-drop\n\nSomething is dropped.\n\n## Example\n\n```sql engine=x\n"
            + "DROP TABLE t;  -- expect MEDIUM: dropped\n```\n";

    /** Reports each DROP, with as much as a finding can say. */
    private static final class Drops implements Rule {
        private final Risk risk;

        Drops(Risk risk) {
            this.risk = risk;
        }

        @Override
        public RuleInfo info() {
            return new RuleInfo(
                    "a-drop", "Something is dropped.", Category.DATA, Risk.HIGH, true, List.of("postgresql"));
        }

        @Override
        public void check(Step step, Consumer<Finding> report) {
            String sql = step.migration().text().slice(step.statement().span());
            if (sql.startsWith("DROP TABLE")) {
                int start = step.statement().span().start();
                report.accept(Finding.at(step, info(), step.statement().span())
                        .risk(step.migration().text().line(line(step, start)).endsWith("worst") ? Risk.CRITICAL : risk)
                        .object("t")
                        .label("dropped")
                        .message("The table t is dropped.")
                        .blocks("everybody")
                        .because(Reason.at("t was created in ", new Origin(0, "db/V1 a.sql", 1), "t was created here"))
                        .related(new Related("db/V0 b.sql", 1, "t[1] was filled here"))
                        .instead("now", "SELECT a[1](2);")
                        .instead("next migration", "DROP TABLE t;")
                        .build());
            }
        }
    }

    private static int line(Step step, int offset) {
        return step.migration().text().position(offset).line();
    }

    @TempDir
    Path folder;

    @Test
    void theWholeReport() throws IOException {
        String sql = "CREATE TABLE t (id int);\n\nDROP TABLE t;\nDROP TABEL x;\nDROP TABLE t;\n";
        String sarif = sarif(report(sql, Risk.MEDIUM));
        try (InputStream golden = getClass().getResourceAsStream("whole.sarif")) {
            if ("write".equals(System.getProperty("migralint.goldens"))) {
                Path file = Path.of(
                        System.getProperty("migralint.root"),
                        "sarif-reporter/src/test/resources/io/github/migralint/sarif/whole.sarif");
                Files.writeString(file, sarif);
                return;
            }
            assertThat(golden).isNotNull();
            assertThat(sarif).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void followsTheStandardForEveryRisk() throws IOException {
        for (Risk risk : Risk.values()) {
            JsonNode sarif = valid(sarif(report("DROP TABLE t;", risk)));
            assertThat(sarif.at("/runs/0/results/0/properties/risk").asText()).isEqualTo(risk.name());
            assertThat(sarif.at("/runs/0/results/0/level").isMissingNode()).isFalse();
        }
        assertThat(valid(sarif(report("DROP TABLE t;", Risk.MEDIUM)))
                        .at("/runs/0/results/0/level")
                        .asText())
                .isEqualTo("warning");
    }

    @Test
    void aCleanRunStillHasResultsAndAllRules() throws IOException {
        JsonNode run = valid(sarif(report("SELECT 1;", Risk.LOW))).at("/runs/0");
        assertThat(run.get("results").isArray()).isTrue();
        assertThat(run.get("results")).isEmpty();
        assertThat(run.at("/tool/driver/rules").findValuesAsText("id")).containsExactly("a-drop", "unanalyzable-sql");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void whatIsNotUnderstoodIsAResultAndANotification() throws IOException {
        JsonNode run = valid(sarif(report("DROP TABEL t;", Risk.LOW))).at("/runs/0");
        assertThat(run.at("/results/0/ruleId").asText()).isEqualTo("unanalyzable-sql");
        assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(1);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/descriptor/id")
                        .asText())
                .isEqualTo("statement-not-understood");
    }

    @Test
    void theSameStatementTwiceHasTwoFingerprints() throws IOException {
        JsonNode results =
                valid(sarif(report("DROP TABLE t;\nDROP TABLE t;\n", Risk.LOW))).at("/runs/0/results");
        String first = results.at("/0/partialFingerprints/migralint~1v1").asText();
        assertThat(first).endsWith(":1");
        assertThat(results.at("/1/partialFingerprints/migralint~1v1").asText()).isEqualTo(first.replace(":1", ":2"));
    }

    @Test
    void aMissingFileIsANotification() throws IOException {
        JsonNode run = valid(sarif(analyze(Path.of("nowhere.sql"), Risk.LOW))).at("/runs/0");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(run.at("/invocations/0/toolConfigurationNotifications/0/descriptor/id")
                        .asText())
                .isEqualTo("file-missing");
    }

    @Test
    void theRegionIsTheFirstLineOfTheClauseAndTheContextIsAllOfIt() throws IOException {
        JsonNode location = valid(sarif(report("DROP TABLE\n  t\n  CASCADE;\n", Risk.LOW)))
                .at("/runs/0/results/0/locations/0/physicalLocation");
        assertThat(location.get("region").toString())
                .isEqualTo("{\"startLine\":1,\"startColumn\":1,\"endLine\":1,\"endColumn\":11}");
        assertThat(location.get("contextRegion").toString())
                .isEqualTo("{\"startLine\":1,\"startColumn\":1,\"endLine\":3,\"endColumn\":10}");
    }

    @Test
    void placesThatTheReasonNamesAreLinkedInIt() throws IOException {
        JsonNode result = valid(sarif(report("DROP TABLE t;", Risk.LOW))).at("/runs/0/results/0");
        assertThat(result.at("/message/text").asText())
                .startsWith("The table t is dropped. Blocked: everybody.")
                .contains("Known because t was created in [V1 a.sql:1](2).")
                .contains("See [t\\[1\\] was filled here](1).")
                .contains("\n\nInstead, now:\nSELECT a[1] (2);\n\nNext migration:\nDROP TABLE t;")
                .endsWith(".");
        assertThat(result.get("relatedLocations").findValuesAsText("id")).containsExactly("1", "2");
    }

    @Test
    void theHashIsThatOfTheLineWhereTheResultBegins() throws IOException {
        String sql = "\ufeffSELECT 1;\r\n\tDROP TABLE t;\r\n";
        JsonNode result = valid(sarif(report(sql, Risk.LOW))).at("/runs/0/results/0");
        assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
                .isEqualTo(new LineHashes(sql).of(2));
    }

    @Test
    void whatIsSuppressedIsLeftOutUnlessItIsAskedFor() throws IOException {
        Report report = report("-- migralint:ignore a-drop -- nobody uses it\nDROP TABLE t;\n", Risk.HIGH);
        assertThat(valid(sarif(report)).at("/runs/0/results")).isEmpty();
        JsonNode shown = valid(sarif(report, reporter -> reporter.showingSuppressed(true)));
        assertThat(shown.at("/runs/0/results/0/suppressions/0/kind").asText()).isEqualTo("inSource");
        assertThat(shown.at("/runs/0/results/0/suppressions/0/justification").asText())
                .isEqualTo("nobody uses it");
        assertThat(shown.at("/runs/0/results/0/baselineState").isMissingNode()).isTrue();
    }

    @Test
    void withABaselineEachResultIsNewOrUnchanged() throws IOException {
        Report report = report("DROP TABLE t;\nDROP TABLE u;\n", Risk.HIGH);
        Report compared = withBaseline(report);
        JsonNode usual = valid(sarif(compared)).at("/runs/0/results");
        assertThat(usual.findValuesAsText("baselineState")).containsExactly("new");
        JsonNode all = valid(sarif(compared, reporter -> reporter.showingSuppressed(true)))
                .at("/runs/0/results");
        assertThat(all.findValuesAsText("baselineState")).containsExactly("new", "unchanged");
        assertThat(all.at("/1/suppressions/0/kind").asText()).isEqualTo("external");
    }

    private static Report withBaseline(Report report) {
        Finding known = report.findings().get(1);
        return new Report(
                report.history(),
                report.projects(),
                report.notes(),
                report.rules(),
                new Triaged(List.of(report.findings().get(0)), List.of(), List.of(known), List.of()),
                report.problems(),
                report.counts(),
                report.failOn());
    }

    @Test
    void theGravestAreToldWhereThereIsNoRoomForAll() throws IOException {
        Report report = report("DROP TABLE t;\nDROP TABLE u; -- worst\nDROP TABLE v; -- worst\n", Risk.LOW);
        JsonNode run = valid(sarif(report, reporter -> reporter.withAtMost(2))).at("/runs/0");
        assertThat(run.get("results").findValuesAsText("risk")).containsExactly("CRITICAL", "CRITICAL");
        JsonNode notification = run.at("/invocations/0/toolExecutionNotifications/0");
        assertThat(notification.at("/descriptor/id").asText()).isEqualTo("findings-left-out");
        assertThat(notification.at("/message/text").asText()).endsWith(": 1.");
        int index = notification.at("/descriptor/index").asInt();
        assertThat(run.at("/tool/driver/notifications/" + index + "/id").asText())
                .isEqualTo("findings-left-out");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void theCategoryIsLeftToTheUploadUnlessItIsSaid() throws IOException {
        Report report = report("SELECT 1;", Risk.LOW);
        assertThat(valid(sarif(report)).at("/runs/0/automationDetails").isMissingNode())
                .isTrue();
        assertThat(valid(sarif(report, reporter -> reporter.inCategory(Optional.of("shop/billing"))))
                        .at("/runs/0/automationDetails/id")
                        .asText())
                .isEqualTo("shop/billing/");
    }

    @Test
    void aConfigurationThatCannotBeUsedFailsTheRunAtItsPlace() throws IOException {
        Report report = report("SELECT 1;", Risk.LOW);
        String toml = folder.resolve("migralint.toml").toString();
        var place = new Place(SourceText.of(toml, "fail-on = \"hihg\"\n"), new Span(10, 16));
        var problem = Problem.at(Problem.Kind.CONFIGURATION, place, toml + ":1:11: unknown risk hihg.");
        JsonNode run = valid(sarif(failed(report, problem))).at("/runs/0");
        JsonNode notification = run.at("/invocations/0/toolConfigurationNotifications/0");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(notification.at("/message/text").asText()).isEqualTo("migralint.toml:1:11: unknown risk hihg.");
        assertThat(notification
                        .at("/locations/0/physicalLocation/region/startColumn")
                        .asInt())
                .isEqualTo(11);
        assertThat(run.at("/artifacts/0/sourceLanguage").asText()).isEqualTo("toml");
    }

    private static Report failed(Report report, Problem problem) {
        return new Report(
                report.history(),
                report.projects(),
                report.notes(),
                report.rules(),
                new Triaged(List.of(), List.of()),
                List.of(problem),
                Counts.NONE,
                Optional.empty());
    }

    @Test
    void theOwnFingerprintSurvivesEditsElsewhereAndMoves() throws IOException {
        String drop = "DROP TABLE t;\n";
        String before = fingerprint(report(drop + "SELECT 1;\n", Risk.LOW));
        assertThat(fingerprint(report("-- a remark\n\nSELECT 2;\n" + drop + "SELECT 3;\n", Risk.LOW)))
                .isEqualTo(before);
        Path moved = Files.createDirectories(folder.resolve("elsewhere/deep")).resolve("V1 a.sql");
        Files.writeString(moved, drop);
        assertThat(fingerprint(analyze(moved, Risk.LOW))).isEqualTo(before);
        Path renamed = folder.resolve("V2 a.sql");
        Files.writeString(renamed, drop);
        assertThat(fingerprint(analyze(renamed, Risk.LOW))).isNotEqualTo(before);
    }

    private String fingerprint(Report report) throws IOException {
        return valid(sarif(report))
                .at("/runs/0/results/0/partialFingerprints/migralint~1v1")
                .asText();
    }

    private Report report(String sql, Risk risk) throws IOException {
        Path file = Files.createDirectories(folder.resolve("db")).resolve("V1 a.sql");
        Files.writeString(file, sql);
        return analyze(file, risk);
    }

    private static Report analyze(Path file, Risk risk) {
        Dialect dialect = Dialects.all().get(0);
        var request = Request.of(List.of(file), dialect)
                .history(new HistoryMode.None())
                .build();
        var rule = new Drops(risk);
        return new Analyzer(List.of(rule), List.of(rule.info())).check(request, Optional.of(Risk.HIGH));
    }

    private String sarif(Report report) throws IOException {
        return sarif(report, reporter -> reporter);
    }

    private String sarif(Report report, UnaryOperator<SarifReporter> options) throws IOException {
        var out = new StringBuilder();
        options.apply(new SarifReporter(id -> PAGE, new SourceRoot(folder, folder)))
                .write(report, out);
        return out.toString();
    }

    private JsonNode valid(String sarif) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(sarif);
        try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V7)
                            .getSchema(schema)
                            .validate(tree))
                    .isEmpty();
        }
        assertThat(sarif).doesNotContain(folder.toString());
        return tree;
    }
}
