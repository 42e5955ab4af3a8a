package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * Any other {@code CREATE TYPE}: base, range and shell types.
 *
 * @param name the type
 * @param range whether it is a range type
 * @param options its definition
 * @param span where it stands
 */
public record CreateType(QualifiedName name, boolean range, List<Option> options, Span span) implements Statement {
    public CreateType {
        options = List.copyOf(options);
    }
}
