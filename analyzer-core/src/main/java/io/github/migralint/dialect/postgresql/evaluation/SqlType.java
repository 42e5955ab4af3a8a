package io.github.migralint.dialect.postgresql.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * A type as an expression names it.
 *
 * @param schema the schema it was qualified with
 * @param name the server's own name: {@code int4}
 * @param modifiers what stands in parentheses
 * @param dimensions array dimensions
 */
record SqlType(Optional<String> schema, String name, List<String> modifiers, int dimensions) {
    SqlType {
        modifiers = List.copyOf(modifiers);
    }

    static SqlType of(String name) {
        return new SqlType(Optional.empty(), name, List.of(), 0);
    }

    SqlType element() {
        return new SqlType(schema, name, modifiers, 0);
    }

    /** Whether it is one of the server's own, as far as the name tells. */
    boolean system() {
        return schema.isEmpty() || schema.get().equals("pg_catalog");
    }
}
