package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Select;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds a query that stands alone, with what can be seen of it without looking into brackets. */
final class SelectBuilder {
    /** Words before a parenthesis that call nothing. */
    private static final Set<String> OPERANDS = Set.of("exists", "row");

    private final TreeParts parts;
    private final StatementTokens tokens;

    SelectBuilder(TreeParts parts) {
        this.parts = parts;
        this.tokens = parts.tokens();
    }

    /** The query in a range of tokens, WITH included. */
    Select select(int from, int to, Span span) {
        return new Select(parts.query(from, to), calls(from, to), into(from, to), rowLock(from, to), span);
    }

    private int next(int i) {
        boolean opens = tokens.type(i) == PostgresqlParser.LPAREN || tokens.type(i) == PostgresqlParser.LBRACKET;
        return opens ? tokens.closing(i) + 1 : i + 1;
    }

    private boolean isLabel(int i) {
        return tokens.type(i - 1) == PostgresqlParser.AS || tokens.type(i - 1) == PostgresqlParser.DOT;
    }

    /** Calls that are a whole item of a select list without FROM: {@code SELECT setval('s', 1)}. */
    private List<FunctionCall> calls(int from, int to) {
        List<FunctionCall> calls = new ArrayList<>();
        if (tokens.type(from) != PostgresqlParser.SELECT) {
            return calls;
        }
        for (int i = from + 1; i < to; i = next(i)) {
            if (tokens.type(i) == PostgresqlParser.FROM && !isLabel(i)) {
                return List.of();
            }
            boolean item = i == from + 1 || tokens.type(i - 1) == PostgresqlParser.COMMA;
            if (item && WordTypes.isName(tokens.type(i)) && !OPERANDS.contains(tokens.word(i))) {
                call(i, to).ifPresent(calls::add);
            }
        }
        return calls;
    }

    private Optional<FunctionCall> call(int from, int to) {
        int i = from + 1;
        while (i + 1 < to && tokens.type(i) == PostgresqlParser.DOT) {
            i += 2;
        }
        if (i >= to || tokens.type(i) != PostgresqlParser.LPAREN) {
            return Optional.empty();
        }
        int close = tokens.closing(i);
        if (close + 1 < to && goesOn(close + 1)) {
            return Optional.empty();
        }
        return Optional.of(
                new FunctionCall(parts.name(from, i), arguments(i + 1, close), tokens.span(from, close + 1)));
    }

    /** Whether the call is only a part of a longer expression. */
    private boolean goesOn(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.OPERATOR_SYMBOL,
                    PostgresqlParser.EQUALS,
                    PostgresqlParser.STAR,
                    PostgresqlParser.SIGN,
                    PostgresqlParser.TYPECAST,
                    PostgresqlParser.LBRACKET,
                    PostgresqlParser.DOT,
                    PostgresqlParser.IS,
                    PostgresqlParser.ISNULL,
                    PostgresqlParser.NOTNULL,
                    PostgresqlParser.AND,
                    PostgresqlParser.OR,
                    PostgresqlParser.NOT,
                    PostgresqlParser.IN,
                    PostgresqlParser.LIKE,
                    PostgresqlParser.ILIKE,
                    PostgresqlParser.SIMILAR,
                    PostgresqlParser.BETWEEN,
                    PostgresqlParser.COLLATE,
                    PostgresqlParser.STRING_LITERAL,
                    PostgresqlParser.OVERLAPS,
                    PostgresqlParser.AT -> true;
            default -> false;
        };
    }

    private List<Expression> arguments(int from, int close) {
        List<Expression> arguments = new ArrayList<>();
        int start = from;
        for (int i = from; i <= close; i = next(i)) {
            if (i == close || tokens.type(i) == PostgresqlParser.COMMA) {
                if (i > start) {
                    arguments.add(new Expression(tokens.run(start, i), tokens.span(start, i)));
                }
                start = i + 1;
            }
            if (i == close) {
                break;
            }
        }
        return arguments;
    }

    /** {@code SELECT … INTO [TEMPORARY] [TABLE] name}. */
    private Optional<QualifiedName> into(int from, int to) {
        for (int i = from; i < to; i = next(i)) {
            if (tokens.type(i) == PostgresqlParser.INTO && !isLabel(i)) {
                int name = i + 1;
                while (isTableWord(name) && name + 1 < to && WordTypes.isWord(tokens.type(name + 1))) {
                    name++;
                }
                int end = name + 1;
                while (end + 1 < to && tokens.type(end) == PostgresqlParser.DOT) {
                    end += 2;
                }
                return end <= to ? Optional.of(parts.name(name, end)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isTableWord(int i) {
        return switch (tokens.word(i)) {
            case "temp", "temporary", "unlogged", "table", "local", "global" -> true;
            default -> false;
        };
    }

    /** {@code FOR UPDATE}, {@code FOR NO KEY UPDATE}, {@code FOR SHARE}, {@code FOR KEY SHARE}. */
    private Optional<String> rowLock(int from, int to) {
        for (int i = from; i < to; i = next(i)) {
            if (tokens.type(i) == PostgresqlParser.FOR && !isLabel(i)) {
                String strength = switch (tokens.word(i + 1)) {
                    case "update" -> "FOR UPDATE";
                    case "share" -> "FOR SHARE";
                    case "no" -> "FOR NO KEY UPDATE";
                    case "key" -> "FOR KEY SHARE";
                    default -> "";
                };
                if (!strength.isEmpty()) {
                    return Optional.of(strength);
                }
            }
        }
        return Optional.empty();
    }
}
