package io.github.migralint.dialect.postgresql;

import java.util.Set;

/** Finds where queries and the open-ended clauses of DML end, bracket by bracket. */
final class QueryReader {
    private static final Set<String> AFTER_WITH = Set.of("no", "data", "check", "cascaded", "local");
    private static final Set<String> QUERY_WORDS = Set.of("select", "values", "table", "with");
    private static final Set<String> DML_WORDS = Set.of("insert", "update", "delete", "merge");

    private final StatementTokens tokens;

    private QueryReader(StatementTokens tokens) {
        this.tokens = tokens;
    }

    /** The index after the query that begins at {@code from}. */
    static int end(StatementTokens tokens, int from) {
        var reader = new QueryReader(tokens);
        int end = reader.run(from, reader::endsQuery);
        if (tokens.type(from) == PostgresqlParser.TABLE) {
            reader.checkTable(from + 1, end);
        } else if (tokens.type(from) == PostgresqlParser.VALUES) {
            reader.checkRows(from + 1, end);
        }
        if (tokens.type(from) == PostgresqlParser.LPAREN && !reader.isQueryInside(from)) {
            throw new SyntaxProblem(from + 1, "expected SELECT, VALUES or WITH");
        }
        if (end == from + 1 && tokens.type(from) != PostgresqlParser.SELECT) {
            throw new SyntaxProblem(end, "expected a query");
        }
        return end;
    }

    /** {@code TABLE name}, and then nothing but the end or the next part of a longer query. */
    private void checkTable(int from, int end) {
        int i = tokens.word(from).equals("only") ? from + 1 : from;
        if (i >= end || !WordTypes.isColumn(tokens.type(i))) {
            throw new SyntaxProblem(i, "expected a table");
        }
        i++;
        while (tokens.type(i) == PostgresqlParser.DOT) {
            i += 2;
        }
        if (tokens.type(i) == PostgresqlParser.STAR) {
            i++;
        }
        checkGoesOn(i, end);
    }

    private void checkRows(int from, int end) {
        int i = from;
        while (true) {
            if (tokens.type(i) != PostgresqlParser.LPAREN || tokens.type(i + 1) == PostgresqlParser.RPAREN) {
                throw new SyntaxProblem(i, "expected a row of values");
            }
            i = ExpressionReader.listEnd(tokens, i);
            if (tokens.type(i) != PostgresqlParser.COMMA) {
                checkGoesOn(i, end);
                return;
            }
            i++;
        }
    }

    private void checkGoesOn(int i, int end) {
        boolean more = Set.of("union", "intersect", "except", "order", "limit", "offset", "fetch", "for")
                .contains(tokens.word(i));
        if (i < end && !more) {
            throw new SyntaxProblem(i, "expected the end of the query");
        }
    }

    /** The index after a FROM or USING clause. */
    static int fromClauseEnd(StatementTokens tokens, int from) {
        return new QueryReader(tokens)
                .nonEmptyRun(
                        from,
                        i -> isOneOf(
                                tokens.type(i),
                                PostgresqlParser.WHERE,
                                PostgresqlParser.RETURNING,
                                PostgresqlParser.SEMICOLON));
    }

    /** The index after the output list of RETURNING. */
    static int outputListEnd(StatementTokens tokens, int from) {
        return new QueryReader(tokens).nonEmptyRun(from, i -> tokens.type(i) == PostgresqlParser.SEMICOLON);
    }

    /** The index after what CREATE STATISTICS measures. */
    static int statisticsElementsEnd(StatementTokens tokens, int from) {
        return new QueryReader(tokens).nonEmptyRun(from, i -> tokens.type(i) == PostgresqlParser.FROM);
    }

    /** The index after the source of MERGE and its ON condition: before the first WHEN outside of CASE. */
    static int mergeSourceEnd(StatementTokens tokens, int from) {
        int depth = 0;
        int i = from;
        boolean on = false;
        while (i < tokens.count() && (depth > 0 || tokens.type(i) != PostgresqlParser.WHEN)) {
            switch (tokens.type(i)) {
                case PostgresqlParser.CASE -> depth++;
                case PostgresqlParser.END -> depth--;
                case PostgresqlParser.ON -> on = i > from;
                case PostgresqlParser.LPAREN, PostgresqlParser.LBRACKET -> i = tokens.closing(i);
                default -> {}
            }
            i++;
        }
        if (!on) {
            throw new SyntaxProblem(i, "expected ON");
        }
        Neighbours.check(tokens, from, i);
        return i;
    }

