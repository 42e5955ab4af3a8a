package io.github.migralint.report.html;

import io.github.migralint.report.Product;
import io.github.migralint.report.SourceRoot;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import java.io.IOException;

/** Writes a finding: how bad, what and where; the code; what is blocked, why, and what to write instead. */
final class FindingCard {
    private final SourceRoot root;
    private final boolean foldLow;
    private final Markup page;

    /** A writer of findings; those of the lowest risk are folded where graver ones stand beside them. */
    FindingCard(SourceRoot root, boolean foldLow, Markup page) {
        this.root = root;
        this.foldLow = foldLow;
        this.page = page;
    }

    void write(Finding finding, String id) throws IOException {
        String risk = Words.lower(finding.risk());
        page.open(
                        "article",
                        "class",
                        "finding " + risk,
                        "id",
                        id,
                        "data-risk",
                        risk,
                        "data-rule",
                        finding.rule(),
                        "aria-labelledby",
                        id + "-rule")
                .own("\n");
        heading(finding, id);
        page.leaf("p", finding.message(), "class", "message").own("\n");
        boolean folded = foldLow && finding.risk() == Risk.LOW;
        if (folded) {
            page.open("details", "class", "more")
                    .leaf("summary", "The code, why, and the safe way")
                    .own("\n");
        }
        new CodeExcerpt(page).write(finding);
        why(finding);
        if (folded) {
            page.closeLine();
        }
        page.closeLine();
    }

    private void why(Finding finding) throws IOException {
        page.open("dl", "class", "why").own("\n");
        field("Blocks", finding.blocks());
        field("Because", finding.because());
        instead(finding);
        for (String note : finding.notes()) {
            field("Note", note);
        }
        for (Related related : finding.relatedUntold()) {
            String place = related.line() > 0 ? ":" + related.line() : "";
            field("See", root.path(related.file()) + place + " " + related.message());
        }
        page.closeLine();
    }

    private void heading(Finding finding, String id) throws IOException {
        Position position =
                finding.place().text().position(finding.place().span().start());
        page.open("header").open("h3", "id", id + "-rule");
        page.leaf("span", finding.risk().name(), "class", "risk").text(" ");
        page.leaf("a", finding.rule(), "href", Product.rulePage(finding.rule()), "rel", "noreferrer");
        page.close().text(" ");
        page.leaf("a", "line " + position.line(), "class", "place", "href", "#" + id);
        page.closeLine();
    }

    private void field(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            page.leaf("dt", name).leaf("dd", text).own("\n");
        }
    }

    private void instead(Finding finding) throws IOException {
        if (finding.instead().isEmpty()) {
            return;
        }
        page.leaf("dt", "Instead").open("dd");
        for (Fix fix : finding.instead()) {
            if (!fix.when().isEmpty()) {
                page.leaf("p", fix.when(), "class", "when");
            }
            page.open("div", "class", "safe").open("pre").leaf("code", fix.sql().strip());
            page.close().close();
        }
        page.closeLine();
    }
}
