package io.github.migralint.report.html;

import io.github.migralint.history.Migration;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to say of one file.
 *
 * @param path its display path
 * @param id the name of its section in the page
 * @param findings in order
 * @param traces of the migrations in it, in order
 * @param problems that no finding tells
 */
record FilePage(String path, String id, List<Finding> findings, List<Trace> traces, List<Problem> problems) {
    /** The files of a report: those under review in the order of the history, then others that something is said of. */
    static List<FilePage> of(Report report) {
        Map<String, FilePage> files = new LinkedHashMap<>();
        report.history().migrations().stream()
                .filter(Migration::underReview)
                .forEach(migration -> in(files, migration.path()));
        report.findings()
                .forEach(finding ->
                        in(files, finding.place().text().path()).findings.add(finding));
        report.traces().forEach(trace -> in(files, trace.text().path()).traces.add(trace));
        report.untold().stream()
                .filter(problem -> !problem.file().isEmpty())
                .forEach(problem -> in(files, problem.file()).problems.add(problem));
        return files.values().stream().filter(FilePage::isTelling).toList();
    }

    private static FilePage in(Map<String, FilePage> files, String path) {
        return files.computeIfAbsent(
                path,
                name -> new FilePage(
                        name, "file-" + (files.size() + 1), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    int count(Risk risk) {
        return (int) findings.stream().filter(finding -> finding.risk() == risk).count();
    }

    /** Whether there is anything to say: not of a file that only goes back and is all right. */
    private boolean isTelling() {
        return !isQuiet() || !traces.isEmpty();
    }

    /** Whether there is nothing to do about it. */
    boolean isQuiet() {
        return findings.isEmpty() && problems.isEmpty();
    }
}
