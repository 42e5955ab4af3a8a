package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.Schema;
import java.util.Optional;

/** How volatile an expression is, for those who ask about expressions that the schema does not keep. */
public final class ExpressionVolatility {
    private ExpressionVolatility() {}

    /** The volatility, if every function that the expression calls is known. */
    public static Optional<Volatility> certain(Expression expression, Schema schema) {
        return Defaults.of(expression, schema).filter(DefaultValue::certain).map(DefaultValue::volatility);
    }
}
