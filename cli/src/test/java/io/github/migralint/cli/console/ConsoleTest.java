package io.github.migralint.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.cli.Golden;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Version;
import io.github.migralint.history.History;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.triage.Triaged;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shape of what people read, on text that is hard to show. */
class ConsoleTest {
    private static final String PATH = "db/migration/V42__amounts.sql";

    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aFindingWithEverything() throws IOException {
        addEverything();
        Golden.check("console/everything.txt", full(Terminal.NONE));
        Golden.check("console/everything-ascii.txt", full(new Terminal(false, false, false, 80)));
        Golden.check("console/everything-colour.txt", full(new Terminal(true, true, false, 100)));
        Golden.check("console/everything-concise.txt", concise());
    }

    private void addEverything() {
        SourceText text = SourceText.of(
                PATH, "-- amounts\n\nALTER TABLE orders\n    ALTER COLUMN total TYPE numeric(12,4);\nSELECT 1;\n");
        findings.add(finding(text, Risk.CRITICAL, "TYPE numeric(12,4)", "rewrites orders and its 4 indexes"));
        findings.add(new Finding(
                "statement-without-sense",
                Risk.LOW,
                place(text, "SELECT 1"),
                place(text, "SELECT 1").span(),
                "",
                "nobody reads the result",
                "A result is read by nobody.",
                "",
                "",
                List.of(new Fix("", "-- nothing")),
                List.of(),
                List.of()));
        problems.add(Problem.at(
                Problem.Kind.NOT_UNDERSTOOD, place(text, "1;"), "SELECT was not understood: unexpected \"1\"."));
        problems.add(Problem.of(Problem.Kind.FILE, "db/x.sql", "db/x.sql cannot be read."));
    }

    @Test
    void textThatIsHardToShow() throws IOException {
        addWhatIsHardToShow();
        Golden.check("console/hard.txt", full(Terminal.NONE));
        Golden.check("console/hard-ascii.txt", full(new Terminal(false, false, false, 80)));
        assertThat(full(Terminal.NONE)).doesNotContain("\u001b", "\u202e", "\u2066", "\u0000", "\u009b");
    }

    private void addWhatIsHardToShow() {
        SourceText tabs = SourceText.of("tabs.sql", "\tALTER\tTABLE t\tDROP COLUMN c;");
        findings.add(finding(tabs, Risk.HIGH, "DROP COLUMN c", "a mark after tabs"));
        SourceText wide = SourceText.of("wide.sql", "COMMENT ON TABLE t IS '訂單金額 é e\u0301 😀'; DROP TABLE t;");
        findings.add(finding(wide, Risk.HIGH, "DROP TABLE t", "a mark after wide and combining characters"));
        SourceText control = SourceText.of("control.sql", "DROP TABLE \"\u001b[2J\u0000\u009b\u202e\u2066x\";");
        findings.add(finding(control, Risk.HIGH, "DROP", "escapes and direction marks are made visible"));
        SourceText lines = SourceText.of("lines.sql", "ALTER TABLE t\n  ADD CHECK (a > 0\n    AND b > 0);");
        findings.add(finding(lines, Risk.MEDIUM, "ADD CHECK (a > 0\n    AND b > 0)", "goes on in the next line"));
        String long1 = "INSERT INTO t VALUES " + "(1, 'some text'), ".repeat(400) + "(2, 'x');";
        SourceText longLine = SourceText.of("long.sql", long1 + " DROP TABLE t; " + long1);
        findings.add(finding(longLine, Risk.HIGH, "DROP TABLE t", "in the middle of a very long line"));
        SourceText longMark = SourceText.of("mark.sql", "SELECT " + "x, ".repeat(100) + "y;");
        findings.add(finding(longMark, Risk.LOW, "x, ".repeat(100), "a mark that is wider than the screen"));
    }

