package io.github.migralint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.history.Step;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerTest {
    private record TestRule(String id, Risk risk, BiConsumer<Step, Consumer<Finding>> check) implements Rule {
        @Override
        public RuleInfo info() {
            return new RuleInfo(id, "A test.", Category.DATA, risk, true, List.of("postgresql"));
        }

        @Override
        public void check(Step step, Consumer<Finding> report) {
            check.accept(step, report);
        }

        /** Reports every statement. */
        static TestRule everything(String id, Risk risk) {
            var info = new RuleInfo(id, "A test.", Category.DATA, risk, true, List.of("postgresql"));
            return new TestRule(
                    id,
                    risk,
                    (step, report) -> report.accept(
                            Finding.at(step, info, step.statement().span())
                                    .label("seen")
                                    .message("It was seen.")
                                    .build()));
        }
    }

    @TempDir
    Path folder;

    @Test
    void aRuleThatThrowsIsAProblemAndTheOthersGoOn() throws IOException {
        var broken = new TestRule("broken", Risk.LOW, (step, report) -> {
            throw new IllegalStateException("boom");
        });
        Report report = check(file("a.sql", "SELECT 1;\nSELECT 2;"), broken, TestRule.everything("other", Risk.LOW));
        assertThat(report.findings()).hasSize(2);
        List<Problem> problems = report.problems(Problem.Kind.INTERNAL);
        assertThat(problems).hasSize(2);
        assertThat(problems.get(1).message())
                .contains("the rule broken")
                .contains("SELECT 2")
                .contains("boom");
        assertThat(problems.get(1).position().orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void aRuleThatNeverEndsItsRecursionIsAProblem() throws IOException {
        var endless = new TestRule("endless", Risk.LOW, AnalyzerTest::again);
        assertThat(check(file("a.sql", "SELECT 1"), endless).problems(Problem.Kind.INTERNAL))
                .hasSize(1);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void again(Step step, Consumer<Finding> report) {
        again(step, report);
        report.accept(Finding.at(
                        step,
                        TestRule.everything("x", Risk.LOW).info(),
                        step.statement().span())
                .build());
    }

    @Test
    void findingsComeInTheOrderOfFilesPlacesAndRisks() throws IOException {
        file("1.sql", "SELECT 1; SELECT 2;");
        file("2.sql", "SELECT 3;");
        Report report = check(folder, TestRule.everything("b-low", Risk.LOW), TestRule.everything("a-high", Risk.HIGH));
        assertThat(report.findings().stream()
                        .map(finding ->
                                finding.place().text().slice(finding.place().span()) + " " + finding.rule()))
                .containsExactly(
                        "SELECT 1 a-high",
                        "SELECT 1 b-low",
                        "SELECT 2 a-high",
                        "SELECT 2 b-low",
                        "SELECT 3 a-high",
                        "SELECT 3 b-low");
    }

    @Test
    void theSameDangerIsToldOnce() throws IOException {
        var twice = TestRule.everything("twice", Risk.LOW);
        assertThat(check(file("a.sql", "SELECT 1"), twice, twice).findings()).hasSize(1);
    }

    @Test
    void historyIsReplayedAndNotReported() throws IOException {
        file("V1__a.sql", "CREATE TABLE t (id int);\nCREATE TABEL x ();");
        Path second = file("V2__b.sql", "DROP TABLE t;");
        Report report = check(second, TestRule.everything("seen", Risk.HIGH));
        assertThat(report.findings()).hasSize(1);
        assertThat(report.problems()).isEmpty();
        assertThat(report.counts()).isEqualTo(new Counts(1, 1, 0, 1, 1));
        assertThat(report.failed()).isTrue();
    }

    @Test
    void aHistoryThatChangesUnknownThingsDoesNotStartFromNothing() throws IOException {
        file("V1__a.sql", "SET lock_timeout = '1s'; CREATE TABLE t (id int);");
        assertThat(check(folder).history().complete()).isTrue();
        file("V0__before.sql", "ALTER TABLE old ADD COLUMN x int;");
        assertThat(check(folder).history().complete()).isFalse();
    }

    @Test
    void aFileThatIsNotTextIsAProblem() throws IOException {
        Path binary = Files.write(folder.resolve("a.sql"), new byte[] {'a', 0, 'b'});
        Report report = check(binary);
        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().get(0).kind()).isEqualTo(Problem.Kind.FILE);
        Path utf16 = Files.write(folder.resolve("b.sql"), "\ufeffSELECT 1".getBytes(StandardCharsets.UTF_16LE));
        assertThat(check(utf16).counts().statements()).isEqualTo(1);
    }

    @Test
    void whatIsNotUnderstoodInsideOfCodeHasItsPlace() throws IOException {
        Report report = check(file("a.sql", """
                DO $$
                BEGIN
                  IF true THEN
                    CREATE TABEL t (a int);
                  END IF;
                  PERFORM 1;
                END $$;
                CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN a := ''x'' +; END';
                CREATE FUNCTION g() RETURNS void LANGUAGE plv8 AS 'what( ever';
                """));
        assertThat(report.problems())
                .extracting(problem -> problem.position().orElseThrow().line() + " " + problem.kind())
                .containsExactly("4 NOT_UNDERSTOOD", "8 NOT_UNDERSTOOD");
        assertThat(report.problems().getLast().message()).startsWith("A part of this code was not understood: ");
        assertThat(report.counts().statements()).isEqualTo(3);
        assertThat(report.counts().notUnderstood()).isEqualTo(2);
    }

    @Test
    void aBrokenQuoteExplainsTheStatementItIsIn() throws IOException {
        Report report = check(file("a.sql", "SELECT 1;\nINSERT INTO t VALUES ('open);\n"));
        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().get(0).kind()).isEqualTo(Problem.Kind.NOT_UNDERSTOOD);
        assertThat(report.counts().notUnderstood()).isEqualTo(1);
    }

    @Test
    void standardInputStandsForItsFile() throws IOException {
        file("V1__a.sql", "CREATE TABLE t (id int);");
        Path name = folder.resolve("V2__new.sql");
        var standIn = new StandIn(name, "DROP TABLE t;".getBytes(StandardCharsets.UTF_8));
        Dialect dialect = Dialects.all().get(0);
        var request = Request.of(List.of(), dialect).standIns(List.of(standIn)).build();
        Report report = new Analyzer(List.of(), List.of()).check(request, Optional.empty());
        assertThat(report.counts()).isEqualTo(new Counts(1, 1, 0, 1, 0));
        assertThat(report.history().migrations().get(1).path()).isEqualTo(name.toString());
    }

    private Path file(String name, String sql) throws IOException {
        return Files.writeString(folder.resolve(name), sql);
    }

    @Test
    void aRuleIsSilentAboutDialectsThatItDoesNotSpeakAbout() throws IOException {
        Path file = file("a.sql", "SELECT 1;");
        Rule postgresqlOnly = TestRule.everything("seen", Risk.HIGH);
        assertThat(check(file, postgresqlOnly).findings()).hasSize(1);
        assertThat(check(file, Dialects.named("mysql").orElseThrow(), postgresqlOnly)
                        .findings())
                .isEmpty();
    }

    private static Report check(Path path, Rule... rules) {
        return check(path, Dialects.all().get(0), rules);
    }

    private static Report check(Path path, Dialect dialect, Rule... rules) {
        var request = Request.of(List.of(path), dialect).build();
        return new Analyzer(List.of(rules), List.of()).check(request, Optional.of(Risk.HIGH));
    }
}
