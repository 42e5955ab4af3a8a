package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path folder;

    Path migrations;
    Path index;

    @BeforeEach
    void writeMigrations() throws IOException {
        migrations = ShopFolder.in(folder);
        index = migrations.resolve("V2__index.sql");
    }

    @Test
    void findingsAtTheThresholdGiveOne() {
        Run run = Run.of("check", index);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("HIGH      blocking-index-creation")
                .contains("1 finding (1 high) · 1 migration, 1 statement, all understood")
                .contains("fails at HIGH (--fail-on)");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void findingsBelowTheThresholdGiveZeroAndAreStillTold() {
        Run run = Run.of("check", index, "--fail-on", "critical");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("blocking-index-creation").contains("passes: nothing at CRITICAL (--fail-on)");
        assertThat(Run.of("check", index, "--fail-on=never").out()).contains("never fails (--fail-on)");
    }

    @Test
    void nothingToReportIsOneLine() {
        Run run = Run.of("check", migrations.resolve("V1__orders.sql"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("no findings · 1 migration, 1 statement, all understood\n");
    }

    @Test
    void aMissingFileGivesTwoAndTheOthersAreAnalyzed() {
        Run run = Run.of("check", index, folder.resolve("nowhere.sql"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("migralint: " + folder.resolve("nowhere.sql") + " does not exist.\n");
        assertThat(run.out()).contains("blocking-index-creation");
    }

    @Test
    void onlyAMissingFileIsOneLine() {
        Run run = Run.of("check", folder.resolve("nowhere.sql"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--formt=json",
                "--format=xml",
                "--fail-on=severe",
                "--db-version=9.6",
                "--db-version=postgresql-99",
                "--dialect=dbase",
                "--history=/nowhere/at/all",
                "--color=sometimes",
                "--select=blocking-index-creatoin",
                "--output-file=/nowhere/at/all/report.txt"
            })
    void wrongUsageGivesTwoAndOneLine(String option) {
        Run run = Run.of("check", index, option);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("migralint: ");
    }

    @Test
    void wrongUsageSaysWhatWasMeant() {
        assertThat(Run.of("check", "--formt=json").err()).contains("did you mean --format?");
        assertThat(Run.of("chekc").err()).contains("did you mean check?");
        assertThat(Run.of("check", index, "--ignore=blocking-index-creatoin").err())
                .contains("did you mean blocking-index-creation?");
        assertThat(Run.of("check", index, "--db-version=9.6").err()).contains("supported are 12, 13,");
        assertThat(Run.of("check", index, "-v", "-q").err()).contains("exclude each other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "16.4", "postgresql-16", "postgres:16"})
    void theVersionIsSpelledAsPeopleDo(String version) {
        assertThat(Run.of("check", index, "--db-version", version).out())
                .contains("PostgreSQL 16")
                .contains("(--db-version)");
    }

    @Test
    void theHistoryOfAFileIsItsFolder() {
        assertThat(Run.of("check", index).out())
                .contains("Flyway (file names like V1__x.sql)", "V1 replayed, 1 migration under review")
                .contains("exists since V1__orders.sql:1");
        assertThat(Run.of("check", index, "--history", "none").out()).contains("no history");
        assertThat(Run.of("check", index, "--history", migrations).out()).contains("V1 replayed");
    }

    @Test
    void theToolCanBeNamed() {
        assertThat(Run.of("check", index, "--framework", "plain").out()).contains("plain SQL files (asked for)");
        assertThat(Run.of("check", index, "--framework", "flyway").out()).contains("Flyway (asked for)");
        Run wrong = Run.of("check", index, "--framework", "golng-migrate");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("unknown value golng-migrate for --framework; did you mean golang-migrate? Known are goose,");
    }

    @Test
    void rulesAreSelectedAndIgnored() {
        assertThat(Run.of("check", index, "--ignore", "blocking-index-creation,not-null-scan")
                        .exitCode())
                .isZero();
        assertThat(Run.of("check", index, "--select", "not-null-scan").exitCode())
                .isZero();
        assertThat(Run.of("check", index, "--select", "blocking-index-creation").exitCode())
                .isEqualTo(1);
    }

    @Test
    void conciseIsOneLineEach() {
        assertThat(Run.of("check", index, "-f", "concise", "-q").out())
                .isEqualTo(index + ":1:1: HIGH blocking-index-creation:"
                        + " SHARE lock on orders while every row is read\n");
    }

    @Test
    void standardInputIsReadAndStandsForItsFile() {
        String sql = "CREATE INDEX orders_again_idx ON orders (customer_id);\n";
        Run named = Run.withInput(sql, "check", "-", "--stdin-filename", index);
        assertThat(named.exitCode()).isEqualTo(1);
        assertThat(named.out()).contains("V1 replayed").contains("orders_again_idx");
        Run nameless = Run.withInput(sql, "check", "-");
        assertThat(nameless.exitCode()).isEqualTo(1);
        assertThat(nameless.out()).contains("stdin.sql:1:1").contains("no history");
    }

    @Test
    void argumentsComeFromAFile() throws IOException {
        Path spaced = Files.move(migrations, folder.resolve("db files")).resolve("V2__index.sql");
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "# changed files\n\n" + spaced + "\n");
        assertThat(Run.of("check", "@" + list, "-f", "concise").exitCode()).isEqualTo(1);
        Files.writeString(list, "\"" + spaced + "\" --format=concise\n");
        assertThat(Run.of("check", "@" + list).out()).contains("db files/V2__index.sql:1:1: HIGH");
        assertThat(Run.of("check", "@" + folder.resolve("none.txt")).err()).contains("cannot read the argument file");
    }

    @Test
    void theReportGoesToAFile() throws IOException {
        Path report = folder.resolve("report.txt");
        Run run = Run.of("check", index, "-o", report);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(report)).contains("blocking-index-creation");
    }

    @Test
    void coloursFollowFlagThenEnvironmentThenTerminal() {
        assertThat(coloured(Map.of(), false)).isFalse();
        assertThat(coloured(Map.of(), true)).isTrue();
        assertThat(coloured(Map.of("NO_COLOR", "1"), true)).isFalse();
        assertThat(coloured(Map.of("NO_COLOR", ""), true)).isTrue();
        assertThat(coloured(Map.of("TERM", "dumb"), true)).isFalse();
        assertThat(coloured(Map.of("FORCE_COLOR", "1"), false)).isTrue();
        assertThat(coloured(Map.of("FORCE_COLOR", "0"), false)).isFalse();
        assertThat(coloured(Map.of("FORCE_COLOR", "1", "NO_COLOR", "1"), false)).isFalse();
        assertThat(coloured(Map.of("NO_COLOR", "1"), false, "--color=always")).isTrue();
        assertThat(coloured(Map.of("FORCE_COLOR", "1"), true, "--color=never")).isFalse();
    }

    private boolean coloured(Map<String, String> environment, boolean terminal, String... more) {
        Object[] arguments = new Object[2 + more.length];
        arguments[0] = "check";
        arguments[1] = index;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Run.with("", environment, terminal, arguments).out().contains("\u001b[");
    }

    @Test
    void timeIsToldToATerminalOnly() {
        assertThat(Run.with("", Map.of(), true, "check", index).out()).containsPattern("\\d+\\.\\d\\d s\n");
        assertThat(Run.of("check", index).out())
                .isEqualTo(Run.of("check", index).out());
    }

    @Test
    void asciiIsAllThereIsWithoutUnicode() {
        assertThat(Run.of("check", index, "--no-unicode").out())
                .matches("\\p{ASCII}*")
                .contains("^^^^^^^^^^^^");
    }

    @Test
    void whatIsNotUnderstoodIsCountedAndToldOnce() throws IOException {
        Path broken = Files.writeString(migrations.resolve("V3__broken.sql"), "SELECT 1;\nCREATE TABEL x ();\n");
        Run run = Run.of("check", broken);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("unanalyzable-sql").contains("2 statements, 1 not understood");
        assertThat(Run.of("check", broken, "-v").out()).doesNotContain("NOT UNDERSTOOD");
        assertThat(Run.of("check", broken, "-v", "--ignore", "unanalyzable-sql").out())
                .contains("NOT UNDERSTOOD  " + broken + ":2:8");
    }

    @Test
    void aBinaryFileIsAProblemAndTheOthersAreAnalyzed() throws IOException {
        Path binary = Files.write(migrations.resolve("V3__image.sql"), new byte[] {'S', 0, 1, 2});
        Run run = Run.of("check", index, binary);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("PROBLEM  " + binary)
                .contains("is not text")
                .contains("blocking-index-creation");
    }

    @Test
    void controlCharactersNeverReachTheTerminal() throws IOException {
        Path evil = migrations.resolve("V3__evil.sql");
        Files.writeString(
                evil, "CREATE INDEX \"a\u001b[31m\u0007b\u202e\" ON orders (customer_id);", StandardCharsets.UTF_8);
        String out = Run.of("check", evil).out();
        assertThat(out)
                .contains("\\x1b[31m\\x07b\\u{202e}")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void theCommandMayBeLeftOutBeforeAPath() {
        assertThat(Run.of(index).exitCode()).isEqualTo(1);
        assertThat(Run.withInput("SELECT 1", "-").exitCode()).isZero();
    }

    @Test
    void helpAndVersion() throws IOException {
        Golden.check("help.txt", Run.of("--help").out());
        Golden.check("help-check.txt", Run.of("check", "--help").out());
        Golden.check("help-inspect.txt", Run.of("help", "inspect").out());
        assertThat(Run.of("--version").out()).isEqualTo("migralint 0.1.0\n");
        assertThat(Run.of().exitCode()).isEqualTo(2);
        assertThat(Run.of().err()).startsWith("Usage: migralint");
    }

    @Test
    void everyHelpFitsIntoEightyColumns() {
        for (String command : new String[] {"check", "explain", "rules", "inspect", "init"}) {
            assertThat(Run.of(command, "--help").out().lines()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void explainRendersThePage() {
        Run run = Run.of("explain", "blocking-index-creation");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("blocking-index-creation · HIGH · locking\n\n")
                .contains("    CREATE INDEX orders_customer_idx")
                .contains("-- HIGH: SHARE lock")
                .doesNotContain("```")
                .doesNotContain("expect HIGH");
        assertThat(Run.of("explain", "blocking-index-creaton").err()).contains("did you mean blocking-index-creation?");
        assertThat(Run.of("explain").exitCode()).isEqualTo(2);
        assertThat(Run.of("explain", "a", "b").exitCode()).isEqualTo(2);
    }

    @Test
    void rulesAreListed() {
        assertThat(Run.of("rules").out()).contains("HIGH      blocking-index-creation\n");
        assertThat(Run.of("rules").out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aClosedPipeIsQuiet() {
        var closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var err = new ByteArrayOutputStream();
        var main = new Main(new Surroundings(InputStream.nullInputStream(), closed, err, Map.of(), false));
        assertThat(main.run(List.of("check", index.toString()))).isEqualTo(1);
        assertThat(err.size()).isZero();
    }
}
