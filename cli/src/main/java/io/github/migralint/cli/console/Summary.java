package io.github.migralint.cli.console;

import io.github.migralint.framework.Direction;
import io.github.migralint.history.Migration;
import io.github.migralint.report.Counts;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Product;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lines around the findings: what was analyzed, with what in mind, and how it ended. */
final class Summary {
    private final Report report;

    Summary(Report report) {
        this.report = report;
    }

    /** What was analyzed and where that came from. */
    List<String> header() {
        var history = report.history();
        var parts = new ArrayList<String>();
        parts.add("migralint " + Product.VERSION);
        parts.add(history.engine() + " (" + history.engineSource() + ")");
        parts.add(history.framework() + ", " + replayed() + ", "
                + plural(report.counts().migrations(), "migration") + " under review");
        return parts;
    }

    private String replayed() {
        List<Migration> before = report.history().migrations().stream()
                .filter(migration -> !migration.underReview())
                .toList();
        if (before.isEmpty()) {
            return "no history";
        }
        String first = before.get(0).version();
        String last = before.get(before.size() - 1).version();
        if (first.isEmpty() || last.isEmpty() || first.length() + last.length() > 16) {
            return plural(before.size(), "migration") + " replayed";
        }
        return (first.equals(last) ? "V" + first : "V" + first + "–V" + last) + " replayed";
    }

    /** How many findings there are, and what they were looked for in. */
    List<String> counts() {
        var parts = new ArrayList<String>();
        parts.add(findings());
        Counts counts = report.counts();
        parts.add(plural(counts.migrations(), "migration") + ", " + plural(counts.statements(), "statement") + ", "
                + understood(counts));
        long back = report.history().migrations().stream()
                .filter(migration -> migration.underReview() && migration.direction() == Direction.DOWN)
                .count();
        if (back > 0) {
            parts.add(back + " down not judged");
        }
        int trouble = report.problems(Problem.Kind.FILE).size();
        if (trouble > 0) {
            parts.add(plural(trouble, "problem"));
        }
        int internal = report.problems(Problem.Kind.INTERNAL).size();
        if (internal > 0) {
            parts.add(plural(internal, "internal error"));
        }
        return parts;
    }

    private static String understood(Counts counts) {
        return counts.notUnderstood() == 0 ? "all understood" : counts.notUnderstood() + " not understood";
    }

    private String findings() {
        int all = report.findings().size();
        if (all == 0) {
            return "no findings";
        }
        var risks = new ArrayList<String>();
        Risk[] values = Risk.values();
        for (int i = values.length - 1; i >= 0; i--) {
            int count = report.count(values[i]);
            if (count > 0) {
                risks.add(count + " " + values[i].name().toLowerCase(Locale.ROOT));
            }
        }
        return plural(all, "finding") + " (" + String.join(", ", risks) + ")";
    }

    /** What the threshold makes of it; nothing to say when there is no finding. */
    Optional<String> verdict() {
        if (report.findings().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(report.failOn()
                .map(risk -> report.failed()
                        ? "fails at " + risk + " (--fail-on)"
                        : "passes: nothing at " + risk + (risk == Risk.CRITICAL ? "" : " or above") + " (--fail-on)")
                .orElse("never fails (--fail-on)"));
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
