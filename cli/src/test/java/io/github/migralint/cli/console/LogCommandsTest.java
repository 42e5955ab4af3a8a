package io.github.migralint.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Version;
import io.github.migralint.history.History;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.report.Reporter;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.triage.Suppressed;
import io.github.migralint.triage.Triaged;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a migration says is a command to the program that keeps the log. */
class LogCommandsTest {
    /** A line that GitHub, Azure Pipelines or TeamCity obeys; blanks of every kind before it do not matter. */
    private static final Pattern OBEYED = Pattern.compile("^[\\s\\p{Z}\\p{M}]*::|##[A-Za-z]*\\[");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::set-output name=a::b",
                " ::add-mask::x",
                "\u00a0\u3000::error::x",
                "\ufe0f::error::x",
                "##[add-path]/tmp",
                "##vso[task.setvariable variable=a]b",
                "##teamcity[buildProblem description='x']",
                "say '\n::error::x\n  ::warning::y'",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 ::stop-commands::pause and more"
            })
    void noLineOfAnyFormatIsObeyed(String evil) throws IOException {
        for (Verbosity verbosity : Verbosity.values()) {
            for (Terminal terminal : List.of(Terminal.NONE, new Terminal(true, false, false, 60))) {
                assertHarmless(new FullReporter(terminal, verbosity, true, Optional::empty), evil);
                assertHarmless(new ConciseReporter(terminal, verbosity, true), evil);
            }
        }
        assertThat(OBEYED.matcher(Printable.asLine("migralint: " + evil)).find())
                .isFalse();
    }

    private static void assertHarmless(Reporter reporter, String evil) throws IOException {
        var out = new StringBuilder();
        reporter.write(report(evil), out);
        assertThat(out.toString().lines())
                .hasSizeGreaterThan(2)
                .noneMatch(line -> OBEYED.matcher(line).find());
    }

    private static Report report(String evil) {
        SourceText text = SourceText.of(evil, evil + "\n" + evil + "\n" + evil);
        var place = new Place(text, new Span(evil.length() + 1, text.text().length() - 1));
        var finding = new Finding(
                "column-type-rewrite",
                Risk.HIGH,
                place,
                text.span(),
                evil,
                evil,
                evil + ".",
                evil,
                evil,
                List.of(new Fix(evil, evil), new Fix("", "SELECT\n" + evil)),
                List.of(evil),
                List.of(new Related(evil, 1, evil)));
        var engine = new Engine("postgresql", "PostgreSQL", new Version(16, 0));
        var history = new History(engine, evil, "Flyway", evil, List.of(), true);
        return new Report(
                history,
                List.of(history, history),
                List.of(evil),
                List.of(),
                new Triaged(List.of(finding), List.of(new Suppressed(finding, evil, place))),
                List.of(
                        Problem.of(Problem.Kind.FILE, evil, evil + "."),
                        Problem.at(Problem.Kind.NOT_UNDERSTOOD, new Place(text, new Span(1, 2)), evil + ".")),
                new Counts(1, 1, 1, 0, 0),
                Optional.of(Risk.HIGH));
    }

    @Test
    void theRestOfALineStaysAsItIs() {
        assertThat(LogCommands.disarmed("  3 │ SELECT a::int -- ## and ##"))
                .isEqualTo("  3 │ SELECT a::int -- ## and ##");
        assertThat(LogCommands.disarmed("  ::int[]")).isEqualTo("  \\x3a:int[]");
        assertThat(LogCommands.disarmed("x ##vso[a] ##[b]")).isEqualTo("x ##vso\\x5ba] ##\\x5bb]");
    }

    @Test
    void marksStandBelowTheirClauseAllTheSame() {
        String sql = "/* ##[x] */ DROP TABLE t;";
        var source = new SourceLine(sql, sql.indexOf("DROP"), sql.indexOf(" t;"), new Printable(true));
        SourceLine.Window window = source.window(sql.indexOf("DROP"), sql.indexOf(" t;"), 80);
        assertThat(window.text()).isEqualTo("/* ##\\x5bx] */ DROP TABLE t;");
        assertThat(window.text().substring(window.from(), window.to())).isEqualTo("DROP TABLE");
    }
}
