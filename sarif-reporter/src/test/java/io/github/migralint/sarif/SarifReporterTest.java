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
import io.github.migralint.report.Report;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
                report.accept(Finding.at(step, info(), new Span(start, start + 4))
                        .risk(risk)
                        .object("t")
                        .label("dropped")
                        .message("The table t is dropped.")
                        .blocks("everybody")
                        .because("V1 created it")
                        .related(new Related("db/V1 a.sql", 1, "t[1] was created here"))
                        .build());
            }
        }
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
        var out = new StringBuilder();
        new SarifReporter(id -> PAGE, new SourceRoot(folder, folder)).write(report, out);
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
