package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.ObjectId;
import java.util.Optional;

/**
 * Numbers of which only the order inside one object is known, such as those of columns: what was dropped before has left
 * gaps that no one sees.
 */
final class Places {
    private static final String CATALOG = "place";

    private Places() {}

    /** The number of a part of an object. */
    static Value.Reference of(ObjectId object, int place) {
        return new Value.Reference(CATALOG, object.value() + ":" + place, false);
    }

    static boolean isPlace(Value.Reference reference) {
        return reference.catalog().equals(CATALOG);
    }

    /** Which of two comes first; none where they are not of the same object. */
    static Optional<Integer> order(Value.Reference left, Value.Reference right) {
        int colon = left.key().indexOf(':');
        boolean same = isPlace(left)
                && isPlace(right)
                && colon == right.key().indexOf(':')
                && left.key().regionMatches(0, right.key(), 0, colon + 1);
        return same ? Optional.of(Integer.compare(place(left, colon), place(right, colon))) : Optional.empty();
    }

    private static int place(Value.Reference reference, int colon) {
        return Integer.parseInt(reference.key().substring(colon + 1));
    }
}
