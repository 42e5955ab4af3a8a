package io.github.migralint.dialect.postgresql;

import java.util.Set;

/** What an operator may be used for, by its spelling. */
final class Operators {
    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");
    private static final Set<String> INFIX = Set.of("<", ">", "<=", ">=", "<>", "!=", "/", "%", "^");

    private Operators() {}

    /** Comparisons don't follow each other: {@code a < b < c} has no meaning. */
    static boolean isComparison(String text) {
        return COMPARISONS.contains(text);
    }

    /** Whether an operator needs something on its left. */
    static boolean isOnlyInfix(String text) {
        return INFIX.contains(text);
    }

    static boolean isOperator(int type) {
        return switch (type) {
            case PostgresqlParser.OPERATOR_SYMBOL,
                    PostgresqlParser.EQUALS,
                    PostgresqlParser.STAR,
                    PostgresqlParser.SIGN -> true;
            default -> false;
        };
    }

    /** Reads {@code OPERATOR(schema.+)}. */
    static void readName(Cursor cursor) {
        cursor.skip();
        cursor.expect(PostgresqlParser.LPAREN, "\"(\"");
        readSymbol(cursor);
        cursor.expect(PostgresqlParser.RPAREN, "\")\"");
    }

    /** Reads an operator with its schema. */
    static void readSymbol(Cursor cursor) {
        while (WordTypes.isColumn(cursor.type())) {
            cursor.skip();
            cursor.expect(PostgresqlParser.DOT, "\".\"");
        }
        if (!isOperator(cursor.type())) {
            throw cursor.expected("an operator");
        }
        cursor.skip();
    }
}
