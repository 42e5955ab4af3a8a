package io.github.migralint.report.html;

import io.github.migralint.report.Product;
import io.github.migralint.report.Report;
import io.github.migralint.report.Reporter;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.report.Summary;
import java.io.IOException;
import java.util.List;

/**
 * Writes a page that stands on its own: what was found, file by file, what each migration locks while it runs, and what
 * becomes of the schema. It asks nothing of any network, runs without its script, and is well-formed XML.
 */
public final class HtmlReporter implements Reporter {
    private final SourceRoot root;

    /** A reporter that names files from a folder. */
    public HtmlReporter(SourceRoot root) {
        this.root = root;
    }

    @Override
    public String format() {
        return "html";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Assets assets = Assets.load();
        var page = new Markup(out);
        List<FilePage> files = FilePage.of(report);
        page.own("<!DOCTYPE html>\n").open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        head(report, assets, page);
        page.open("body").own("\n");
        page.leaf("a", "Skip to the findings", "class", "skip", "href", "#files")
                .own("\n");
        TimelineKey.patterns(page);
        new PageHeader(report, root, page).write(files);
        sections(report, files, page);
        foot(report, page);
        page.open("script").own(assets.script()).closeLine();
        page.closeLine().closeLine();
    }

    private static void head(Report report, Assets assets, Markup page) throws IOException {
        page.open("head").own("\n");
        page.empty("meta", "charset", "utf-8").own("\n");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", assets.policy())
                .own("\n");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .own("\n");
        page.empty("meta", "name", "color-scheme", "content", "light dark").own("\n");
        page.empty("meta", "name", "generator", "content", Product.NAME + " " + Product.VERSION)
                .own("\n");
        page.leaf("title", Product.NAME + ": " + new Summary(report).counts().getFirst())
                .own("\n");
        page.open("style").own(assets.style()).closeLine();
        page.closeLine();
    }

    private void sections(Report report, List<FilePage> files, Markup page) throws IOException {
        page.open("main", "id", "files").own("\n");
        var section = new FileSection(report, root, page);
        for (FilePage file : files) {
            section.write(file);
        }
        if (files.isEmpty()) {
            page.leaf("p", "No migration was under review.", "class", "nothing").own("\n");
        }
        page.closeLine();
    }

    private static void foot(Report report, Markup page) throws IOException {
        page.open("footer").open("p");
        page.text(String.join(" · ", new Summary(report).counts())).text(". ");
        page.text("Timelines follow the order of statements, not the clock: how long each takes depends on the rows. ");
        page.leaf("a", Product.NAME + " " + Product.VERSION, "href", Product.URL);
        page.close().closeLine();
    }
}
