package io.github.migralint.trace;

import java.util.Optional;

/**
 * A part of a table that is not as it was.
 *
 * @param kind what it is
 * @param before its definition before, if it was there
 * @param after its definition after, if it is there
 */
public record PartDifference(PartDifference.Kind kind, Optional<String> before, Optional<String> after) {
    /** What belongs to a table. */
    public enum Kind {
        COLUMN,
        CONSTRAINT,
        INDEX,
        TRIGGER,
        POLICY
    }

    /** What became of it. */
    public Change change() {
        return before.isEmpty() ? Change.ADDED : after.isEmpty() ? Change.REMOVED : Change.CHANGED;
    }
}
