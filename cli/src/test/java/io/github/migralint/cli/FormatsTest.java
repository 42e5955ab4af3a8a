package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the output for machines to the published schemas, and to what they cannot say. */
class FormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    Path migrations;

    @BeforeEach
    void writeMigrations() throws IOException {
        migrations = ShopFolder.in(folder);
        Files.writeString(
                migrations.resolve("V3__names.sql"),
                "-- größe ✓\nALTER TABLE orders RENAME COLUMN customer_id TO buyer_id;\nCREATE TABEL broken ();\n");
    }

    @Test
    void jsonFollowsItsSchema() throws IOException {
        JsonNode report = valid("report.schema.json", Run.of("check", migrations, "--format=json"));
        assertThat(report.at("/summary/statements").asInt()).isEqualTo(4);
        assertThat(report.at("/summary/notUnderstood").asInt()).isEqualTo(1);
        assertThat(report.at("/summary/failed").asBoolean()).isTrue();
        assertThat(report.at("/framework/name").asText()).isEqualTo("Flyway");
        assertThat(report.at("/problems/0/kind").asText()).isEqualTo("not-understood");
        JsonNode rename = report.at("/findings/1");
        assertThat(rename.get("rule").asText()).isEqualTo("rename-without-expand-contract");
        assertThat(rename.at("/statement/line").asInt()).isEqualTo(2);
        assertThat(rename.at("/statement/byteOffset").asInt()).isEqualTo(15);
    }

    @Test
    void anEmptyReportFollowsTheSchemaToo() throws IOException {
        Path safe = migrations.resolve("V1__orders.sql");
        JsonNode report = valid("report.schema.json", Run.of("check", safe, "--format=json", "--fail-on=never"));
        assertThat(report.get("findings")).isEmpty();
        assertThat(report.at("/summary/failOn").isNull()).isTrue();
        valid("report.schema.json", Run.of("check", folder.resolve("nowhere.sql"), "--format=json"));
    }

    @Test
    void eachJsonLineFollowsItsSchema() throws IOException {
        String report = Files.readString(schema("report.schema.json"));
        JsonSchema line = JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        factory -> factory.schemaLoaders(loaders ->
                                loaders.schemas(Map.of("https://migralint.github.io/schemas/report-1.json", report))))
                .getSchema(JSON.readTree(Files.readString(schema("jsonl.schema.json"))));
        Files.writeString(
                migrations.resolve("V4__x.sql"),
                "-- migralint:ignore blocking-index-creation -- small\nCREATE INDEX i ON orders (buyer_id);\n");
        List<String> lines =
                Run.of("check", migrations, "--format=jsonl").out().lines().toList();
        var types = new ArrayList<String>();
        for (String text : lines) {
            JsonNode tree = JSON.readTree(text);
            assertThat(line.validate(tree)).as(text).isEmpty();
            types.add(tree.get("type").asText());
        }
        assertThat(types)
                .startsWith("run", "finding", "finding")
                .contains("suppressed", "problem")
                .endsWith("summary");
        assertThat(line.validate(JSON.readTree("{\"type\": \"finding\"}"))).isNotEmpty();
    }

    @Test
    void findingsBelowTheLeastRiskAreHiddenFromEveryReport() throws IOException {
        Run all = Run.of("check", migrations, "--format=json", "--severity=blocking-index-creation=low");
        Run grave = Run.of(
                "check",
                migrations,
                "--format=json",
                "--severity=blocking-index-creation=low",
                "--min-severity=high",
                "--fail-on=low");
        JsonNode report = valid("report.schema.json", grave);
        assertThat(report.at("/summary/hidden").asInt()).isEqualTo(1);
        assertThat(report.get("findings"))
                .hasSize(JSON.readTree(all.out()).get("findings").size() - 1);
        assertThat(grave.out()).doesNotContain("\"rule\": \"blocking-index-creation\"");
        Path index = migrations.resolve("V2__index.sql");
        Run hidden = Run.of("check", index, "--min-severity=critical");
        assertThat(hidden.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(hidden.out())
                .contains("no findings to show", "1 hidden (--min-severity)", "fails at HIGH")
                .doesNotContain("blocking-index-creation");
        assertThat(Run.of("check", index, "--min-severity=never").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void inspectFollowsItsSchema() throws IOException {
        JsonNode inspection = valid("inspect.schema.json", Run.of("inspect", migrations, "--format=json"));
        assertThat(inspection.at("/engine/version").asText()).isEqualTo("18");
        assertThat(inspection.get("files")).hasSize(3);
        JsonNode broken = inspection.at("/files/2/statements/1");
        assertThat(broken.get("parsed").asBoolean()).isFalse();
        assertThat(broken.get("target").isNull()).isTrue();
    }

    @Test
    void rulesFollowTheirSchema() throws IOException {
        JsonNode rules = valid("rules.schema.json", Run.of("rules", "--format=json"));
        assertThat(rules.get("rules")).hasSizeGreaterThan(10);
    }

    @Test
    void sarifFollowsTheStandard() throws IOException {
        Run run = Run.of("check", migrations, "--format=sarif");
        JsonNode sarif = JSON.readTree(run.out());
        try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonSchema standard = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
            assertThat(standard.validate(sarif)).isEmpty();
        }
        JsonNode results = sarif.at("/runs/0/results");
        assertThat(results.findValuesAsText("ruleId"))
                .containsExactly("blocking-index-creation", "rename-without-expand-contract", "unanalyzable-sql");
        assertThat(sarif.at("/runs/0/tool/driver/rules")).hasSizeGreaterThan(10);
        assertThat(run.out())
                .isEqualTo(Run.of("check", migrations, "--format=sarif").out());
        assertThat(run.out()).doesNotContain(folder.toString());
    }

    private static JsonNode valid(String schema, Run run) throws IOException {
        JsonNode output = JSON.readTree(run.out());
        Path file = schema(schema);
        JsonSchema expected =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(JSON.readTree(Files.readString(file)));
        assertThat(expected.validate(output)).isEmpty();
        return output;
    }

    private static Path schema(String name) {
        return Path.of(System.getProperty("migralint.root"), "docs/formats", name);
    }
}
