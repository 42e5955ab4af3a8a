package io.github.migralint.cli.console;

import io.github.migralint.report.Product;
import io.github.migralint.report.RulePage;
import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.util.Locale;

/** Prints the page of a rule: headings, paragraphs of the width of the terminal, code indented. */
public final class PageText {
    private static final String CODE = "    ";

    private final Terminal terminal;
    private final Printable printable;

    public PageText(Terminal terminal) {
        this.terminal = terminal;
        this.printable = new Printable(terminal.unicode());
    }

    /** Writes a page under a line that says what rule it is about. */
    public void write(RuleInfo rule, RulePage page, Appendable out) throws IOException {
        out.append(Ink.BOLD.paint(rule.id(), terminal))
                .append(printable.line(" · "))
                .append(Ink.of(rule.risk()).paint(rule.risk().name(), terminal))
                .append(printable.line(" · "))
                .append(rule.category().name().toLowerCase(Locale.ROOT))
                .append("\n\n");
        markdown(withoutTitle(page.markdown()), out);
        out.append('\n').append(Product.rulePage(rule.id())).append('\n');
    }

    private static String withoutTitle(String markdown) {
        return markdown.startsWith("# ")
                ? markdown.substring(markdown.indexOf('\n') + 1).strip()
                : markdown.strip();
    }

    private void markdown(String markdown, Appendable out) throws IOException {
        var paragraph = new StringBuilder();
        boolean code = false;
        for (String line : markdown.split("\\R", -1)) {
            if (line.startsWith("```")) {
                end(paragraph, out);
                code = !code;
            } else if (code) {
                out.append((CODE + printable.line(line)).stripTrailing()).append('\n');
            } else if (line.startsWith("#")) {
                end(paragraph, out);
                String heading = printable.line(line.replaceFirst("^#+ *", ""));
                out.append(Ink.BOLD.paint(heading, terminal)).append('\n');
            } else if (line.isBlank() || line.startsWith("|")) {
                end(paragraph, out);
                out.append(printable.line(line)).append('\n');
            } else {
                if (line.startsWith("- ")) {
                    end(paragraph, out);
                }
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        end(paragraph, out);
    }

    private void end(StringBuilder paragraph, Appendable out) throws IOException {
        boolean item = paragraph.indexOf("- ") == 0;
        String lead = "";
        if (!paragraph.isEmpty()) {
            for (String line : Wrapping.text(printable.line(paragraph.toString()), terminal.width() - (item ? 2 : 0))) {
                out.append(lead).append(line).append('\n');
                lead = item ? "  " : "";
            }
        }
        paragraph.setLength(0);
    }
}
