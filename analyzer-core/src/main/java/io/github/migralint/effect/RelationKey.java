package io.github.migralint.effect;

import io.github.migralint.schema.ObjectId;
import java.util.Optional;

/**
 * A relation that an effect is about, known or not.
 *
 * @param kind what it is: {@code table}, {@code partitioned}, {@code index}, {@code partitioned index}, {@code view},
 *     {@code matview} or {@code sequence}
 * @param name its name, without the schema when that is the first of the search path
 * @param id its identity, if the history knows it
 * @param created whether this statement creates it
 */
public record RelationKey(String kind, String name, Optional<ObjectId> id, boolean created) {
    /** {@code table:orders}, or {@code new index:orders_idx} for what the statement creates. */
    @Override
    public String toString() {
        return (created ? "new " : "") + kind + ":" + name;
    }
}
