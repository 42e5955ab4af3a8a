package io.github.migralint.report;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.source.Position;
import io.github.migralint.source.Span;
import java.util.List;

/** A finding as plain text for logs: the code with a mark, what is blocked, why it is known, what to write instead. */
final class PlainText {
    private static final int LONGEST_LINE = 200;

    private final SourceRoot root;

    PlainText(SourceRoot root) {
        this.root = root;
    }

    /** All that is to be said of a finding, in lines that each end with a line end. */
    String of(Finding finding) {
        var text = new StringBuilder();
        Position position =
                finding.place().text().position(finding.place().span().start());
        line(text, root.pathFromHere(finding.place().text().path()) + ":" + position.line() + ":" + position.column());
        excerpt(finding, position, text);
        line(text, finding.message());
        line(text, sentence("Blocked: ", finding.blocks()));
        line(text, sentence("Known because ", finding.because()));
        finding.instead().forEach(fix -> instead(fix, text));
        finding.notes().forEach(note -> line(text, sentence("Note: ", note)));
        for (Related related : finding.relatedUntold()) {
            line(text, "See " + root.pathFromHere(related.file()) + ":" + related.line() + ": " + related.message());
        }
        line(text, "More: " + Product.rulePage(finding.rule()));
        return text.toString();
    }

    /** A sentence with words before it; nothing when there is nothing to say. */
    static String sentence(String lead, String sentence) {
        return sentence.isEmpty() ? "" : lead + sentence + (sentence.endsWith(".") ? "" : ".");
    }

    /** The lines of a piece of SQL. */
    static List<String> sql(String sql) {
        return sql.lines().map(Visible::line).toList();
    }

    private static void line(StringBuilder text, String line) {
        if (!line.isEmpty()) {
            text.append(Visible.line(line)).append('\n');
        }
    }

    private static void instead(Fix fix, StringBuilder text) {
        line(text, fix.when().isEmpty() ? "Instead:" : "Instead, " + fix.when() + ":");
        sql(fix.sql()).forEach(line -> text.append("    ").append(line).append('\n'));
    }

    /** The line on which the clause begins, with a mark under the clause; of a long line what is around the mark. */
    private static void excerpt(Finding finding, Position position, StringBuilder text) {
        String whole = Secrets.hidden(finding.place().text().line(position.line()));
        int start = Math.min(position.column() - 1, whole.length());
        int from = Math.clamp(start - LONGEST_LINE / 3, 0, Math.max(0, whole.length() - LONGEST_LINE));
        String line = whole.substring(from, Math.min(whole.length(), from + LONGEST_LINE));
        int end = Math.min(endOnLine(finding.place(), position.line()) - from, line.length());
        String before = Visible.line(line.substring(0, start - from));
        String marked = Visible.line(line.substring(start - from, Math.max(start - from, end)));
        String number = Integer.toString(position.line());
        text.append("  ")
                .append(number)
                .append(" | ")
                .append(Visible.line(line))
                .append('\n');
        text.append("  ").repeat(" ", number.length()).append(" | ");
        text.repeat(" ", before.length())
                .repeat("^", Math.max(1, marked.length()))
                .append(' ');
        line(text, finding.label());
    }

    private static int endOnLine(Place place, int line) {
        Span lineSpan = place.text().lineSpan(line);
        return Math.min(place.span().end(), lineSpan.end()) - lineSpan.start();
    }
}
