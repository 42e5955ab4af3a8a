package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE DOMAIN}.
 *
 * @param name the domain
 * @param type its base type
 * @param collation its collation
 * @param constraints default, nullability and checks
 * @param span where it stands
 */
public record CreateDomain(
        QualifiedName name,
        TypeName type,
        Optional<QualifiedName> collation,
        List<ColumnConstraint> constraints,
        Span span)
        implements Statement {
    public CreateDomain {
        constraints = List.copyOf(constraints);
    }
}
