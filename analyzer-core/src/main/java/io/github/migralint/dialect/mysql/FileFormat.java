package io.github.migralint.dialect.mysql;

/** Reads how the rows of a file are written: CHARACTER SET, FIELDS and LINES. */
final class FileFormat {
    private FileFormat() {}

    /** Reads the clauses that are there. */
    static void read(Cursor cursor) {
        if (cursor.take(MysqlParser.CHARACTER)) {
            cursor.expect(MysqlParser.SET, "SET");
            cursor.charset();
        } else if (cursor.takeWord("charset")) {
            cursor.charset();
        }
        if (cursor.takeWord("fields") || cursor.takeWord("columns")) {
            fields(cursor);
        }
        if (cursor.takeWord("lines")) {
            while (cursor.isWord("starting") || cursor.isWord("terminated")) {
                cursor.skip();
                marks(cursor);
            }
        }
    }

    private static void fields(Cursor cursor) {
        boolean going = true;
        while (going) {
            if (cursor.takeWord("optionally")) {
                cursor.expectWord("enclosed", "ENCLOSED");
                marks(cursor);
            } else if (cursor.takeWord("terminated") || cursor.takeWord("enclosed") || cursor.takeWord("escaped")) {
                marks(cursor);
            } else {
                going = false;
            }
        }
    }

    private static void marks(Cursor cursor) {
        cursor.expect(MysqlParser.BY, "BY");
        if (!cursor.take(MysqlParser.BIT_STRING) && !cursor.take(MysqlParser.NUMBER)) {
            cursor.expect(MysqlParser.STRING_LITERAL, "a string");
        }
    }
}