    /** The index after {@code WITH}'s list of named queries; {@code from} is after WITH. */
    static int commonTablesEnd(StatementTokens tokens, int from) {
        var reader = new QueryReader(tokens);
        int i = tokens.word(from).equals("recursive") ? from + 1 : from;
        i = reader.commonTable(i);
        while (tokens.type(i) == PostgresqlParser.COMMA) {
            i = reader.commonTable(i + 1);
        }
        return i;
    }

    /** The index after the column list of INSERT, {@code from} itself when there is none. */
    static int insertColumnsEnd(StatementTokens tokens, int from) {
        if (tokens.type(from) != PostgresqlParser.LPAREN || new QueryReader(tokens).isQueryInside(from)) {
            return from;
        }
        int close = tokens.closing(from);
        int i = from + 1;
        while (true) {
            if (!WordTypes.isColumn(tokens.type(i))) {
                throw new SyntaxProblem(i, "expected a column");
            }
            i++;
            while (tokens.type(i) == PostgresqlParser.DOT || tokens.type(i) == PostgresqlParser.LBRACKET) {
                i = tokens.type(i) == PostgresqlParser.DOT ? i + 2 : tokens.closing(i) + 1;
            }
            if (i == close) {
                return i + 1;
            }
            if (tokens.type(i) != PostgresqlParser.COMMA) {
                throw new SyntaxProblem(i, "expected \",\" or \")\"");
            }
            i++;
        }
    }

    private int commonTable(int from) {
        if (!WordTypes.isColumn(tokens.type(from))) {
            throw new SyntaxProblem(from, "expected a name");
        }
        int i = from + 1;
        if (tokens.type(i) == PostgresqlParser.LPAREN) {
            i = Groups.end(tokens, i);
        }
        if (tokens.type(i) != PostgresqlParser.AS) {
            throw new SyntaxProblem(i, "expected AS");
        }
        i++;
        if (tokens.type(i) == PostgresqlParser.NOT) {
            i++;
        }
        if (tokens.word(i).equals("materialized")) {
            i++;
        }
        if (tokens.type(i) != PostgresqlParser.LPAREN) {
            throw new SyntaxProblem(i, "expected \"(\"");
        }
        if (!isQueryInside(i) && !DML_WORDS.contains(tokens.word(i + 1))) {
            throw new SyntaxProblem(i + 1, "expected a query");
        }
        return cycle(search(Groups.end(tokens, i)));
    }

    private int search(int from) {
        if (!tokens.word(from).equals("search")) {
            return from;
        }
        int i = from;
        while (i < tokens.count() && tokens.type(i) != PostgresqlParser.SET) {
            i++;
        }
        return i + 2;
    }

    private int cycle(int from) {
        if (!tokens.word(from).equals("cycle")) {
            return from;
        }
        int i = from;
        while (i < tokens.count() && tokens.type(i) != PostgresqlParser.USING) {
            i++;
        }
        return i + 2;
    }

    /** Whether a parenthesis holds a query, or again a parenthesis. */
    private boolean isQueryInside(int open) {
        if (tokens.type(open + 1) == PostgresqlParser.LPAREN) {
            return true;
        }
        String word = tokens.word(open + 1);
        boolean values = word.equals("values") && tokens.type(open + 2) != PostgresqlParser.LPAREN;
        return QUERY_WORDS.contains(word) && !values;
    }

    private boolean endsQuery(int i) {
        return switch (tokens.type(i)) {
            case PostgresqlParser.SEMICOLON,
                    PostgresqlParser.RETURNING,
                    PostgresqlParser.CREATE,
                    PostgresqlParser.GRANT -> true;
            case PostgresqlParser.ON -> tokens.word(i + 1).equals("conflict");
            case PostgresqlParser.WITH -> AFTER_WITH.contains(tokens.word(i + 1));
            default -> false;
        };
    }

    private interface End {
        boolean isAt(int i);
    }

    private int nonEmptyRun(int from, End end) {
        int i = run(from, end);
        if (i == from) {
            throw new SyntaxProblem(i, "expected more");
        }
        return i;
    }

    private int run(int from, End end) {
        int i = from;
        while (i < tokens.count() && (isLabel(i) || !end.isAt(i))) {
            int type = tokens.type(i);
            if (type == PostgresqlParser.RPAREN || type == PostgresqlParser.RBRACKET) {
                break;
            }
            i = type == PostgresqlParser.LPAREN || type == PostgresqlParser.LBRACKET ? tokens.closing(i) + 1 : i + 1;
        }
        Neighbours.check(tokens, from, i);
        return i;
    }

    private boolean isLabel(int i) {
        return tokens.type(i - 1) == PostgresqlParser.AS || tokens.type(i - 1) == PostgresqlParser.DOT;
    }

    private static boolean isOneOf(int type, int... types) {
        for (int candidate : types) {
            if (type == candidate) {
                return true;
            }
        }
        return false;
    }
}
