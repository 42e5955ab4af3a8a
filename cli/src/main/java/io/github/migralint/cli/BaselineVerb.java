package io.github.migralint.cli;

import io.github.migralint.baseline.BaselineFile;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Finding;
import io.github.migralint.triage.Baseline;
import io.github.migralint.triage.BaselineEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be done with a baseline. */
enum BaselineVerb {
    /** Writes a new one. */
    CREATE("Writes all findings of today to a new baseline.") {
        @Override
        String change(BaselineFile file, Baseline before, Report report) {
            Baseline after = before.of(findings(report));
            file.create(after);
            return counted(after.entries().size(), "finding") + " accepted in "
                    + counted(files(after).size(), "file");
        }
    },
    /** Brings one up to date. */
    UPDATE("Adds the findings of today to the baseline, and drops the entries of which nothing is left.") {
        @Override
        String change(BaselineFile file, Baseline before, Report report) {
            Baseline after = before.updated(findings(report), report.triaged().stale());
            file.update(after);
            int dropped = report.triaged().stale().size();
            int moved = difference(before, after) - dropped;
            int added = difference(after, before) - moved;
            if (added + dropped + moved == 0) {
                return "nothing to change, " + counted(after.entries().size(), "finding");
            }
            return added + " added, " + dropped + " dropped" + (moved == 0 ? "" : ", " + moved + " moved") + ", "
                    + counted(after.entries().size(), "finding") + " now";
        }
    },
    /** Makes one smaller. */
    PRUNE("Drops the entries of the baseline of which nothing is left, and adds none.") {
        @Override
        String change(BaselineFile file, Baseline before, Report report) {
            Baseline after = before.without(report.triaged().stale());
            file.update(after);
            int dropped = difference(before, after);
            return dropped == 0
                    ? "nothing is stale, " + counted(after.entries().size(), "finding")
                    : dropped + " dropped, " + counted(after.entries().size(), "finding") + " left";
        }
    };

    private final String description;

    BaselineVerb(String description) {
        this.description = description;
    }

    /** Changes the file, and tells in a few words what was done. */
    abstract String change(BaselineFile file, Baseline before, Report report);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    private static List<Finding> findings(Report report) {
        var all = new ArrayList<>(report.findings());
        all.addAll(report.triaged().baselined());
        return all;
    }

    /** How many entries of one are not in the other. */
    private static int difference(Baseline one, Baseline other) {
        Set<BaselineEntry> entries = new HashSet<>(one.entries());
        other.entries().forEach(entries::remove);
        return entries.size();
    }

    private static Set<String> files(Baseline baseline) {
        var files = new HashSet<String>();
        baseline.entries().forEach(entry -> files.add(entry.file()));
        return files;
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
