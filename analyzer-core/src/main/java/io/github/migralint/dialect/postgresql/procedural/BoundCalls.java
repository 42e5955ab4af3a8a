package io.github.migralint.dialect.postgresql.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Puts the values of variables into calls, so that what is called can go by them. */
final class BoundCalls {
    private final Function<Expression, Value> values;

    BoundCalls(Function<Expression, Value> values) {
        this.values = values;
    }

    /** The statement, with the arguments of its calls as far as they are known. */
    Statement in(Statement statement) {
        if (!(statement instanceof Select select) || select.calls().isEmpty()) {
            return statement;
        }
        List<FunctionCall> calls = select.calls().stream()
                .map(call -> new FunctionCall(
                        call.function(),
                        call.arguments().stream().map(this::value).toList(),
                        call.span()))
                .toList();
        return new Select(select.query(), calls, select.into(), select.rowLock(), select.span());
    }

    private Expression value(Expression argument) {
        if (argument.tokens().stream().noneMatch(token -> token.kind() == TokenKind.WORD)) {
            return argument;
        }
        return switch (values.apply(argument)) {
            case Value.Text(String text) -> literal(TokenKind.STRING, "'" + text.replace("'", "''") + "'", argument);
            case Value.Number(BigDecimal number)
            when number.signum() >= 0 -> literal(TokenKind.NUMBER, number.toPlainString(), argument);
            case Value.Truth(boolean holds) -> literal(TokenKind.WORD, holds ? "true" : "false", argument);
            case Value.Null ignored -> literal(TokenKind.WORD, "null", argument);
            default -> argument;
        };
    }

    private static Expression literal(TokenKind kind, String text, Expression place) {
        return new Expression(
                List.of(new Token(kind, text, place.span().start(), place.span().end())), place.span());
    }
}