    @Test
    void findingsOfOneRuleOnNeighbouringLinesFold() throws IOException {
        var sql = new StringBuilder("CREATE TABLE t (id int);\n");
        for (int i = 1; i <= 20; i++) {
            sql.append("CREATE INDEX i").append(i).append(" ON t (c").append(i).append(");\n");
        }
        SourceText text = SourceText.of("many.sql", sql.toString());
        for (int i = 1; i <= 20; i++) {
            findings.add(finding(text, Risk.HIGH, "CREATE INDEX i" + i + " ", "SHARE lock"));
        }
        Golden.check("console/folded.txt", full(Terminal.NONE));
        assertThat(full(Terminal.NONE).split("more     migralint explain", -1)).hasSize(2);
    }

    @Test
    void twoFindingsDoNotFold() {
        SourceText text = SourceText.of("two.sql", "DROP TABLE a;\nDROP TABLE b;\n");
        findings.add(finding(text, Risk.HIGH, "DROP TABLE a", "first"));
        findings.add(finding(text, Risk.HIGH, "DROP TABLE b", "second"));
        assertThat(full(Terminal.NONE).split("more     migralint explain", -1)).hasSize(3);
    }

    @Test
    void everyLineFitsAndAsciiIsAscii() {
        addEverything();
        addWhatIsHardToShow();
        assertThat(full(Terminal.NONE).lines())
                .filteredOn(line -> !line.contains("→"))
                .allMatch(line -> Printable.width(line) <= 80);
        assertThat(full(new Terminal(false, false, false, 80))).matches("\\p{ASCII}*");
    }

    @Test
    void timeIsShownWhereItIsGiven() throws IOException {
        var out = new StringBuilder();
        var reporter =
                new FullReporter(Terminal.NONE, Verbosity.NORMAL, false, () -> Optional.of(Duration.ofMillis(1_078)));
        reporter.write(report(), out);
        assertThat(out.toString()).isEqualTo("no findings · 2 migrations, 9 statements, 1 not understood\n1.07 s\n");
    }

    @Test
    void theHistoryIsTold() throws IOException {
        assertThat(full(Terminal.NONE, Verbosity.VERBOSE))
                .startsWith("migralint 0.1.0 · PostgreSQL 16 (--db-version)")
                .contains("Flyway (file names like V1__x.sql) · no history");
    }

    private Finding finding(SourceText text, Risk risk, String clause, String label) {
        return new Finding(
                "column-type-rewrite",
                risk,
                place(text, clause),
                text.span(),
                "orders.total",
                label,
                "The column total of orders gets a type that changes every stored value.",
                "all reads and writes of orders, from the moment it waits for the lock until the last row is written",
                "total is numeric(10,2) since V7__orders.sql:12",
                List.of(
                        new Fix("now", "ALTER TABLE orders ADD COLUMN total_new numeric(12,4);"),
                        new Fix(
                                "next: keep both columns equal (trigger or application), then fill in batches",
                                "UPDATE orders SET total_new = total WHERE id BETWEEN :from AND :to AND total_new IS NULL;\n"
                                        + "-- until no row is changed any more, with a pause between two batches, please")),
                List.of("Tables that reference the column are locked and read as well."),
                List.of(
                        new Related("db/migration/V7__orders.sql", 12, "total was created here"),
                        new Related("db/migration/V8__fill.sql", 3, "total was filled here")));
    }

    private static Place place(SourceText text, String clause) {
        int start = text.text().indexOf(clause);
        return new Place(text, new Span(start, start + clause.length()));
    }

    private Report report() {
        var engine = new Engine("postgresql", "PostgreSQL", new Version(16, 0));
        var history = new History(engine, "--db-version", "Flyway", "file names like V1__x.sql", List.of(), true);
        return new Report(
                history,
                List.of(history),
                List.of("2 files were left out"),
                List.of(),
                new Triaged(findings, List.of()),
                problems,
                new Counts(2, 9, 1, 41, 0),
                Optional.of(Risk.HIGH));
    }

    private String full(Terminal terminal) {
        return full(terminal, Verbosity.NORMAL);
    }

    private String full(Terminal terminal, Verbosity verbosity) {
        var out = new StringBuilder();
        try {
            new FullReporter(terminal, verbosity, false, Optional::empty).write(report(), out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private String concise() throws IOException {
        var out = new StringBuilder();
        new ConciseReporter(Terminal.NONE, Verbosity.VERBOSE, false).write(report(), out);
        return out.toString();
    }
}
