package io.github.migralint.dialect.postgresql;

import java.util.Set;

/** Reads small parts whose words are no keywords, or that end where no single token says so. */
final class OptionReader {
    private static final Set<String> ROLE_SWITCHES = Set.of(
            "superuser",
            "nosuperuser",
            "createdb",
            "nocreatedb",
            "createrole",
            "nocreaterole",
            "noinherit",
            "login",
            "nologin",
            "replication",
            "noreplication",
            "bypassrls",
            "nobypassrls");
    private static final Set<String> INTERVAL_FIELDS = Set.of("year", "month", "day", "hour", "minute", "second", "to");
    private static final Set<String> PLACES = Set.of("next", "prior", "first", "last");

    private OptionReader() {}

    /** Reads {@code name = value, …}. */
    static void readList(Cursor cursor) {
        do {
            cursor.label();
            if (cursor.take(PostgresqlParser.DOT)) {
                cursor.label();
            }
            if (cursor.take(PostgresqlParser.EQUALS)) {
                readValue(cursor);
            }
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** Reads the value of an option. */
    static void readValue(Cursor cursor) {
        if (cursor.take(PostgresqlParser.STRING_LITERAL)) {
            return;
        }
        if (cursor.is(PostgresqlParser.OPERATOR) && cursor.type(1) == PostgresqlParser.LPAREN) {
            Operators.readName(cursor);
        } else if (cursor.is(PostgresqlParser.NUMBER) || Operators.isOperator(cursor.type())) {
            boolean sign = cursor.is(PostgresqlParser.SIGN);
            boolean number = cursor.is(PostgresqlParser.NUMBER);
            cursor.skip();
            if (sign && !number) {
                cursor.take(PostgresqlParser.NUMBER);
            }
        } else if (WordTypes.isName(cursor.type())) {
            cursor.typeName();
        } else if (WordTypes.isWord(cursor.type())) {
            cursor.skip();
        } else {
            throw cursor.expected("a value");
        }
    }

    /** Reads the fields that follow an interval. */
    static void readIntervalFields(Cursor cursor) {
        while (INTERVAL_FIELDS.contains(cursor.word())) {
            cursor.skip();
        }
    }

    /** Whether a word gives a role a right of its own, or takes it. */
    static boolean isRoleSwitch(String word) {
        return ROLE_SWITCHES.contains(word);
    }

    /** Reads what FETCH and MOVE go by, and their cursor. */
    static void readFetchTarget(Cursor cursor) {
        if (WordTypes.isColumn(cursor.type(1))
                || cursor.type(1) == PostgresqlParser.FROM
                || cursor.type(1) == PostgresqlParser.IN
                || cursor.type(1) == PostgresqlParser.ALL
                || cursor.type(1) == PostgresqlParser.SIGN
                || cursor.type(1) == PostgresqlParser.NUMBER) {
            direction(cursor);
        }
        if (!cursor.take(PostgresqlParser.FROM)) {
            cursor.take(PostgresqlParser.IN);
        }
        cursor.column();
    }

    private static void direction(Cursor cursor) {
        if (cursor.isWord("absolute") || cursor.isWord("relative")) {
            cursor.skip();
            cursor.take(PostgresqlParser.SIGN);
            cursor.expect(PostgresqlParser.NUMBER, "a number");
            return;
        }
        boolean place = PLACES.contains(cursor.word());
        if (place || cursor.isWord("forward") || cursor.isWord("backward")) {
            cursor.skip();
        }
        if (!place && !cursor.take(PostgresqlParser.ALL)) {
            boolean signed = cursor.take(PostgresqlParser.SIGN);
            if (!cursor.take(PostgresqlParser.NUMBER) && signed) {
                throw cursor.expected("a number");
            }
        }
    }
}
