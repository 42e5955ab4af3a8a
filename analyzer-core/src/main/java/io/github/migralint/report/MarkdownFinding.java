package io.github.migralint.report;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Related;
import io.github.migralint.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** A finding as a row of a table, and as a block that can be opened. */
final class MarkdownFinding {
    private static final int SOURCE_LINES = 12;
    private static final int SQL_LINES = 60;
    private static final int LINE = 400;
    private static final int SENTENCE = 1_000;

    private final Finding finding;
    private final int line;

    MarkdownFinding(Finding finding) {
        this.finding = finding;
        this.line = line(finding.place().span().start());
    }

    private int line(int offset) {
        return finding.place().text().position(offset).line();
    }

    String row() {
        String what = finding.blocks().isEmpty() ? finding.label() : finding.blocks();
        return "| **" + finding.risk() + "** | [" + finding.rule() + "](" + Product.rulePage(finding.rule()) + ") | "
                + line + " | " + MarkdownText.cell(shown(what)) + " |\n";
    }

    String details() {
        var text = new StringBuilder("<details>\n<summary><b>")
                .append(finding.risk())
                .append("</b> ")
                .append(MarkdownText.codeInHtml(finding.rule()))
                .append(" in line ")
                .append(line)
                .append(": ")
                .append(MarkdownText.cell(shown(finding.label())))
                .append("</summary>\n\n");
        text.append(MarkdownText.prose(shown(finding.message()))).append("\n\n");
        text.append(MarkdownText.fence(source())).append('\n');
        appendReasons(text);
        appendSafeWay(text);
        return text.append("</details>\n\n").toString();
    }

    private void appendReasons(StringBuilder text) {
        int before = text.length();
        appendItem("Blocks", finding.blocks(), text);
        appendItem("Because", finding.because(), text);
        finding.notes().forEach(note -> appendItem("Note", note, text));
        for (Related related : finding.relatedUntold()) {
            appendItem("See", related.file() + ":" + related.line() + " " + related.message(), text);
        }
        if (text.length() > before) {
            text.append('\n');
        }
    }

    private static void appendItem(String name, String sentence, StringBuilder text) {
        if (!sentence.isEmpty()) {
            text.append("- **").append(name).append("** ");
            text.append(MarkdownText.prose(shown(sentence))).append('\n');
        }
    }

    private void appendSafeWay(StringBuilder text) {
        boolean first = true;
        for (Fix fix : finding.instead()) {
            String when = MarkdownText.prose(shown(fix.when()));
            String lead = first ? "**Instead**" + (when.isEmpty() ? "" : ", " + when) : when.isEmpty() ? "and" : when;
            text.append(lead).append(":\n\n");
            text.append(MarkdownText.fence(capped(fix.sql().lines().toList(), SQL_LINES)))
                    .append('\n');
            first = false;
        }
    }

    /** The statement, or what of it stands around the clause. */
    private List<String> source() {
        SourceText text = finding.place().text();
        int first = Math.min(line, line(finding.statement().start()));
        int last = Math.max(line, line(finding.statement().end()));
        var lines = new ArrayList<String>();
        if (line - first >= SOURCE_LINES / 2) {
            lines.add(text.line(first));
            lines.add("…");
            first = line;
        }
        for (int i = first; i <= last; i++) {
            lines.add(text.line(i));
        }
        return capped(lines, SOURCE_LINES);
    }

    private static List<String> capped(List<String> lines, int most) {
        var capped = new ArrayList<String>();
        lines.stream().limit(most).forEach(line -> capped.add(code(line)));
        if (lines.size() > most) {
            capped.add("…");
        }
        return capped;
    }

    private static String code(String line) {
        return Cut.to(LINE, Visible.line(Secrets.hidden(line).replace("\t", "    ")));
    }

    private static String shown(String sentence) {
        return Cut.to(SENTENCE, Secrets.hidden(sentence));
    }
}
