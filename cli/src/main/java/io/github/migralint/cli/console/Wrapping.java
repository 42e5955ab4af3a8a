package io.github.migralint.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Breaks printable text into lines of a width. */
public final class Wrapping {
    /** A word of SQL: what stands between blanks, where quotes and comments in brackets hold their blanks together. */
    private static final Pattern SQL_WORD =
            Pattern.compile("(?:'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|/\\*.*?\\*/|\\S)++");

    private Wrapping() {}

    /** Text at its blanks; a word that is wider than a line gets one of its own. */
    public static List<String> text(String text, int width) {
        return words(text.strip(), width, "", "");
    }

    /**
     * A line of SQL at its blanks, those in quotes and comments left alone. A comment stays a comment; a line that ends in
     * one, or has dollar quotes, is left whole.
     */
    static List<String> sql(String line, int width) {
        String content = line.stripTrailing();
        if (Printable.width(content) <= width) {
            return List.of(content);
        }
        String body = content.stripLeading();
        String indent = content.substring(0, content.length() - body.length());
        if (body.startsWith("--")) {
            return words(body.substring(2).strip(), width, indent + "-- ", indent + "-- ");
        }
        boolean fragile = body.contains("--") || body.contains("$");
        List<String> words =
                SQL_WORD.matcher(body).results().map(MatchResult::group).toList();
        return fragile ? List.of(content) : words(words, width, indent, indent + "    ");
    }

    private static List<String> words(String text, int width, String first, String next) {
        return words(List.of(text.split(" +", -1)), width, first, next);
    }

    private static List<String> words(List<String> words, int width, String first, String next) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        int start = first.length();
        for (String word : words) {
            if (line.length() > start && Printable.width(line.toString()) + 1 + Printable.width(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(next);
                start = next.length();
            }
            line.append(line.length() > start ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
