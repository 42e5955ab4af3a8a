package io.github.migralint.report.html;

import io.github.migralint.history.History;
import io.github.migralint.report.Problem;
import io.github.migralint.report.Product;
import io.github.migralint.report.Report;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.report.Summary;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The head of the page: how it ended, what was looked at, and which files have what. */
final class PageHeader {
    /** More files than this are listed only when somebody opens the list. */
    private static final int SHORT_INDEX = 25;

    static final List<Risk> GRAVEST_FIRST = gravestFirst();

    private final Report report;
    private final Summary summary;
    private final SourceRoot root;
    private final Markup page;

    PageHeader(Report report, SourceRoot root, Markup page) {
        this.report = report;
        this.summary = new Summary(report);
        this.root = root;
        this.page = page;
    }

    private static List<Risk> gravestFirst() {
        var risks = new ArrayList<>(Arrays.asList(Risk.values()));
        Collections.reverse(risks);
        return List.copyOf(risks);
    }

    void write(List<FilePage> files) throws IOException {
        page.open("header", "class", "top").own("\n");
        page.leaf("p", Product.NAME + " report", "class", "brand").own("\n");
        page.leaf("h1", headline(files)).own("\n");
        verdict();
        counts();
        facts();
        page.closeLine();
        if (!report.findings().isEmpty()) {
            page.open("nav", "class", "index", "aria-label", "Files with findings")
                    .own("\n");
            filter();
            index(files);
            page.closeLine();
        }
    }

    private String headline(List<FilePage> files) {
        int findings = report.findings().size();
        int touched =
                (int) files.stream().filter(file -> !file.findings().isEmpty()).count();
        return findings == 0
                ? "No findings"
                : Words.plural(findings, "finding") + " in " + Words.plural(touched, "file");
    }

    private void verdict() throws IOException {
        String words = summary.verdict().orElse("");
        if (!words.isEmpty()) {
            page.leaf("p", words, "class", report.failed() ? "verdict fails" : "verdict passes")
                    .own("\n");
        }
    }

    private void counts() throws IOException {
        page.open("ul", "class", "counts").own("\n");
        for (Risk risk : GRAVEST_FIRST) {
            int count = report.count(risk);
            page.open("li", "class", "count " + Words.lower(risk) + (count == 0 ? " none" : ""));
            page.leaf("b", Integer.toString(count)).text(" ");
            page.leaf("span", Words.title(risk)).closeLine();
        }
        page.closeLine();
    }

    private void facts() throws IOException {
        page.open("dl", "class", "facts").own("\n");
        if (report.projects().size() == 1) {
            project(report.history());
        } else {
            for (History project : report.projects()) {
                String folder = project.folder()
                        .map(root::path)
                        .filter(path -> !path.isEmpty())
                        .orElse(".");
                fact(
                        folder,
                        Summary.engine(project) + ", " + Summary.tool(project) + ", "
                                + Summary.course(project, project.underReview()));
            }
        }
        Optional<String> schema = report.history().review().startingSchema();
        if (schema.isPresent()) {
            fact("Begins with", "the schema of " + root.path(schema.get()));
        }
        List<String> counts = summary.counts();
        fact("Analyzed", String.join(" · ", counts.subList(1, counts.size())));
        for (String note : report.notes()) {
            fact("Note", note);
        }
        for (Problem problem : report.untold()) {
            if (problem.file().isEmpty()) {
                fact("Problem", problem.message());
            }
        }
        page.closeLine();
    }

    private void project(History history) throws IOException {
        fact("Engine", Summary.engine(history));
        fact("Tool", Summary.tool(history));
        fact("Migrations", Summary.course(history, report.counts().migrations()));
    }

    private void fact(String name, String value) throws IOException {
        page.open("div").leaf("dt", name).leaf("dd", value).closeLine();
    }

    /** Choices that the script brings to life: without it they stay out of sight. */
    private void filter() throws IOException {
        page.open("div", "class", "filter", "id", "filter", "hidden", "hidden").own("\n");
        page.open("fieldset").leaf("legend", "Show");
        for (Risk risk : GRAVEST_FIRST) {
            if (report.count(risk) > 0) {
                page.open("label").empty("input", "type", "checkbox", "checked", "checked", "value", Words.lower(risk));
                page.text(" " + Words.title(risk)).close();
            }
        }
        page.close();
        page.open("label", "class", "rule").text("Rule ").open("select", "id", "rule");
        page.leaf("option", "all rules", "value", "");
        for (Map.Entry<String, Integer> rule : rules().entrySet()) {
            page.leaf("option", rule.getKey() + " (" + rule.getValue() + ")", "value", rule.getKey());
        }
        page.close().close();
        page.leaf("output", "", "id", "shown").closeLine();
    }

    private Map<String, Integer> rules() {
        Map<String, Integer> rules = new TreeMap<>();
        for (Finding finding : report.findings()) {
            rules.merge(finding.rule(), 1, Integer::sum);
        }
        return rules;
    }

    private void index(List<FilePage> files) throws IOException {
        List<FilePage> listed =
                files.stream().filter(file -> !file.findings().isEmpty()).toList();
        boolean isShort = listed.size() <= SHORT_INDEX;
        if (isShort) {
            page.open("details", "open", "open");
        } else {
            page.open("details");
        }
        page.leaf("summary", "The " + Words.plural(listed.size(), "file") + " with findings")
                .own("\n");
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Files with findings")
                .open("table", "class", "files");
        String folder = commonFolder(listed);
        page.open("thead").open("tr").leaf("th", "File" + (folder.isEmpty() ? "" : " in " + folder), "scope", "col");
        for (Risk risk : GRAVEST_FIRST) {
            page.leaf("th", Words.title(risk), "scope", "col", "class", "number");
        }
        page.leaf("th", "While it runs", "scope", "col")
                .close()
                .close()
                .open("tbody")
                .own("\n");
        for (FilePage file : listed) {
            row(file, folder);
        }
        page.close().close().close().closeLine();
    }

    /** The folder that all have in common, with its slash; empty where there is none. */
    private String commonFolder(List<FilePage> files) {
        List<String> folders = files.stream()
                .map(file -> root.path(file.path()))
                .map(path -> path.substring(0, path.lastIndexOf('/') + 1))
                .distinct()
                .toList();
        return folders.size() == 1 ? folders.getFirst() : "";
    }

    private void row(FilePage file, String folder) throws IOException {
        page.open("tr").open("th", "scope", "row");
        page.leaf("a", root.path(file.path()).substring(folder.length()), "href", "#" + file.id())
                .close();
        for (Risk risk : GRAVEST_FIRST) {
            int count = file.count(risk);
            page.open("td", "class", "number " + (count == 0 ? "none" : Words.lower(risk)));
            page.text(Integer.toString(count)).close();
        }
        page.leaf("td", Waits.inShort(file.traces())).closeLine();
    }
}
