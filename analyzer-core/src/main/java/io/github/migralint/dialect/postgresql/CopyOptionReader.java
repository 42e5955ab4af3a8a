package io.github.migralint.dialect.postgresql;

/** Reads the options of COPY, in parentheses or as the bare words of old. */
final class CopyOptionReader {
    private final Cursor cursor;

    private CopyOptionReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads what follows the file. */
    static void read(Cursor cursor) {
        new CopyOptionReader(cursor).options();
    }

    private void options() {
        if (cursor.take(PostgresqlParser.USING)) {
            cursor.expectWord("delimiters", "DELIMITERS");
            cursor.expect(PostgresqlParser.STRING_LITERAL, "a string");
        } else if (cursor.takeWord("delimiters")) {
            cursor.expect(PostgresqlParser.STRING_LITERAL, "a string");
        }
        cursor.take(PostgresqlParser.WITH);
        if (cursor.is(PostgresqlParser.LPAREN)) {
            cursor.bracket(Inside.COPY_OPTIONS);
            return;
        }
        boolean more = true;
        while (more) {
            more = option();
        }
    }

    private boolean option() {
        switch (cursor.word()) {
            case "binary", "freeze", "csv", "header" -> cursor.skip();
            case "delimiter", "null", "quote", "escape" -> {
                cursor.skip();
                cursor.take(PostgresqlParser.AS);
                cursor.expect(PostgresqlParser.STRING_LITERAL, "a string");
            }
            case "encoding" -> {
                cursor.skip();
                cursor.expect(PostgresqlParser.STRING_LITERAL, "a string");
            }
            case "force" -> {
                cursor.skip();
                if (!cursor.takeWord("quote")) {
                    cursor.take(PostgresqlParser.NOT);
                    cursor.expect(PostgresqlParser.NULL, "QUOTE or NULL");
                }
                columns();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void columns() {
        if (!cursor.take(PostgresqlParser.STAR)) {
            InsideReader.read(cursor, Inside.NAMES);
        }
    }

    /** Reads {@code name value, …}, as modern COPY has it. */
    static void readList(Cursor cursor) {
        do {
            cursor.label();
            if (cursor.is(PostgresqlParser.LPAREN)) {
                cursor.bracket(Inside.COPY_VALUES);
            } else if (!cursor.take(PostgresqlParser.STAR)) {
                value(cursor);
            }
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** Reads a list in parentheses. */
    static void readValues(Cursor cursor) {
        do {
            value(cursor);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private static void value(Cursor cursor) {
        if (cursor.take(PostgresqlParser.SIGN)) {
            cursor.expect(PostgresqlParser.NUMBER, "a number");
        } else if (!cursor.take(PostgresqlParser.NUMBER)
                && !cursor.take(PostgresqlParser.STRING_LITERAL)
                && WordTypes.isWord(cursor.type())) {
            cursor.skip();
        }
    }
}
