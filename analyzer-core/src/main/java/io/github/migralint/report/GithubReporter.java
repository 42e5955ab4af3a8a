package io.github.migralint.report;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes findings as workflow commands, which GitHub Actions shows at the lines of a pull request, gravest first. */
public final class GithubReporter implements Reporter {
    /** How many annotations of one level GitHub keeps of a step. */
    public static final int MOST = 10;

    private static final int SQL_LINES = 8;
    private static final int LINE = 300;

    private final SourceRoot root;

    /** For files below the root of a repository. */
    public GithubReporter(SourceRoot root) {
        this.root = root;
    }

    private enum Level {
        ERROR,
        WARNING,
        NOTICE;

        static Level of(Risk risk) {
            return switch (risk) {
                case CRITICAL, HIGH -> ERROR;
                case MEDIUM -> WARNING;
                case LOW -> NOTICE;
            };
        }

        static Level of(Problem.Kind kind) {
            return switch (kind) {
                case MISSING, CONFIGURATION, INTERNAL -> ERROR;
                case FILE -> WARNING;
                case NOT_UNDERSTOOD -> NOTICE;
            };
        }

        WorkflowCommand command() {
            return new WorkflowCommand(name().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public String format() {
        return "github";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Map<Level, Integer> told = new EnumMap<>(Level.class);
        int left = 0;
        for (Finding finding : byRisk(report.findings())) {
            Level level = Level.of(finding.risk());
            if (told.merge(level, 1, Integer::sum) > MOST) {
                left++;
            } else {
                out.append(line(finding, level)).append('\n');
            }
        }
        for (Problem problem : report.untold()) {
            Level level = Level.of(problem.kind());
            if (told.merge(level, 1, Integer::sum) > MOST) {
                left++;
            } else {
                out.append(line(problem, level)).append('\n');
            }
        }
        if (left > 0) {
            int all = told.values().stream().mapToInt(Integer::intValue).sum();
            out.append(remark(left, all)).append('\n');
        }
    }

    private static List<Finding> byRisk(List<Finding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(Finding::risk).reversed())
                .toList();
    }

    private static String remark(int left, int all) {
        return "migralint: " + left + " of " + all + " annotations are left out, because GitHub shows " + MOST
                + " errors, " + MOST + " warnings and " + MOST
                + " notices of a step: --format full tells everything in the log,"
                + " --report markdown=$GITHUB_STEP_SUMMARY on the page of the run";
    }

    private String line(Finding finding, Level level) {
        return at(level.command(), finding.place())
                .with("title", finding.risk() + " " + finding.rule())
                .saying(message(finding));
    }

    private String line(Problem problem, Level level) {
        WorkflowCommand command = level.command();
        if (problem.place().isPresent()) {
            at(command, problem.place().get());
        } else if (!problem.file().isEmpty() && problem.kind() != Problem.Kind.MISSING) {
            command.with("file", path(problem.file()));
        }
        return command.with("title", Product.NAME).saying(shown(problem.message()));
    }

    /** Columns are said of one line only: GitHub drops them where the lines differ. */
    private WorkflowCommand at(WorkflowCommand command, Place place) {
        Position start = place.text().position(place.span().start());
        Position end = place.text().position(place.span().end());
        command.with("file", path(place.text().path()))
                .with("line", start.line())
                .with("endLine", end.line());
        return start.line() == end.line()
                ? command.with("col", start.column()).with("endColumn", end.column())
                : command;
    }

    private String path(String displayPath) {
        return Visible.line(root.path(displayPath));
    }

    private static String message(Finding finding) {
        var message = new StringBuilder(shown(finding.message()));
        if (!finding.blocks().isEmpty()) {
            message.append("\nBlocks: ").append(shown(finding.blocks()));
        }
        if (!finding.instead().isEmpty()) {
            appendFirst(finding.instead(), message);
        }
        return message.append("\nMore: ")
                .append(Product.rulePage(finding.rule()))
                .toString();
    }

    private static void appendFirst(List<Fix> way, StringBuilder message) {
        Fix first = way.getFirst();
        message.append("\nInstead");
        if (!first.when().isEmpty()) {
            message.append(", ").append(shown(first.when()));
        }
        message.append(':');
        List<String> lines = first.sql().lines().toList();
        lines.stream().limit(SQL_LINES).forEach(line -> message.append("\n  ").append(shown(line)));
        if (lines.size() > SQL_LINES) {
            message.append("\n  …");
        }
        if (way.size() > 1) {
            message.append("\n(the first of ").append(way.size()).append(" steps)");
        }
    }

    private static String shown(String line) {
        return Cut.to(LINE, Visible.line(Secrets.hidden(line)));
    }
}
