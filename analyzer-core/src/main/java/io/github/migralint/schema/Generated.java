package io.github.migralint.schema;

import io.github.migralint.ast.Expression;
import java.util.List;

/**
 * The generation expression of a column.
 *
 * @param expression as written
 * @param stored whether values are stored
 * @param columns columns it reads
 */
public record Generated(Expression expression, boolean stored, List<ObjectId> columns) {
    public Generated {
        columns = List.copyOf(columns);
    }
}
