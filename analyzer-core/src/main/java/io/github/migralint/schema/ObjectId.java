package io.github.migralint.schema;

/**
 * The identity of an object or a column: it survives renames and is never given twice in a history.
 *
 * @param value a number without meaning; a later object has a higher one
 */
public record ObjectId(int value) implements Comparable<ObjectId> {
    @Override
    public int compareTo(ObjectId other) {
        return Integer.compare(value, other.value);
    }
}
