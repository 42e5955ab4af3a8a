package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Volatility;
import io.github.migralint.dialect.postgresql.replay.ExpressionVolatility;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.List;

/**
 * What an index stores must not depend on anything but the row.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record Immutability(Scene scene, Acts acts) {
    void refuse(CreateIndex statement, Table table) {
        statement.elements().stream()
                .flatMap(element -> element.expression().stream())
                .filter(expression -> surelyVaries(expression, table))
                .findFirst()
                .ifPresent(e -> acts.fail("42P17", "An expression of the index is not immutable."));
        statement.where()
                .filter(expression -> surelyVaries(expression, table))
                .ifPresent(e -> acts.fail("42P17", "The condition of the index is not immutable."));
    }

    private boolean surelyVaries(Expression expression, Table table) {
        return ExpressionVolatility.certain(expression, scene.schema())
                        .filter(volatility -> volatility != Volatility.IMMUTABLE)
                        .isPresent()
                || castsMomentToDate(expression.tokens(), table);
    }

    /** The date of a moment depends on the time zone of the session. */
    private static boolean castsMomentToDate(List<Token> tokens, Table table) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean cast = tokens.get(i + 1).isSymbol("::") && tokens.get(i + 2).isWord("date");
            boolean moment = table.column(Predicates.name(tokens.get(i)))
                    .flatMap(Column::type)
                    .filter(type -> type.name().equals("timestamptz"))
                    .isPresent();
            if (cast && moment) {
                return true;
            }
        }
        return false;
    }
}
