package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.DataType;
import java.util.Set;

/** Which types can be sorted or indexed. */
final class Indexable {
    private static final Set<String> UNORDERED =
            Set.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle", "txid_snapshot");
    private static final Set<String> GIN = Set.of("jsonb", "tsvector", "hstore");

    private Indexable() {}

    /** Whether a btree index over the type is surely impossible without an operator class. */
    static boolean lacksOrder(DataType type) {
        return type.arrayDimensions() == 0 && type.userType().isEmpty() && UNORDERED.contains(type.name());
    }

    /** Whether a GIN index over the type is surely impossible without an operator class. */
    static boolean lacksGin(DataType type) {
        return type.arrayDimensions() == 0
                && type.userType().isEmpty()
                && !GIN.contains(type.name())
                && (CastTable.get().knows(type.name()) || type.name().equals("uuid"));
    }
}
