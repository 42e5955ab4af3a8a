package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import java.util.List;
import java.util.Optional;

/** What happened to each object and column over the history, in order. */
public interface Timeline {
    /**
     * Something that happened.
     *
     * @param kind what
     * @param object the object or column it happened to
     * @param other a second object: the source of a copy, the function of a trigger, the table of a dropped column
     * @param detail a name or clause for messages: the old name of a rename, the constraint that was validated
     * @param origin the statement
     */
    record Event(Kind kind, ObjectId object, Optional<ObjectId> other, String detail, Origin origin) {}

    /** What can happen to an object or column. */
    enum Kind {
        CREATED,
        RENAMED,
        DROPPED,
        RETYPED,
        DEFAULT_SET,
        DEFAULT_DROPPED,
        NOT_NULL_SET,
        NOT_NULL_DROPPED,
        CONSTRAINED,
        VALIDATED,
        /** Rows were put into the table, or values into the column, by the history itself. */
        FILLED,
        /** A trigger that writes was put on the table, or the column is written by a trigger function. */
        MIRRORED,
        /** A trigger was removed from the table. */
        UNMIRRORED,
        /** The column was hidden from those who ask for all of them. */
        HIDDEN,
        /** A comment was set; its text is the detail. */
        COMMENTED,
        /** All rows of the table were removed by the history itself. */
        EMPTIED,
        /** The table left its partitioned or inherited parent, which is the other object. */
        DETACHED
    }

    /** Everything that happened to an object or column, in order. */
    List<Event> of(ObjectId object);

    /** The last event of one kind for an object or column. */
    default Optional<Event> last(ObjectId object, Kind kind) {
        return of(object).stream().filter(e -> e.kind() == kind).reduce((first, second) -> second);
    }

    /** All events of the migrations from the ordinal {@code first} on, in order. */
    List<Event> since(int first);
}
