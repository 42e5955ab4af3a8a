package io.github.migralint.report.html;

import io.github.migralint.report.Secrets;
import io.github.migralint.rule.Finding;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.io.IOException;

/** Writes the lines of a file that a finding is about, with a mark under the offending clause. */
final class CodeExcerpt {
    private static final int MOST_LINES = 8;
    /** What is further away from the mark on its line is left out. */
    private static final int BEFORE_MARK = 160;

    private static final int AFTER_MARK = 240;
    private static final int LONGEST_MARK = 600;

    private final Markup page;

    CodeExcerpt(Markup page) {
        this.page = page;
    }

    void write(Finding finding) throws IOException {
        SourceText text = finding.place().text();
        Span clause = finding.place().span();
        int first = text.position(clause.start()).line();
        int last = text.position(Math.max(clause.start(), clause.end() - 1)).line();
        int statement = text.position(finding.statement().start()).line();
        page.open("div", "class", "code").own("\n");
        if (statement < first) {
            line(text, statement, new Span(0, 0));
            if (statement < first - 1) {
                left(first - 1 - statement);
            }
        }
        int shown = Math.min(last, first + MOST_LINES - 1);
        for (int line = first; line <= shown; line++) {
            line(text, line, clause);
        }
        if (shown < last) {
            left(last - shown);
        }
        page.open("p", "class", "line label").leaf("span", "", "class", "n");
        page.leaf("span", finding.label()).closeLine();
        page.closeLine();
    }

    private void left(int lines) throws IOException {
        page.open("p", "class", "line left").leaf("span", "⋮", "class", "n", "aria-hidden", "true");
        page.leaf("span", Words.plural(lines, "line")).closeLine();
    }

    private void line(SourceText text, int number, Span clause) throws IOException {
        Span line = text.lineSpan(number);
        String source = Secrets.hidden(text.slice(line));
        int from = Math.max(0, Math.min(source.length(), clause.start() - line.start()));
        int to = Math.max(from, Math.min(source.length(), clause.end() - line.start()));
        page.open("p", "class", "line").leaf("span", Integer.toString(number), "class", "n");
        page.open("code");
        before(source, from);
        if (to > from) {
            page.leaf("mark", part(source, from, Math.min(to, from + LONGEST_MARK)));
            page.text(to > from + LONGEST_MARK ? "…" : "");
        }
        after(source, to);
        page.close().closeLine();
    }

    private void before(String source, int mark) throws IOException {
        int start = Math.max(0, mark - BEFORE_MARK);
        page.text((start > 0 ? "…" : "") + part(source, start, mark));
    }

    private void after(String source, int mark) throws IOException {
        int end = Math.min(source.length(), mark + AFTER_MARK);
        page.text(part(source, mark, end) + (end < source.length() ? "…" : ""));
    }

    /** A part of a line that does not cut a character in two. */
    private static String part(String source, int from, int to) {
        int start =
                from > 0 && from < source.length() && Character.isLowSurrogate(source.charAt(from)) ? from + 1 : from;
        return source.substring(Math.min(start, to), to);
    }
}
