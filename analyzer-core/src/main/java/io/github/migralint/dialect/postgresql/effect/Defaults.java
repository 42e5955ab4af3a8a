package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Expression;
import io.github.migralint.schema.DataType;
import java.util.Optional;

/** What the server refuses as the default of a column. */
final class Defaults {
    private Defaults() {}

    /** The first thing that is surely wrong with a default, for a column of the type if that is known. */
    static Optional<Problem> problem(Expression value, Optional<DataType> type, Scene scene) {
        var expression = new ExpressionProblems(scene, ExpressionProblems.Use.DEFAULT, Optional.empty());
        return expression
                .of(value.tokens())
                .or(() -> type.flatMap(found -> LiteralValues.problem(value, found, scene)))
                .or(() -> type.flatMap(found -> expression.mismatch(value.tokens(), found)));
    }
}
