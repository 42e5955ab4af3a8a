package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {
    private static final String TRUNCATE = "TRUNCATE orders;\n";
    private static final String REASON = " -- test data only\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeHistory() throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "CREATE TABLE orders (id bigint PRIMARY KEY, a int);\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- migralint:ignore truncated-table -- test data\nTRUNCATE orders;\n",
                "TRUNCATE orders; -- migralint:ignore truncated-table -- test data\n",
                "TRUNCATE\n  -- migralint:ignore truncated-table -- test data\n  orders;\n",
                "/* migralint:ignore truncated-table -- test data */ TRUNCATE orders;\n",
                "/* migralint:ignore\n * truncated-table -- test\n data */\nTRUNCATE orders;\n",
                "--migralint: ignore truncated-table --test data\n\n-- another comment\nTRUNCATE orders;\n",
                "SELECT 1;\n-- migralint:ignore truncated-table -- test data\nTRUNCATE orders; SELECT 2;\n",
                "TRUNCATE orders;\n-- migralint:ignore-file truncated-table -- test data\n",
                "DO $$ BEGIN\n-- migralint:ignore truncated-table -- test data\nTRUNCATE orders;\nEND $$;\n",
                "DO $$ BEGIN\nTRUNCATE orders; -- migralint:ignore truncated-table -- test data\nEND $$;\n",
                "DO $$ BEGIN\n-- migralint:ignore truncated-table -- test data\n"
                        + "IF now() > '2030-01-01' THEN SELECT 1; TRUNCATE orders; END IF;\nEND $$;\n",
                "-- migralint:ignore truncated-table -- test data\nDO $$ BEGIN TRUNCATE orders; END $$;\n",
            })
    void aCommentSuppresses(String sql) throws IOException {
        Run run = check(sql, "--select", "truncated-table,unused-suppression,suppression-without-reason");
        assertThat(run.out()).contains("no findings").contains(" · 1 suppressed");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- migralint:ignore truncated-table -- test data\nSELECT 1;\nTRUNCATE orders;\n",
                "SELECT 1; -- migralint:ignore truncated-table -- test data\nTRUNCATE orders;\n",
                "-- migralint:ignore truncated-table -- test data\nSELECT 1; TRUNCATE orders;\n",
                "TRUNCATE orders;\n-- migralint:ignore truncated-table -- test data\n",
                "DO $$ BEGIN\n-- migralint:ignore truncated-table -- test data\nPERFORM 1;\nTRUNCATE orders;\nEND $$;\n",
                "-- migralint:ignore delete-without-where -- test data\nTRUNCATE orders;\n",
                "-- no migralint:ignore truncated-table -- test data\nTRUNCATE orders;\n",
                "SELECT '-- migralint:ignore truncated-table -- test data';\nTRUNCATE orders;\n",
            })
    void aCommentAboutSomethingElseDoesNot(String sql) throws IOException {
        Run run = check(sql, "--select", "truncated-table");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("suppressed");
    }

    @Test
    void aGraveFindingNeedsAReason() throws IOException {
        Run run = check("-- migralint:ignore truncated-table\n" + TRUNCATE);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("CRITICAL truncated-table")
                .contains("LOW suppression-without-reason: says no reason")
                .doesNotContain("suppressed");
        Run milder = check("-- migralint:ignore truncated-table\n" + TRUNCATE, "--severity", "truncated-table=medium");
        assertThat(milder.out()).contains("no findings").contains("1 suppressed");
    }

    @Test
    void rulesThatDoNotRunAreNoReasonToComplain() throws IOException {
        String sql = "-- migralint:ignore truncated-table" + REASON + TRUNCATE;
        assertThat(check(sql, "--select", "delete-without-where,unused-suppression")
                        .out())
                .contains("no findings");
        assertThat(check(sql, "--select", "unused-suppression").out()).contains("no findings");
    }

    @Test
    void commentsCanBeOverruled() throws IOException {
        Run run = check("-- migralint:ignore truncated-table" + REASON + TRUNCATE, "--no-inline-ignores");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("truncated-table").doesNotContain("suppress");
    }

    @Test
    void everyFormatShowsWhatIsSuppressed() throws IOException {
        String sql = "-- migralint:ignore truncated-table" + REASON + TRUNCATE;
        assertThat(check(sql, "--show-suppressed").out())
                .contains("V2__b.sql:2:")
                .contains("suppressed CRITICAL truncated-table: test data only (")
                .contains("V2__b.sql:1)");
        assertThat(check(sql, "--show-suppressed", "--format", "full").out())
                .contains("SUPPRESSED  CRITICAL truncated-table")
                .contains("test data only (");
        assertThat(check(sql, "--format", "json").out())
                .contains("\"suppressed\": 1,")
                .contains("\"reason\": \"test data only\"")
                .contains("\"findings\": [ ]");
        assertThat(check(sql, "--format", "sarif").out())
                .contains("\"results\": [ ]")
                .doesNotContain("\"suppressions\"");
        assertThat(check(sql, "--format", "sarif", "--show-suppressed").out())
                .contains("\"suppressions\"")
                .contains("\"inSource\"")
                .contains("\"test data only\"");
    }

    @Test
    void theConfigurationSuppressesWhatIsApplied() throws IOException {
        ignore("reason = \"applied\"\nexpires = 9999-12-31\n");
        Run run = check(TRUNCATE, "--show-suppressed");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 suppressed").contains("applied (").contains("migralint.toml:1)");
        assertThat(check(TRUNCATE, "--isolated").exitCode()).isEqualTo(1);
    }

    @Test
    void theConfigurationIsHeldToTheSameRules() throws IOException {
        ignore("");
        assertThat(check(TRUNCATE).out())
                .contains("CRITICAL truncated-table")
                .containsPattern("migralint.toml:1:3: LOW suppression-without-reason: says no reason");
        ignore("reason = \"applied\"\nexpires = 2001-01-31\n");
        assertThat(check(TRUNCATE).out())
                .contains("CRITICAL truncated-table")
                .contains("LOW suppression-without-reason: ended on 2001-01-31");
        ignore("reason = \"applied\"\n");
        assertThat(check("SELECT 1;\n").out())
                .containsPattern("migralint.toml:1:3: LOW unused-suppression: suppresses nothing");
    }

    @Test
    void theConfigurationMayNameTheObject() throws IOException {
        ignore("reason = \"applied\"\nobject = \"orders\"\n");
        assertThat(check(TRUNCATE).exitCode()).isZero();
        ignore("reason = \"applied\"\nobject = \"order\"\n");
        assertThat(check(TRUNCATE).exitCode()).isEqualTo(1);
    }

    @Test
    void filesThatAreNotCheckedAreNoReasonToComplain() throws IOException {
        ignore("reason = \"applied\"\n");
        Files.writeString(folder.resolve("V3__c.sql"), "SELECT 1;\n");
        Files.writeString(folder.resolve("V2__b.sql"), TRUNCATE);
        assertThat(Run.of("check", folder.resolve("V3__c.sql")).out()).contains("no findings");
    }

    private void ignore(String more) throws IOException {
        Files.writeString(
                folder.resolve("migralint.toml"),
                "[[ignore]]\nfile = \"V2__b.sql\"\nrule = \"truncated-table\"\n" + more);
    }

    private Run check(String sql, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("V2__b.sql"), sql);
        var arguments = new ArrayList<Object>(List.of("check", file));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--format")) {
            arguments.addAll(List.of("--format", "concise"));
        }
        return Run.of(arguments.toArray());
    }
}
