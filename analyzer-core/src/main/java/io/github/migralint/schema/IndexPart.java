package io.github.migralint.schema;

import io.github.migralint.ast.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A key part of an index.
 *
 * @param column the column, if it is one
 * @param expression the expression, if it is one
 * @param mentions columns that the expression mentions; the column itself else
 * @param collation its collation, where it was said
 * @param operatorClass its operator class, where it was said
 * @param descending whether it is sorted downwards
 * @param prefixLength how many characters or bytes of a column are indexed, where not all are
 */
public record IndexPart(
        Optional<ObjectId> column,
        Optional<Expression> expression,
        List<ObjectId> mentions,
        Optional<String> collation,
        Optional<String> operatorClass,
        boolean descending,
        Optional<Integer> prefixLength) {
    /** A part that indexes whole values. */
    public IndexPart(
            Optional<ObjectId> column,
            Optional<Expression> expression,
            List<ObjectId> mentions,
            Optional<String> collation,
            Optional<String> operatorClass,
            boolean descending) {
        this(column, expression, mentions, collation, operatorClass, descending, Optional.empty());
    }

    public IndexPart {
        mentions = List.copyOf(mentions);
    }
}
