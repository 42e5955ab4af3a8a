package io.github.migralint.dialect.mysql;

/** Reads the clauses of statements that change rows. */
final class RowReader {
    private RowReader() {}

    /** Reads {@code column = value} with commas between. */
    static void readAssignments(Cursor cursor) {
        do {
            if (!cursor.take(MysqlParser.VARIABLE)) {
                cursor.qualifiedName();
            }
            if (!cursor.take(MysqlParser.ASSIGN)) {
                cursor.expect(MysqlParser.EQUALS, "\"=\"");
            }
            ExpressionReader.read(cursor);
        } while (cursor.take(MysqlParser.COMMA));
    }

    /** Reads ORDER BY and LIMIT, where they are. */
    static void readBounds(Cursor cursor) {
        QueryReader.readOrder(cursor);
        QueryReader.readLimit(cursor);
    }

    /** Reads how the file of LOAD DATA is to be read, and what is filled from it. */
    static void readFile(Cursor cursor) {
        FileFormat.read(cursor);
        if (cursor.takeWord("rows")) {
            cursor.expectWord("identified", "IDENTIFIED");
            cursor.expect(MysqlParser.BY, "BY");
            cursor.expect(MysqlParser.STRING_LITERAL, "a string");
        }
        if (cursor.takeWord("ignore")) {
            cursor.expect(MysqlParser.NUMBER, "a number");
            if (!cursor.takeWord("rows")) {
                cursor.expectWord("lines", "LINES");
            }
        }
        if (cursor.is(MysqlParser.LPAREN)) {
            cursor.group(Inside.TARGETS);
        }
    }
}
