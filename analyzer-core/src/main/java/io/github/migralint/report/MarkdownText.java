package io.github.migralint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of any origin as GitHub-flavoured Markdown that shows just that text: a word that could be markup, a link, a
 * mention of somebody or a reference to an issue is set as code, where none of them means anything.
 */
final class MarkdownText {
    /** A word as prose has it, with what stands around it; none of them begins a list. */
    private static final Pattern PLAIN = Pattern.compile("[(\"']*\\p{L}+(?:[-'’]\\p{L}+)*[)\"']*[.,;:!?]*"
            + "|[(]?\\p{Nd}{1,6}%?[,;:]?|[(]\\p{Nd}{1,6}[)][.,;:]?"
            + "|\\p{Nd}{1,4}(?:[.]\\p{Nd}{1,4})+[,;:]?"
            + "|[–—…·→]");

    private static final Pattern WORD = Pattern.compile("([(\"']*)(.+?)([\"')]*[.,;:!?]*)");
    /** An abbreviated commit. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,}");

    private static final Pattern FENCE = Pattern.compile("`{3,}");

    private MarkdownText() {}

    /** Prose in a paragraph. */
    static String prose(String text) {
        return words(text, false);
    }

    /** Prose in a cell of a table or inside HTML, where code cannot be set in backticks. */
    static String cell(String text) {
        return words(text, true);
    }

    private static String words(String text, boolean html) {
        var words = new ArrayList<String>();
        for (String word : Visible.line(text).strip().split(" +", -1)) {
            words.add(isPlain(word) ? word : marked(word, html));
        }
        return String.join(" ", words);
    }

    private static boolean isPlain(String word) {
        return PLAIN.matcher(word).matches() && !COMMIT.matcher(word).lookingAt();
    }

    private static String marked(String word, boolean html) {
        if (word.isEmpty()) {
            return "";
        }
        Matcher parts = WORD.matcher(word);
        if (!parts.matches() || isUnbalanced(parts.group(2))) {
            return html ? codeInHtml(word) : code(word);
        }
        String core = html ? codeInHtml(parts.group(2)) : code(parts.group(2));
        return parts.group(1) + core + parts.group(3);
    }

    private static boolean isUnbalanced(String core) {
        return count(core, '(') != count(core, ')') || count(core, '"') % 2 != 0 || count(core, '\'') % 2 != 0;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** A name, a path or a piece of code in a paragraph. */
    static String code(String text) {
        String shown = Visible.line(text);
        boolean fits = !shown.isBlank() && shown.indexOf('`') < 0 && shown.indexOf('|') < 0;
        return fits && shown.equals(shown.strip()) ? "`" + shown + "`" : codeInHtml(shown);
    }

    /** The same in a cell of a table or inside HTML. */
    static String codeInHtml(String text) {
        var code = new StringBuilder("<code>");
        Visible.line(text).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c > 0x7f || " -,()".indexOf(c) >= 0) {
                code.appendCodePoint(c);
            } else {
                code.append("&#").append(c).append(';');
            }
        });
        return code.append("</code>").toString();
    }

    /** Lines of SQL in a fence that nothing in them can close. */
    static String fence(List<String> lines) {
        int ticks = lines.stream()
                .flatMap(line -> FENCE.matcher(line).results())
                .mapToInt(run -> run.group().length() + 1)
                .max()
                .orElse(3);
        String fence = "`".repeat(ticks);
        return fence + "sql\n" + String.join("\n", lines) + "\n" + fence + "\n";
    }
}
