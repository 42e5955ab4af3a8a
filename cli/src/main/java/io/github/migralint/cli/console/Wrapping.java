package io.github.migralint.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Breaks printable text into lines of a width. */
final class Wrapping {
    private Wrapping() {}

    /** Text at its blanks; a word that is wider than a line gets one of its own. */
    static List<String> text(String text, int width) {
        return words(text.strip(), width, "", "");
    }

    /**
     * A line of SQL at its blanks. A comment stays a comment; a line with quotes is left whole, since a line end inside
     * quotes would change it.
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
        boolean fragile = body.contains("--") || body.contains("/*") || body.contains("'") || body.contains("$");
        return fragile ? List.of(content) : words(body, width, indent, indent + "    ");
    }

    private static List<String> words(String text, int width, String first, String next) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        int start = first.length();
        for (String word : text.split(" +", -1)) {
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
