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

    /** Whether it is the same line as another one. */
    boolean isWhere(Related other) {
        return line == other.line && file.equals(other.file);
    }
}
