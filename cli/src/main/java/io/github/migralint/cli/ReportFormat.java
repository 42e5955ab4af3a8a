package io.github.migralint.cli;

import io.github.migralint.cli.console.ConciseReporter;
import io.github.migralint.cli.console.FullReporter;
import io.github.migralint.report.CheckstyleReporter;
import io.github.migralint.report.GithubReporter;
import io.github.migralint.report.GitlabReporter;
import io.github.migralint.report.JsonLinesReporter;
import io.github.migralint.report.JsonReporter;
import io.github.migralint.report.JunitReporter;
import io.github.migralint.report.MarkdownReporter;
import io.github.migralint.report.RdjsonReporter;
import io.github.migralint.report.Reporter;
import io.github.migralint.report.SonarqubeReporter;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.report.html.HtmlReporter;
import io.github.migralint.rules.Rules;
import io.github.migralint.sarif.SarifReporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of reports, each with the reporter that writes it; a reporter is loaded when it is asked for. */
enum ReportFormat {
    /** For people, with the code and the safe way. */
    FULL(true),
    /** One line for each finding. */
    CONCISE(true),
    /** Everything, for programs of one's own. */
    JSON(false),
    /** The same, one object on each line. */
    JSONL(false),
    /** For code scanning. */
    SARIF(false),
    /** For the log of GitHub Actions, which makes annotations of it. */
    GITHUB(true),
    /** For GitLab's Code Quality. */
    GITLAB(false),
    /** Test results, for Jenkins and every other build server. */
    JUNIT(false),
    /** The XML of Checkstyle, for tools that have read it for long. */
    CHECKSTYLE(false),
    /** For reviewdog. */
    RDJSON(false),
    /** Generic issues, for SonarQube. */
    SONARQUBE(false),
    /** For the page of a workflow run and for comments. */
    MARKDOWN(false),
    /** A page for browsers. */
    HTML(false);

    private final boolean forPeople;

    ReportFormat(boolean forPeople) {
        this.forPeople = forPeople;
    }

    /** The names of all formats as options spell them. */
    static List<String> words() {
        return Arrays.stream(values()).map(ReportFormat::word).toList();
    }

    /** The format of a name that is one of {@link #words()}. */
    static ReportFormat of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the report tells people of problems by itself. */
    boolean forPeople() {
        return forPeople;
    }

    /** Whether the report shows what migrations do while they run. */
    boolean showsTraces() {
        return this == HTML;
    }

    /** Whether a report can say that nothing could be checked, so that it is not taken for a clean one. */
    boolean tellsFailure() {
        return this == SARIF;
    }

    Reporter reporter(ReportStyle style) {
        return reporter(style, root());
    }

    /** The same for files that are named from a given folder. */
    Reporter reporter(ReportStyle style, SourceRoot root) {
        return switch (this) {
            case FULL -> new FullReporter(style.terminal(), style.verbosity(), style.suppressed(), style.elapsed());
            case CONCISE -> new ConciseReporter(style.terminal(), style.verbosity(), style.suppressed());
            case JSON -> new JsonReporter();
            case JSONL -> new JsonLinesReporter();
            case SARIF ->
                new SarifReporter(ReportFormat::page, root)
                        .showingSuppressed(style.suppressed())
                        .inCategory(style.category());
            case GITHUB -> new GithubReporter(root);
            case GITLAB -> new GitlabReporter(root);
            case JUNIT -> new JunitReporter(root, style.suppressed());
            case CHECKSTYLE -> new CheckstyleReporter(root);
            case RDJSON -> new RdjsonReporter(root);
            case SONARQUBE -> new SonarqubeReporter(root);
            case MARKDOWN -> new MarkdownReporter(root);
            case HTML -> new HtmlReporter(root);
        };
    }

    private static String page(String rule) {
        return Rules.page(rule).orElseThrow();
    }

    private static SourceRoot root() {
        return SourceRoot.around(Path.of(""));
    }
}
