package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A data type as a statement names it.
 *
 * @param schema the schema it was qualified with, if any
 * @param name the engine's own name where a spelling has one ({@code int} is {@code int4} on PostgreSQL), folded
 * @param modifiers what stands in parentheses, as written: {@code numeric(10,2)} has {@code 10} and {@code 2}
 * @param arrayDimensions number of array dimensions, 0 for a plain type
 * @param qualifier words that belong to the type but not to its name, such as the fields of an interval; or empty
 * @param span where it stands
 */
public record TypeName(
        Optional<String> schema, String name, List<String> modifiers, int arrayDimensions, String qualifier, Span span)
        implements Node {
    public TypeName {
        modifiers = List.copyOf(modifiers);
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return arrayDimensions > 0;
    }

    /** A spelling for messages: name, modifiers and brackets. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        schema.ifPresent(s -> text.append(s).append('.'));
        text.append(name);
        if (!qualifier.isEmpty()) {
            text.append(' ').append(qualifier);
        }
        if (!modifiers.isEmpty()) {
            text.append('(').append(String.join(",", modifiers)).append(')');
        }
        return text.append("[]".repeat(arrayDimensions)).toString();
    }
}
