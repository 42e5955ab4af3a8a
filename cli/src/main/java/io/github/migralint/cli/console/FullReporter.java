package io.github.migralint.cli.console;

import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.report.Reporter;
import io.github.migralint.report.Summary;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import io.github.migralint.triage.Suppressed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells a report to somebody who reads it: each finding with its code, its reason and the safe way. */
public final class FullReporter implements Reporter {
    private final Terminal terminal;
    private final Verbosity verbosity;
    private final boolean withSuppressed;
    private final Supplier<Optional<Duration>> time;
    private final Printable printable;

    /**
     * For a terminal.
     *
     * @param withSuppressed whether what is suppressed is told, and not only counted
     * @param time how long the run took, where that is wanted
     */
    public FullReporter(
            Terminal terminal, Verbosity verbosity, boolean withSuppressed, Supplier<Optional<Duration>> time) {
        this.terminal = terminal;
        this.verbosity = verbosity;
        this.withSuppressed = withSuppressed;
        this.time = time;
        this.printable = new Printable(terminal.unicode());
    }

    @Override
    public String format() {
        return "full";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        var lines = new ArrayList<String>();
        var summary = new Summary(report);
        List<Problem> problems = problems(report);
        boolean quiet = verbosity == Verbosity.QUIET;
        if (!quiet && !(report.findings().isEmpty() && problems.isEmpty() && verbosity == Verbosity.NORMAL)) {
            header(summary, report, lines);
        }
        var text = new FindingText(terminal, printable, lines::add);
        boolean shorten = shorten(report);
        for (FindingGroup group : FindingGroup.of(report.findings())) {
            if (shorten && group.first().risk() == Risk.LOW) {
                text.printInShort(group);
            } else {
                text.print(group);
            }
            lines.add("");
            flush(lines, out);
        }
        if (withSuppressed) {
            report.suppressed().forEach(suppressed -> lines.addAll(lines(suppressed)));
            report.triaged().baselined().forEach(baselined -> lines.addAll(lines(baselined)));
        }
        problems.forEach(problem -> lines.addAll(lines(problem)));
        if (!problems.isEmpty()) {
            lines.add("");
        }
        if (shorten) {
            lines.addAll(wrapped("LOW findings are told in short beside graver ones; -v tells them in full."));
            lines.add("");
        }
        if (!quiet) {
            summary.stale().ifPresent(stale -> {
                lines.addAll(wrapped(stale));
                lines.add("");
            });
            ending(summary, lines);
        }
        flush(lines, out);
    }

    /** Hygiene must not drown danger: beside graver findings the least ones take little room. */
    private boolean shorten(Report report) {
        int low = report.count(Risk.LOW);
        return verbosity == Verbosity.NORMAL
                && low > 0
                && low < report.findings().size();
    }

    private void header(Summary summary, Report report, List<String> lines) {
        lines.addAll(joined(summary.header()));
        summary.projects().forEach(project -> lines.addAll(wrapped(project)));
        if (verbosity == Verbosity.VERBOSE) {
            report.notes().forEach(note -> lines.addAll(wrapped(note)));
        }
        lines.add("");
    }

    /** Parts joined by dots; a part that does not fit begins a line. */
    private List<String> joined(List<String> parts) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String part : parts) {
            String shown = printable.line(part);
            if (!line.isEmpty() && Printable.width(line.toString()) + 3 + Printable.width(shown) > terminal.width()) {
                lines.add(line.toString());
                line = new StringBuilder("  ");
            } else if (!line.isEmpty()) {
                line.append(printable.line(" · "));
            }
            line.append(shown);
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        Wrapping.text(printable.line(text), terminal.width() - 2).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private List<String> lines(Suppressed suppressed) {
        var text = new SuppressedText(printable);
        var lines = new ArrayList<String>();
        lines.add(Ink.BOLD.paint("SUPPRESSED", terminal) + "  " + text.name(suppressed));
        lines.addAll(wrapped(text.place(suppressed.finding().place())));
        lines.addAll(wrapped(text.reason(suppressed)));
        lines.add("");
        return lines;
    }

    private List<String> lines(Finding baselined) {
        var text = new SuppressedText(printable);
        var lines = new ArrayList<String>();
        lines.add(Ink.BOLD.paint("IN THE BASELINE", terminal) + "  " + text.name(baselined));
        lines.addAll(wrapped(text.place(baselined.place())));
        lines.addAll(wrapped(baselined.label()));
        lines.add("");
        return lines;
    }

    private List<Problem> problems(Report report) {
        return report.untold().stream()
                .filter(problem -> problem.kind() != Problem.Kind.MISSING)
                .filter(problem -> verbosity == Verbosity.VERBOSE || problem.kind() != Problem.Kind.NOT_UNDERSTOOD)
                .toList();
    }

    private List<String> lines(Problem problem) {
        String place = problem.position()
                .map((Position p) -> ":" + p.line() + ":" + p.column())
                .orElse("");
        String file = problem.file().isEmpty() ? "" : printable.line(problem.file()) + place;
        var lines = new ArrayList<String>();
        lines.add(Ink.BOLD.paint(kind(problem), terminal) + "  " + file);
        lines.addAll(wrapped(problem.message()));
        return lines;
    }

    private static String kind(Problem problem) {
        return switch (problem.kind()) {
            case NOT_UNDERSTOOD -> "NOT UNDERSTOOD";
            case MISSING, CONFIGURATION, FILE -> "PROBLEM";
            case INTERNAL -> "INTERNAL ERROR";
        };
    }

    private void ending(Summary summary, List<String> lines) {
        lines.addAll(joined(summary.counts()));
        String duration = time.get().map(FullReporter::seconds).orElse("");
        String verdict = summary.verdict().orElse("");
        String last = verdict.isEmpty() || duration.isEmpty() ? verdict + duration : verdict + " · " + duration;
        if (!last.isEmpty()) {
            lines.add(printable.line(last));
        }
    }

    private static String seconds(Duration time) {
        long hundredths = time.toMillis() / 10;
        return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10 + " s";
    }

    private static void flush(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append(LogCommands.disarmed(line)).append('\n');
        }
        lines.clear();
    }
}
