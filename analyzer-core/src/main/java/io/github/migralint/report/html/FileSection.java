package io.github.migralint.report.html;

import io.github.migralint.report.Problem;
import io.github.migralint.report.Report;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.trace.SchemaDifference;
import io.github.migralint.trace.Trace;
import io.github.migralint.triage.Fingerprints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes what there is to say of a file; one of which there is little to say stays folded. */
final class FileSection {
    private final Fingerprints fingerprints;
    private final SourceRoot root;
    private final boolean withEngine;
    private final boolean foldLow;
    private final Markup page;

    FileSection(Report report, SourceRoot root, Markup page) {
        this.fingerprints = report.fingerprints();
        this.root = root;
        this.withEngine = report.traces().stream()
                        .map(trace -> trace.engine().toString())
                        .distinct()
                        .count()
                > 1;
        this.foldLow = report.count(Risk.LOW) < report.findings().size();
        this.page = page;
    }

    void write(FilePage file) throws IOException {
        if (file.isQuiet()) {
            page.open("details", "class", "file quiet", "id", file.id()).open("summary");
            heading(file);
            page.closeLine();
            traces(file, false);
        } else {
            page.open("section", "class", "file", "id", file.id(), "aria-labelledby", file.id() + "-name");
            heading(file);
            page.own("\n");
            for (Problem problem : file.problems()) {
                problem(problem);
            }
            var card = new FindingCard(root, foldLow, page);
            for (Finding finding : file.findings()) {
                card.write(finding, anchor(fingerprints.of(finding)));
            }
            traces(file, true);
        }
        page.closeLine();
    }

    private static String anchor(String fingerprint) {
        return "finding-" + fingerprint.replace(':', '-');
    }

    private void heading(FilePage file) throws IOException {
        String path = root.path(file.path());
        int name = path.lastIndexOf('/') + 1;
        page.open("h2", "id", file.id() + "-name");
        if (name > 0) {
            page.leaf("span", path.substring(0, name), "class", "folder");
        }
        page.text(path.substring(name)).close().open("span", "class", "gist");
        page.text(String.join(" · ", gist(file))).close();
    }

    private static List<String> gist(FilePage file) {
        var parts = new ArrayList<String>();
        for (Risk risk : PageHeader.GRAVEST_FIRST) {
            int count = file.count(risk);
            if (count > 0) {
                parts.add(count + " " + Words.lower(risk));
            }
        }
        int statements = file.traces().stream()
                .mapToInt(trace -> trace.statements().size())
                .sum();
        if (statements > 0) {
            parts.add(Words.plural(statements, "statement"));
        }
        parts.add(file.traces().isEmpty() ? "not run forward" : Waits.inShort(file.traces()));
        return parts;
    }

    private void problem(Problem problem) throws IOException {
        String place = problem.position().map(at -> "Line " + at.line() + ": ").orElse("");
        page.leaf("p", place + problem.message(), "class", "problem").own("\n");
    }

    private void traces(FilePage file, boolean withFindings) throws IOException {
        for (Trace trace : file.traces()) {
            String name = withEngine ? " on " + trace.engine() : "";
            fold("While it runs" + name, withFindings);
            new LockTimeline(trace, root.path(file.path()), page).write();
            page.closeLine();
            SchemaDifference schema = trace.schema();
            if (!schema.isEmpty()) {
                fold("The schema before and after" + name, withFindings);
                new SchemaView(page).write(schema);
                page.closeLine();
            }
        }
    }

    private void fold(String summary, boolean open) throws IOException {
        if (open) {
            page.open("details", "class", "part", "open", "open");
        } else {
            page.open("details", "class", "part");
        }
        page.leaf("summary", summary).own("\n");
    }
}
