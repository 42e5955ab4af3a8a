package io.github.migralint.dialect.postgresql;

/** Reads what OVER and WINDOW hold in parentheses. */
final class WindowReader {
    private final Cursor cursor;

    private WindowReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a window. */
    static void read(Cursor cursor) {
        new WindowReader(cursor).window();
    }

    private void window() {
        if (!beginsClause() && WordTypes.isColumn(cursor.type())) {
            cursor.skip();
        }
        if (cursor.takeWord("partition")) {
            cursor.expect(PostgresqlParser.BY, "BY");
            ExpressionReader.readList(cursor);
        }
        if (cursor.is(PostgresqlParser.ORDER)) {
            QueryReader.readOrder(cursor);
        }
        if (cursor.takeWord("range") || cursor.takeWord("rows") || cursor.takeWord("groups")) {
            frame();
        }
    }

    private boolean beginsClause() {
        return switch (cursor.word()) {
            case "partition", "range", "rows", "groups" -> true;
            default -> false;
        };
    }

    private void frame() {
        if (cursor.take(PostgresqlParser.BETWEEN)) {
            bound();
            cursor.expect(PostgresqlParser.AND, "AND");
            bound();
        } else {
            bound();
        }
        if (cursor.takeWord("exclude")) {
            exclusion();
        }
    }

    private void bound() {
        if (cursor.isWord("current") && cursor.word(1).equals("row")) {
            cursor.moveTo(cursor.at() + 2);
            return;
        }
        boolean unbounded = cursor.isWord("unbounded") && isDirection(cursor.word(1));
        if (unbounded) {
            cursor.skip();
        } else {
            ExpressionReader.read(cursor);
        }
        if (!isDirection(cursor.word())) {
            throw cursor.expected("PRECEDING or FOLLOWING");
        }
        cursor.skip();
    }

    private static boolean isDirection(String word) {
        return word.equals("preceding") || word.equals("following");
    }

    private void exclusion() {
        if (cursor.takeWord("current")) {
            cursor.expectWord("row", "ROW");
        } else if (cursor.takeWord("no")) {
            cursor.expectWord("others", "OTHERS");
        } else if (!cursor.takeWord("ties")) {
            cursor.expect(PostgresqlParser.GROUP, "GROUP, TIES, CURRENT ROW or NO OTHERS");
        }
    }
}
