package io.github.migralint.report;

import io.github.migralint.rule.Finding;
import io.github.migralint.source.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Writes a report as GitHub-flavoured Markdown, for the page of a workflow run and for a comment on a pull request. */
public final class MarkdownReporter implements Reporter {
    /** The first line, by which a comment is found again. */
    public static final String MARKER = "<!-- migralint -->";

    /** The most UTF-16 units of a report: a comment may have 65,536, and whoever posts it may add something. */
    public static final int LIMIT = 60_000;

    private static final int ROOM_FOR_REMARKS = 1_000;
    private static final int MOST_PROBLEMS = 20;
    private static final int SENTENCE = 500;
    private static final String COLUMNS = "| risk | rule | line | what happens |\n|:--|:--|--:|:--|\n";

    private final SourceRoot root;
    private final int limit;

    /** For files below the root of a repository. */
    public MarkdownReporter(SourceRoot root) {
        this(root, LIMIT);
    }

    /** The same with another limit. */
    public MarkdownReporter(SourceRoot root, int limit) {
        this.root = root;
        this.limit = limit;
    }

    @Override
    public String format() {
        return "markdown";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        out.append(MARKER).append('\n');
        var summary = new Summary(report);
        List<Problem> problems = report.untold();
        if (report.findings().isEmpty() && problems.isEmpty()) {
            out.append(Product.NAME)
                    .append(": ")
                    .append(prose(summary.counts()))
                    .append('\n');
            return;
        }
        String head = head(summary);
        String tail = problems(problems) + origin(summary);
        out.append(head);
        new Body(report.findings(), limit - head.length() - tail.length() - ROOM_FOR_REMARKS).write(out);
        out.append(tail);
    }

    private static String head(Summary summary) {
        List<String> counts = summary.counts();
        var facts = new ArrayList<>(counts.subList(1, counts.size()));
        summary.verdict().ifPresent(facts::add);
        return "### " + Product.NAME + ": " + MarkdownText.prose(counts.getFirst()) + "\n\n" + prose(facts) + "\n\n";
    }

    private static String origin(Summary summary) {
        var parts = new ArrayList<>(summary.header());
        parts.addAll(summary.projects());
        return "<sub>" + prose(parts) + "</sub>\n";
    }

    private static String prose(List<String> parts) {
        return MarkdownText.prose(Cut.to(2 * SENTENCE, String.join(" · ", parts)));
    }

    private String problems(List<Problem> problems) {
        var text = new StringBuilder();
        for (Problem problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
            String place = problem.position()
                    .map(Position::line)
                    .map(line -> ":" + line)
                    .orElse("");
            String file = problem.file().isEmpty() ? "" : MarkdownText.code(root.path(problem.file()) + place) + ": ";
            String message = Cut.to(SENTENCE, Secrets.hidden(problem.message()));
            text.append("- **")
                    .append(problem.kind() == Problem.Kind.INTERNAL ? "Internal error" : "Problem")
                    .append("** ")
                    .append(file)
                    .append(MarkdownText.prose(message))
                    .append('\n');
        }
        if (problems.size() > MOST_PROBLEMS) {
            text.append("- and ").append(problems.size() - MOST_PROBLEMS).append(" more problems\n");
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    /** The findings by file, as many as there is room for: rows and then details, both by falling risk. */
    private final class Body {
        private final List<Finding> findings;
        private final Set<Finding> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Finding> details = Collections.newSetFromMap(new IdentityHashMap<>());

        Body(List<Finding> findings, int room) {
            this.findings = findings;
            List<Finding> gravestFirst = findings.stream()
                    .sorted(Comparator.comparing(Finding::risk).reversed())
                    .toList();
            int left = room - chooseRows(gravestFirst, room * 2 / 3);
            for (Finding finding : gravestFirst) {
                int needed = new MarkdownFinding(finding).details().length();
                if (!rows.contains(finding) || needed > left) {
                    break;
                }
                details.add(finding);
                left -= needed;
            }
        }

        /** Leaves some room for details: without any the report would say what is wrong, and not what to do. */
        private int chooseRows(List<Finding> gravestFirst, int room) {
            int used = 0;
            var headings = new HashSet<String>();
            for (Finding finding : gravestFirst) {
                String file = finding.place().text().path();
                int heading = headings.contains(file) ? 0 : heading(file).length() + 1;
                int needed = new MarkdownFinding(finding).row().length() + heading;
                if (used + needed > room) {
                    break;
                }
                headings.add(file);
                rows.add(finding);
                used += needed;
            }
            return used;
        }

        void write(Appendable out) throws IOException {
            int from = 0;
            while (from < findings.size()) {
                int to = endOfFile(from);
                writeFile(
                        findings.subList(from, to).stream()
                                .filter(rows::contains)
                                .toList(),
                        out);
                from = to;
            }
            if (rows.size() < findings.size()) {
                out.append(remark(findings.size() - rows.size(), "not listed"));
            }
            if (details.size() < rows.size()) {
                out.append(remark(rows.size() - details.size(), "listed without details"));
            }
        }

        private int endOfFile(int from) {
            String file = findings.get(from).place().text().path();
            int to = from;
            while (to < findings.size()
                    && findings.get(to).place().text().path().equals(file)) {
                to++;
            }
            return to;
        }

        private void writeFile(List<Finding> ofFile, Appendable out) throws IOException {
            if (ofFile.isEmpty()) {
                return;
            }
            out.append(heading(ofFile.getFirst().place().text().path()));
            for (Finding finding : ofFile) {
                out.append(new MarkdownFinding(finding).row());
            }
            out.append('\n');
            for (Finding finding : ofFile) {
                if (details.contains(finding)) {
                    out.append(new MarkdownFinding(finding).details());
                }
            }
        }

        private String heading(String file) {
            return "#### " + MarkdownText.code(root.path(file)) + "\n\n" + COLUMNS;
        }

        /** The least grave ones are those that are left out. */
        private String remark(int count, String what) {
            return "**" + count + " of " + findings.size() + " findings are " + what
                    + ", the least grave ones, because a comment has room for no more.** All of them are in the log and"
                    + " in the other reports.\n\n";
        }
    }
}
