package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code CREATE TYPE … AS (…)}.
 *
 * @param name the type
 * @param attributes its attributes
 * @param span where it stands
 */
public record CreateCompositeType(QualifiedName name, List<ColumnDefinition> attributes, Span span)
        implements Statement {
    public CreateCompositeType {
        attributes = List.copyOf(attributes);
    }
}
