package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.SyntaxProblem;
import java.util.Set;

/**
 * Cheap proof of damage in a run of tokens that nobody reads closely: two neighbours that no valid SQL puts side by side,
 * such as a comma before a closing parenthesis or a WHERE before GROUP.
 */
final class Neighbours {
    /** Words that can begin no operand. */
    private static final Set<String> CLAUSES = Set.of(
            "from",
            "where",
            "group",
            "having",
            "order",
            "union",
            "intersect",
            "except",
            "limit",
            "offset",
            "fetch",
            "window",
            "returning",
            "then",
            "else",
            "when",
            "end",
            "as",
            "on",
            "using",
            "and",
            "or",
            "into",
            "desc",
            "asc");
    /** Words that ask for an operand. */
    private static final Set<String> OPENERS = Set.of("where", "having", "and", "or", "then", "else", "when");
    /** Words, besides, after which no list can end. */
    private static final Set<String> UNFINISHED = Set.of("not", "case", "on", "collate", "union", "from");

    private final StatementTokens tokens;

    private Neighbours(StatementTokens tokens) {
        this.tokens = tokens;
    }

    /** Looks at all neighbours from one index to before another; the end counts as a neighbour of the last. */
    static void check(StatementTokens tokens, int from, int to) {
        var neighbours = new Neighbours(tokens);
        for (int i = from; i < to; i++) {
            int type = tokens.type(i);
            if (type == PostgresqlParser.INVALID) {
                throw new SyntaxProblem(i, "expected SQL");
            }
            if ((type == PostgresqlParser.RPAREN || type == PostgresqlParser.RBRACKET) && tokens.partner(i) < 0) {
                throw new SyntaxProblem(i, "nothing was opened that could be closed here");
            }
            if (i + 1 < to) {
                neighbours.check(i, tokens.type(i + 1));
            } else if (type != PostgresqlParser.RPAREN && type != PostgresqlParser.RBRACKET) {
                neighbours.check(i, PostgresqlParser.EOF);
            }
        }
    }

    private void check(int i, int next) {
        switch (next) {
            case PostgresqlParser.RPAREN, PostgresqlParser.RBRACKET, PostgresqlParser.EOF -> {
                if (isUnfinished(i)) {
                    throw new SyntaxProblem(
                            i + 1, "expected more after \"" + tokens.token(i).text() + "\"");
                }
            }
            case PostgresqlParser.COMMA -> {
                if (isUnfinished(i) || tokens.type(i) == PostgresqlParser.LPAREN) {
                    throw new SyntaxProblem(
                            i + 1, "expected more after \"" + tokens.token(i).text() + "\"");
                }
            }
            default -> {
                if (CLAUSES.contains(tokens.word(i + 1)) && asksForOperand(i)) {
                    throw new SyntaxProblem(
                            i + 1, "expected more after \"" + tokens.token(i).text() + "\"");
                }
            }
        }
    }

    private boolean isLabel(int i) {
        int before = tokens.type(i - 1);
        return before == PostgresqlParser.AS || before == PostgresqlParser.DOT;
    }

    private boolean asksForOperand(int i) {
        return tokens.type(i) == PostgresqlParser.COMMA || (OPENERS.contains(tokens.word(i)) && !isLabel(i));
    }

    private boolean isUnfinished(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.COMMA, PostgresqlParser.DOT, PostgresqlParser.TYPECAST -> true;
            case PostgresqlParser.EQUALS, PostgresqlParser.SIGN, PostgresqlParser.OPERATOR_SYMBOL -> !isOperatorName(i);
            default -> {
                String word = tokens.word(i);
                yield (OPENERS.contains(word) || UNFINISHED.contains(word)) && !isLabel(i);
            }
        };
    }

    /** {@code OPERATOR(pg_catalog.+)} and {@code ORDER BY x USING >} end with an operator. */
    private boolean isOperatorName(int i) {
        return switch (tokens.type(i - 1)) {
            case PostgresqlParser.LPAREN -> tokens.type(i - 2) == PostgresqlParser.OPERATOR;
            case PostgresqlParser.DOT, PostgresqlParser.USING -> true;
            default -> false;
        };
    }
}
