package io.github.migralint.cli.console;

import io.github.migralint.report.Secrets;
import io.github.migralint.rule.Finding;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.function.Consumer;

/** The lines of a file that findings are about, with marks under the offending clauses. */
final class Excerpt {
    private static final int MAX_MARKS = 12;

    private final Terminal terminal;
    private final Printable printable;
    private final Consumer<String> out;
    private int gutter;
    private int lastLine;

    Excerpt(Terminal terminal, Printable printable, Consumer<String> out) {
        this.terminal = terminal;
        this.printable = printable;
        this.out = out;
    }

    /** Prints the lines of a group; findings after the first few are only counted. */
    void print(FindingGroup group) {
        List<Finding> shown =
                group.findings().subList(0, Math.min(MAX_MARKS, group.findings().size()));
        gutter = Integer.toString(endLine(shown)).length();
        lastLine = 0;
        shown.forEach(this::print);
        int more = group.findings().size() - shown.size();
        if (more > 0) {
            out.accept(blankGutter() + printable.line("… and ") + more + " more of the same");
        }
    }

    private static int endLine(List<Finding> findings) {
        Finding last = findings.get(findings.size() - 1);
        return last.place().text().position(last.place().span().start()).line();
    }

    private void print(Finding finding) {
        SourceText text = finding.place().text();
        Span clause = finding.place().span();
        int line = text.position(clause.start()).line();
        int statementLine = text.position(finding.statement().start()).line();
        if (statementLine < line && statementLine > lastLine) {
            skipTo(text, statementLine);
            context(text, statementLine);
        }
        Span lineSpan = text.lineSpan(line);
        int from = clause.start() - lineSpan.start();
        int to = Math.min(clause.end(), lineSpan.end()) - lineSpan.start();
        var source = new SourceLine(Secrets.hidden(text.slice(lineSpan)), from, to, printable);
        SourceLine.Window window = source.window(from, to, room());
        if (line != lastLine) {
            skipTo(text, line);
            out.accept(numbered(line, window.text()));
            lastLine = line;
        }
        boolean goesOn = clause.end() > lineSpan.end();
        mark(finding, window, goesOn);
    }

    /** Leads from the last printed line to the next: a single line between is printed, more are left out. */
    private void skipTo(SourceText text, int line) {
        if (lastLine > 0 && line == lastLine + 2) {
            context(text, lastLine + 1);
        } else if (lastLine > 0 && line > lastLine + 1) {
            out.accept(" ".repeat(gutter + 1) + printable.line("…"));
        }
    }

    private void context(SourceText text, int line) {
        var source = new SourceLine(Secrets.hidden(text.line(line)), 0, 0, printable);
        out.accept(numbered(line, source.window(0, 0, room()).text()));
        lastLine = line;
    }

    private void mark(Finding finding, SourceLine.Window window, boolean goesOn) {
        String stroke = terminal.unicode() ? "─" : "^";
        String mark = stroke.repeat(Math.max(1, window.to() - window.from())) + (goesOn ? printable.line("…") : "");
        String label = printable.line(finding.label());
        Ink ink = Ink.ofMark(finding.risk());
        String painted = " ".repeat(window.from()) + ink.paint(mark, terminal);
        int end = window.from() + Printable.width(mark);
        if (end + 1 + Printable.width(label) <= room()) {
            out.accept((blankGutter() + painted + " " + label).stripTrailing());
            return;
        }
        out.accept(blankGutter() + painted);
        int indent = Math.max(0, Math.min(window.from(), room() - Printable.width(label)));
        for (String part : Wrapping.text(label, room() - indent)) {
            out.accept(blankGutter() + " ".repeat(indent) + part);
        }
    }

    private int room() {
        return terminal.width() - gutter - 5;
    }

    private String numbered(int line, String text) {
        String number = Integer.toString(line);
        return ("  " + " ".repeat(Math.max(0, gutter - number.length())) + number + bar() + text).stripTrailing();
    }

    private String blankGutter() {
        return "  " + " ".repeat(gutter) + bar();
    }

    private String bar() {
        return terminal.unicode() ? " │ " : " | ";
    }
}
