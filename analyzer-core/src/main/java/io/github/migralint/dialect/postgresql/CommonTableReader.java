package io.github.migralint.dialect.postgresql;

/** Reads the queries that WITH gives names to. */
final class CommonTableReader {
    private CommonTableReader() {}

    /** Reads the list that follows WITH. */
    static void read(Cursor cursor) {
        cursor.takeWord("recursive");
        do {
            commonTable(cursor);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private static void commonTable(Cursor cursor) {
        cursor.column();
        if (cursor.is(PostgresqlParser.LPAREN)) {
            cursor.bracket(Inside.NAMES);
        }
        cursor.expect(PostgresqlParser.AS, "AS");
        if (cursor.take(PostgresqlParser.NOT)) {
            cursor.expectWord("materialized", "MATERIALIZED");
        } else {
            cursor.takeWord("materialized");
        }
        cursor.group(Inside.STATEMENT);
        search(cursor);
        cycle(cursor);
    }

    private static void search(Cursor cursor) {
        if (!cursor.takeWord("search")) {
            return;
        }
        if (!cursor.takeWord("depth")) {
            cursor.expectWord("breadth", "DEPTH or BREADTH");
        }
        cursor.expectWord("first", "FIRST");
        cursor.expect(PostgresqlParser.BY, "BY");
        names(cursor);
        cursor.expect(PostgresqlParser.SET, "SET");
        cursor.column();
    }

    private static void cycle(Cursor cursor) {
        if (!cursor.takeWord("cycle")) {
            return;
        }
        names(cursor);
        cursor.expect(PostgresqlParser.SET, "SET");
        cursor.column();
        if (cursor.take(PostgresqlParser.TO)) {
            ExpressionReader.readSimple(cursor);
            cursor.expect(PostgresqlParser.DEFAULT, "DEFAULT");
            ExpressionReader.readSimple(cursor);
        }
        cursor.expect(PostgresqlParser.USING, "USING");
        cursor.column();
    }

    private static void names(Cursor cursor) {
        do {
            cursor.column();
        } while (cursor.take(PostgresqlParser.COMMA));
    }
}
