package io.github.migralint.rule;

import io.github.migralint.schema.Origin;

/**
 * Another place that explains a finding.
 *
 * @param file display path
 * @param line from 1
 * @param message what happened there: {@code total was created here}
 */
public record Related(String file, int line, String message) {
    /** What happened at a statement of the history. */
    public static Related at(Origin origin, String message) {
        return new Related(origin.file(), origin.line(), message);
    }

    /** {@code V7__orders.sql:12}, as sentences name it. */
    public String shortForm() {
        return Origin.shortName(file) + ":" + line;
    }

    /** Whether a text names it by its short form. */
    public boolean isNamedIn(String text) {
        return indexIn(text) >= 0;
    }

    /** Where a text names it by its short form; -1 if it does not. */
    public int indexIn(String text) {
        String name = shortForm();
        int found = text.indexOf(name);
        while (found >= 0 && !isWhole(text, found, found + name.length())) {
            found = text.indexOf(name, found + 1);
        }
        return found;
    }

    /** {@code V1.sql:1} is not named in {@code V1.sql:12}, nor in {@code a/V1.sql:1}. */
    private static boolean isWhole(String text, int start, int end) {
        boolean begins = start == 0 || Character.isWhitespace(text.charAt(start - 1)) || text.charAt(start - 1) == '(';
        return begins && (end == text.length() || !Character.isDigit(text.charAt(end)));
    }

    /** Whether it is the same line as another one. */
    boolean isWhere(Related other) {
        return line == other.line && file.equals(other.file);
    }
}
