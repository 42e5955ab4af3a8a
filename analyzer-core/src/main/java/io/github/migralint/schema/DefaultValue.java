package io.github.migralint.schema;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Volatility;
import java.util.List;

/**
 * The default of a column.
 *
 * @param expression as written
 * @param volatility the most volatile function it calls
 * @param certain whether every function it calls is known
 * @param uses sequences, functions and types it depends on
 */
public record DefaultValue(Expression expression, Volatility volatility, boolean certain, List<ObjectId> uses) {
    public DefaultValue {
        uses = List.copyOf(uses);
    }
}
