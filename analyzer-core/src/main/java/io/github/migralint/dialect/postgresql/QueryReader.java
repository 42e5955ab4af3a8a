package io.github.migralint.dialect.postgresql;

/** Reads queries: WITH, the parts that UNION and its kin join, and what follows the last of them. */
final class QueryReader {
    private final Cursor cursor;

    private QueryReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a query with its WITH clause. */
    static void read(Cursor cursor) {
        if (cursor.take(PostgresqlParser.WITH)) {
            CommonTableReader.read(cursor);
        }
        new QueryReader(cursor).body();
    }

    /** Reads {@code ORDER BY}'s list. */
    static void readOrder(Cursor cursor) {
        cursor.expect(PostgresqlParser.ORDER, "ORDER");
        cursor.expect(PostgresqlParser.BY, "BY");
        do {
            ExpressionReader.read(cursor);
            direction(cursor);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private static void direction(Cursor cursor) {
        if (cursor.take(PostgresqlParser.USING)) {
            if (cursor.is(PostgresqlParser.OPERATOR)) {
                Operators.readName(cursor);
            } else {
                Operators.readSymbol(cursor);
            }
        } else if (!cursor.take(PostgresqlParser.ASC)) {
            cursor.take(PostgresqlParser.DESC);
        }
        if (cursor.take(PostgresqlParser.NULLS)
                && !cursor.take(PostgresqlParser.FIRST)
                && !cursor.take(PostgresqlParser.LAST)) {
            throw cursor.expected("FIRST or LAST");
        }
    }

    private void body() {
        term();
        while (cursor.take(PostgresqlParser.UNION)
                || cursor.take(PostgresqlParser.INTERSECT)
                || cursor.take(PostgresqlParser.EXCEPT)) {
            if (!cursor.take(PostgresqlParser.ALL)) {
                cursor.take(PostgresqlParser.DISTINCT);
            }
            term();
        }
        boolean ordered = cursor.is(PostgresqlParser.ORDER);
        if (ordered) {
            readOrder(cursor);
        }
        limits(ordered);
    }

    private void term() {
        switch (cursor.type()) {
            case PostgresqlParser.SELECT -> SelectReader.read(cursor);
            case PostgresqlParser.VALUES -> values();
            case PostgresqlParser.TABLE -> {
                cursor.skip();
                FromReader.readTable(cursor);
            }
            case PostgresqlParser.LPAREN -> cursor.bracket(Inside.QUERY);
            default -> throw cursor.expected("a query");
        }
    }

    private void values() {
        cursor.skip();
        do {
            if (!cursor.is(PostgresqlParser.LPAREN)) {
                throw cursor.expected("a row of values");
            }
            cursor.bracket(Inside.EXPRESSIONS);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** LIMIT, OFFSET, FETCH and FOR, in nearly any order. */
    private void limits(boolean ordered) {
        boolean limited = false;
        boolean moved = false;
        while (true) {
            switch (cursor.type()) {
                case PostgresqlParser.LIMIT, PostgresqlParser.FETCH -> {
                    if (limited) {
                        throw cursor.expected("one limit only");
                    }
                    limited = true;
                    limit(ordered);
                }
                case PostgresqlParser.OFFSET -> {
                    if (moved) {
                        throw cursor.expected("one OFFSET only");
                    }
                    moved = true;
                    offset();
                }
                case PostgresqlParser.FOR -> lock();
                default -> {
                    return;
                }
            }
        }
    }

    private void limit(boolean ordered) {
        if (cursor.take(PostgresqlParser.LIMIT)) {
            if (!cursor.take(PostgresqlParser.ALL)) {
                ExpressionReader.read(cursor);
            }
            return;
        }
        cursor.skip();
        if (!cursor.takeWord("first") && !cursor.takeWord("next")) {
            throw cursor.expected("FIRST or NEXT");
        }
        if (!isRows()) {
            ExpressionReader.read(cursor);
        }
        if (!isRows()) {
            throw cursor.expected("ROWS");
        }
        cursor.skip();
        if (ordered && cursor.take(PostgresqlParser.WITH)) {
            cursor.expectWord("ties", "TIES");
        } else {
            cursor.expect(PostgresqlParser.ONLY, "ONLY or WITH TIES");
        }
    }

    private boolean isRows() {
        return cursor.is(PostgresqlParser.ROWS) || cursor.is(PostgresqlParser.ROW);
    }

    private void offset() {
        cursor.skip();
        ExpressionReader.read(cursor);
        if (isRows()) {
            cursor.skip();
        }
    }

    /** {@code FOR NO KEY UPDATE OF t SKIP LOCKED}. */
    private void lock() {
        cursor.skip();
        if (cursor.takeWord("read")) {
            cursor.expect(PostgresqlParser.ONLY, "ONLY");
            return;
        }
        if (cursor.takeWord("no")) {
            cursor.expectWord("key", "KEY");
            cursor.expectWord("update", "UPDATE");
        } else if (cursor.takeWord("key")) {
            cursor.expectWord("share", "SHARE");
        } else if (!cursor.takeWord("update") && !cursor.takeWord("share")) {
            throw cursor.expected("UPDATE or SHARE");
        }
        if (cursor.take(PostgresqlParser.OF)) {
            do {
                cursor.qualifiedName();
            } while (cursor.take(PostgresqlParser.COMMA));
        }
        if (cursor.takeWord("skip")) {
            cursor.expectWord("locked", "LOCKED");
        } else {
            cursor.takeWord("nowait");
        }
    }
}
