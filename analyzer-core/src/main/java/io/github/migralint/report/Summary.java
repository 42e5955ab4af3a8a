package io.github.migralint.report;

import io.github.migralint.framework.Direction;
import io.github.migralint.history.ChangeSet;
import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.rule.Risk;
import io.github.migralint.triage.BaselineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words around the findings: what was analyzed, with what in mind, and how it ended. */
public final class Summary {
    /** How many stale entries are named. */
    private static final int STALE_TOLD = 3;

    private final Report report;

    public Summary(Report report) {
        this.report = report;
    }

    /** What was analyzed and where that came from. */
    public List<String> header() {
        var parts = new ArrayList<String>();
        parts.add("migralint " + Product.VERSION);
        List<String> engines =
                report.projects().stream().map(Summary::engine).distinct().toList();
        if (engines.size() == 1) {
            parts.add(engines.getFirst());
        }
        if (report.projects().size() > 1) {
            parts.add(report.projects().size() + " projects, "
                    + reviewed(report.history(), report.counts().migrations(), false));
        } else {
            parts.add(tool(report.history()));
            parts.add(course(report.history(), report.counts().migrations()));
        }
        report.history().review().startingSchema().ifPresent(schema -> parts.add("on the schema of " + schema));
        return parts;
    }

    /** One line for each project, where there are several. */
    public List<String> projects() {
        if (report.projects().size() < 2) {
            return List.of();
        }
        boolean sameEngine =
                report.projects().stream().map(Summary::engine).distinct().count() == 1;
        return report.projects().stream()
                .map(project -> place(project) + ": " + (sameEngine ? "" : engine(project) + ", ") + tool(project)
                        + ", " + course(project, project.underReview()))
                .toList();
    }

    /** The engine, and where that came from. */
    public static String engine(History history) {
        return history.engine() + " (" + history.engineSource() + ")";
    }

    /** The migration tool, and why it was taken for that. */
    public static String tool(History history) {
        return history.framework() + " (" + history.frameworkReason() + ")";
    }

    /** What was replayed, and what of it is under review. */
    public static String course(History history, int migrations) {
        return replayed(history) + ", " + reviewed(history, migrations, true);
    }

    /** The folder of its migrations. */
    private static String place(History history) {
        return history.folder().orElse("no migrations");
    }

    private static String reviewed(History history, int migrations, boolean oneProject) {
        String how = history.review().changes().map(ChangeSet::words).orElse("under review");
        boolean together = oneProject && migrations > 1 && history.review().release() == ReleaseMode.TOGETHER;
        return plural(migrations, "migration") + " " + how + (together ? ", one release" : "");
    }

    private static String replayed(History history) {
        List<Migration> before = history.migrations().stream()
                .filter(migration -> !migration.underReview() && migration.direction() == Direction.UP)
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
    public List<String> counts() {
        var parts = new ArrayList<String>();
        parts.add(findings());
        Counts counts = report.counts();
        Optional<ChangeSet> changes = report.history().review().changes();
        if (counts.migrations() == 0 && counts.statements() == 0 && changes.isPresent()) {
            parts.add("0 migrations " + changes.get().words());
        } else {
            parts.add(plural(counts.migrations(), "migration") + ", " + plural(counts.statements(), "statement") + ", "
                    + understood(counts));
        }
        if (!report.suppressed().isEmpty()) {
            parts.add(report.suppressed().size() + " suppressed");
        }
        if (!report.triaged().baselined().isEmpty()) {
            parts.add(report.triaged().baselined().size() + " in the baseline");
        }
        if (!report.hidden().isEmpty()) {
            parts.add(report.hidden().size() + " hidden (--min-severity)");
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

    /** That entries of the baseline stand for nothing any more, and what to do; nothing to say when there is none. */
    public Optional<String> stale() {
        List<BaselineEntry> stale = report.triaged().stale();
        if (stale.isEmpty()) {
            return Optional.empty();
        }
        String some = stale.stream()
                .limit(STALE_TOLD)
                .map(entry ->
                        entry.file() + " " + entry.rule() + (entry.object().isEmpty() ? "" : " " + entry.object()))
                .collect(Collectors.joining(", "));
        return Optional.of("The baseline has " + stale.size() + (stale.size() == 1 ? " entry" : " entries")
                + " of which nothing is left (" + some + (stale.size() > STALE_TOLD ? ", …" : "")
                + "): migralint baseline prune drops " + (stale.size() == 1 ? "it." : "them."));
    }

    private static String understood(Counts counts) {
        return counts.notUnderstood() == 0 ? "all understood" : counts.notUnderstood() + " not understood";
    }

    private String findings() {
        int all = report.findings().size();
        if (all == 0) {
            return report.hidden().isEmpty() ? "no findings" : "no findings to show";
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
    public Optional<String> verdict() {
        if (report.findings().isEmpty() && report.hidden().isEmpty()) {
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
