package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * A key part of an index.
 *
 * @param column the column, if it is one
 * @param expression the expression, if it is one
 * @param collation its collation
 * @param operatorClass its operator class
 * @param descending whether it is sorted downwards
 * @param operator operator of an exclusion constraint
 * @param prefixLength how many characters or bytes of the column are indexed, where not all are
 * @param span where it stands
 */
public record IndexElement(
        Optional<Identifier> column,
        Optional<Expression> expression,
        Optional<QualifiedName> collation,
        Optional<QualifiedName> operatorClass,
        boolean descending,
        Optional<String> operator,
        Optional<Integer> prefixLength,
        Span span)
        implements Node {
    /** A part that indexes whole values. */
    public IndexElement(
            Optional<Identifier> column,
            Optional<Expression> expression,
            Optional<QualifiedName> collation,
            Optional<QualifiedName> operatorClass,
            boolean descending,
            Optional<String> operator,
            Span span) {
        this(column, expression, collation, operatorClass, descending, operator, Optional.empty(), span);
    }
}
