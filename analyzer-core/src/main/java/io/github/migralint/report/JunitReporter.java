package io.github.migralint.report;

import io.github.migralint.history.Migration;
import io.github.migralint.source.SourceText;
import io.github.migralint.triage.Suppressed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a report as test results in the XML of JUnit: a suite for each file, a test for each finding, and a passed test for
 * each file without one. A test fails when its finding reaches the threshold, since a failed test fails a build; findings
 * below it are passed tests with output. The form has no standard: elements and attributes are those that the readers of
 * Jenkins and GitLab look for, and there are no times.
 */
public final class JunitReporter implements Reporter {
    /** The suite of what belongs to no file. */
    private static final String NO_FILE = "migralint";

    private final SourceRoot root;
    private final boolean withSuppressed;

    /**
     * A reporter that names files from the working folder.
     *
     * @param withSuppressed whether suppressed findings are skipped tests, and not left out
     */
    public JunitReporter(SourceRoot root, boolean withSuppressed) {
        this.root = root;
        this.withSuppressed = withSuppressed;
    }

    @Override
    public String format() {
        return "junit";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        List<JunitSuite> suites = suites(report);
        var xml = new Xml(out);
        xml.start("testsuites").attribute("name", Product.NAME);
        JunitSuite.writeCounts(suites, xml);
        for (JunitSuite suite : suites) {
            suite.write(xml);
        }
        xml.end();
    }

    private List<JunitSuite> suites(Report report) {
        Map<String, List<JunitCase>> cases = new LinkedHashMap<>();
        for (Migration migration : report.history().migrations()) {
            if (migration.underReview()) {
                of(path(migration.text()), cases);
            }
        }
        var text = new PlainText(root);
        for (Entry entry : Entry.of(report, root::pathFromHere)) {
            of(entry.path(), cases).add(JunitCase.of(entry, report.failOn(), text));
        }
        if (withSuppressed) {
            for (Suppressed suppressed : report.suppressed()) {
                of(path(suppressed.finding().place().text()), cases).add(JunitCase.of(suppressed));
            }
        }
        for (Problem problem : report.untold()) {
            if (problem.kind().isOfCall() || problem.file().isEmpty()) {
                of(NO_FILE, cases)
                        .add(JunitCase.of(
                                problem.named(problem.file().isEmpty() ? "" : root.pathFromHere(problem.file()))));
            }
        }
        if (cases.isEmpty()) {
            of(NO_FILE, cases).add(JunitCase.nothingToCheck());
        }
        return cases.entrySet().stream()
                .map(file -> new JunitSuite(file.getKey(), file.getValue()))
                .toList();
    }

    private String path(SourceText text) {
        return root.pathFromHere(text.path());
    }

    private static List<JunitCase> of(String file, Map<String, List<JunitCase>> cases) {
        return cases.computeIfAbsent(file, f -> new ArrayList<>());
    }
}
