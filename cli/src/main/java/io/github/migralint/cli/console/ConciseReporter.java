package io.github.migralint.cli.console;

import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.report.Reporter;
import io.github.migralint.report.Summary;
import io.github.migralint.rule.Finding;
import io.github.migralint.source.Position;
import io.github.migralint.triage.Suppressed;
import java.io.IOException;

/** Tells each finding in one line, which editors and tools that search text understand. */
public final class ConciseReporter implements Reporter {
    private final Terminal terminal;
    private final Verbosity verbosity;
    private final boolean withSuppressed;
    private final Printable printable;

    /** For a terminal; what is suppressed is only counted, or told as well. */
    public ConciseReporter(Terminal terminal, Verbosity verbosity, boolean withSuppressed) {
        this.terminal = terminal;
        this.verbosity = verbosity;
        this.withSuppressed = withSuppressed;
        this.printable = new Printable(terminal.unicode());
    }

    @Override
    public String format() {
        return "concise";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        for (Finding finding : report.findings()) {
            out.append(LogCommands.disarmed(line(finding))).append('\n');
        }
        if (withSuppressed) {
            var text = new SuppressedText(printable);
            for (Suppressed suppressed : report.suppressed()) {
                out.append(LogCommands.disarmed(text.line(suppressed))).append('\n');
            }
            for (Finding baselined : report.triaged().baselined()) {
                out.append(text.line(baselined)).append('\n');
            }
        }
        for (Problem problem : report.untold()) {
            if (isTold(problem.kind())) {
                out.append(LogCommands.disarmed(line(problem))).append('\n');
            }
        }
        if (verbosity != Verbosity.QUIET) {
            var summary = new Summary(report);
            if (summary.stale().isPresent()) {
                out.append(printable.line(summary.stale().get())).append('\n');
            }
            out.append(printable.line(String.join(" · ", summary.counts()))).append('\n');
        }
    }

    /** What is missing is told on standard error. */
    private boolean isTold(Problem.Kind kind) {
        return switch (kind) {
            case NOT_UNDERSTOOD -> verbosity == Verbosity.VERBOSE;
            case FILE, INTERNAL -> true;
            case MISSING, CONFIGURATION -> false;
        };
    }

    private String line(Finding finding) {
        Position position =
                finding.place().text().position(finding.place().span().start());
        return printable.line(finding.place().text().path()) + ":" + position.line() + ":" + position.column() + ": "
                + Ink.of(finding.risk()).paint(finding.risk().name(), terminal) + " " + finding.rule() + ": "
                + printable.line(finding.label());
    }

    private String line(Problem problem) {
        String place = problem.position()
                .map(position -> ":" + position.line() + ":" + position.column())
                .orElse("");
        String file = problem.file().isEmpty() ? "" : printable.line(problem.file()) + place + ": ";
        return file + kind(problem) + ": " + printable.line(problem.message());
    }

    private static String kind(Problem problem) {
        return switch (problem.kind()) {
            case NOT_UNDERSTOOD -> "not understood";
            case MISSING, CONFIGURATION, FILE -> "problem";
            case INTERNAL -> "internal error";
        };
    }
}
