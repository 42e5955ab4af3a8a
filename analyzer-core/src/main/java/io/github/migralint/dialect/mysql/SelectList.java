package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a query without FROM calls: {@code SELECT setval(s, 1)}. */
final class SelectList {
    private final TreeParts parts;
    private final StatementTokens tokens;

    SelectList(TreeParts parts) {
        this.parts = parts;
        this.tokens = parts.tokens();
    }

    /** Calls that are a whole item of the select list. */
    List<FunctionCall> calls() {
        List<FunctionCall> calls = new ArrayList<>();
        if (tokens.type(0) != MysqlParser.SELECT) {
            return calls;
        }
        int i = 1;
        while (i < tokens.count()) {
            if (tokens.type(i) == MysqlParser.FROM) {
                return List.of();
            }
            boolean item = i == 1 || tokens.type(i - 1) == MysqlParser.COMMA;
            if (item && WordTypes.isName(tokens.type(i))) {
                call(i).ifPresent(calls::add);
            }
            i = tokens.type(i) == MysqlParser.LPAREN ? tokens.closing(i) + 1 : i + 1;
        }
        return calls;
    }

    private Optional<FunctionCall> call(int from) {
        int i = from + 1;
        while (tokens.type(i) == MysqlParser.DOT) {
            i += 2;
        }
        if (tokens.type(i) != MysqlParser.LPAREN) {
            return Optional.empty();
        }
        int close = tokens.closing(i);
        int after = tokens.type(close + 1);
        boolean whole = close + 1 == tokens.count()
                || after == MysqlParser.COMMA
                || after == MysqlParser.AS
                || after == MysqlParser.INTO
                || WordTypes.isName(after);
        return whole
                ? Optional.of(
                        new FunctionCall(parts.name(from, i), arguments(i + 1, close), tokens.span(from, close + 1)))
                : Optional.empty();
    }

    private List<Expression> arguments(int from, int close) {
        List<Expression> arguments = new ArrayList<>();
        int start = from;
        for (int i = from; i <= close; i++) {
            if (i < close && tokens.type(i) == MysqlParser.LPAREN) {
                i = tokens.closing(i);
            } else if (i == close || tokens.type(i) == MysqlParser.COMMA) {
                if (i > start) {
                    arguments.add(new Expression(tokens.run(start, i), tokens.span(start, i)));
                }
                start = i + 1;
            }
        }
        return arguments;
    }
}
