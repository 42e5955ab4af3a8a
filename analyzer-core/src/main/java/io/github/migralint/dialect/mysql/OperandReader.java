package io.github.migralint.dialect.mysql;

import java.util.Set;

/** Reads one operand of an expression: a literal, a name, a variable, a call, something in parentheses. */
final class OperandReader {
    /** Reserved words that call a function when a parenthesis follows. */
    private static final Set<String> FUNCTIONS = Set.of(
            "char",
            "convert",
            "current_user",
            "database",
            "if",
            "insert",
            "left",
            "mod",
            "repeat",
            "replace",
            "right",
            "schema",
            "values",
            "utc_date",
            "utc_time",
            "utc_timestamp",
            "current_date",
            "current_time",
            "distinct");
    /** Reserved words that are values by themselves. */
    private static final Set<String> VALUES = Set.of(
            "null",
            "true",
            "false",
            "default",
            "current_user",
            "current_date",
            "current_time",
            "utc_date",
            "utc_time",
            "utc_timestamp",
            "maxvalue");

    private static final Set<String> DATES = Set.of("date", "time", "timestamp");

    private OperandReader() {}

    /** Reads an operand. */
    static void read(Cursor cursor) {
        switch (cursor.type()) {
            case MysqlParser.LPAREN -> cursor.group(Inside.OPERANDS);
            case MysqlParser.STRING_LITERAL -> string(cursor);
            case MysqlParser.NUMBER, MysqlParser.BIT_STRING, MysqlParser.PARAMETER, MysqlParser.VARIABLE ->
                cursor.skip();
            case MysqlParser.NOW_WORD -> {
                cursor.skip();
                arguments(cursor);
            }
            case MysqlParser.EXISTS -> {
                cursor.skip();
                cursor.group(Inside.QUERY);
            }
            default -> word(cursor);
        }
    }

    /** Literals next to each other are one. */
    private static void string(Cursor cursor) {
        while (cursor.take(MysqlParser.STRING_LITERAL)) {}
    }

    private static boolean arguments(Cursor cursor) {
        boolean call = cursor.is(MysqlParser.LPAREN);
        if (call) {
            cursor.group(Inside.ARGUMENTS);
        }
        return call;
    }

    private static void word(Cursor cursor) {
        String word = cursor.word();
        boolean call = cursor.type(1) == MysqlParser.LPAREN;
        if (word.equals("match")) {
            match(cursor);
        } else if (call && FUNCTIONS.contains(word)) {
            cursor.skip();
            arguments(cursor);
            over(cursor);
        } else if (VALUES.contains(word)) {
            cursor.skip();
            arguments(cursor);
        } else if (isPrefixedLiteral(cursor, word)) {
            cursor.skip();
            cursor.skip();
            string(cursor);
        } else if ((word.equals("next") || word.equals("previous"))
                && cursor.word(1).equals("value")) {
            cursor.skip();
            cursor.skip();
            cursor.expect(MysqlParser.FOR, "FOR");
            cursor.qualifiedName();
        } else {
            reference(cursor);
        }
    }

    /** {@code _utf8mb4'x'}, {@code DATE '2020-01-01'}. */
    private static boolean isPrefixedLiteral(Cursor cursor, String word) {
        int next = cursor.type(1);
        return word.startsWith("_")
                ? next == MysqlParser.STRING_LITERAL || next == MysqlParser.BIT_STRING || next == MysqlParser.NUMBER
                : next == MysqlParser.STRING_LITERAL && DATES.contains(word);
    }

    private static void match(Cursor cursor) {
        cursor.skip();
        if (cursor.is(MysqlParser.LPAREN)) {
            cursor.group(Inside.NAMES);
        } else {
            do {
                cursor.qualifiedName();
            } while (cursor.take(MysqlParser.COMMA));
        }
        cursor.expectWord("against", "AGAINST");
        cursor.group(Inside.SEARCH);
    }

    /** A column, all columns of a table, or a call. */
    private static void reference(Cursor cursor) {
        if (!WordTypes.isName(cursor.type())) {
            throw cursor.expected("an expression");
        }
        boolean cast = cursor.isWord("cast");
        cursor.skip();
        while (cursor.take(MysqlParser.DOT)) {
            if (cursor.take(MysqlParser.STAR)) {
                return;
            }
            cursor.name();
        }
        if (cast && cursor.is(MysqlParser.LPAREN)) {
            cursor.group(Inside.CAST);
        } else if (arguments(cursor)) {
            over(cursor);
        }
    }

    private static void over(Cursor cursor) {
        if (cursor.isWord("within") && cursor.type(1) == MysqlParser.GROUP) {
            cursor.skip();
            cursor.skip();
            cursor.group(Inside.WINDOW);
        }
        if ((cursor.isWord("ignore") || cursor.isWord("respect"))
                && cursor.word(1).equals("nulls")) {
            cursor.skip();
            cursor.skip();
        }
        boolean over = cursor.isWord("over");
        if (over && cursor.type(1) == MysqlParser.LPAREN) {
            cursor.skip();
            cursor.group(Inside.WINDOW);
        } else if (over && WordTypes.isName(cursor.type(1))) {
            cursor.skip();
            cursor.name();
        }
    }
}
