package io.github.migralint.schema;

import java.util.List;
import java.util.Optional;

/**
 * The type of a column, resolved as far as the history allows.
 *
 * @param name the engine's own name: {@code int4}, or the name of a user type
 * @param modifiers length, precision and scale as written
 * @param arrayDimensions number of array dimensions
 * @param qualifier fields of an interval, or empty
 * @param userType the enum, domain or composite type, if the history created it
 */
public record DataType(
        String name, List<String> modifiers, int arrayDimensions, String qualifier, Optional<ObjectId> userType) {
    public DataType {
        modifiers = List.copyOf(modifiers);
    }

    /** A type without modifiers that is not an array. */
    public static DataType of(String name) {
        return new DataType(name, List.of(), 0, "", Optional.empty());
    }

    /** A spelling for messages: {@code numeric(10,2)}. */
    @Override
    public String toString() {
        return name
                + (qualifier.isEmpty() ? "" : " " + qualifier)
                + (modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")")
                + "[]".repeat(arrayDimensions);
    }
}
