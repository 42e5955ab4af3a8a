package io.github.migralint.dialect.mysql;

/** Reads what follows FROM: tables, queries in parentheses, and joins. */
final class FromReader {
    private FromReader() {}

    /** Reads tables with commas and joins between them. */
    static void read(Cursor cursor) {
        do {
            joined(cursor);
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void joined(Cursor cursor) {
        factor(cursor);
        boolean more = true;
        while (more) {
            if (takeJoin(cursor)) {
                factor(cursor);
            } else if (isCondition(cursor)) {
                cursor.skip();
                ExpressionReader.read(cursor);
            } else if (cursor.take(MysqlParser.USING)) {
                cursor.group(Inside.NAMES);
            } else {
                more = false;
            }
        }
    }

    /** {@code ON}, unless it begins the last clause of INSERT … SELECT. */
    private static boolean isCondition(Cursor cursor) {
        return cursor.is(MysqlParser.ON) && !(cursor.word(1).equals("duplicate") && cursor.type(2) == MysqlParser.KEY);
    }

    private static boolean takeJoin(Cursor cursor) {
        if (cursor.takeWord("straight_join") || cursor.takeWord("join")) {
            return true;
        }
        boolean natural = cursor.takeWord("natural");
        boolean plain = cursor.takeWord("inner") || cursor.takeWord("cross");
        if (!plain && (cursor.takeWord("left") || cursor.takeWord("right"))) {
            cursor.takeWord("outer");
            plain = true;
        }
        if (natural || plain) {
            cursor.expectWord("join", "JOIN");
        }
        return natural || plain;
    }

    private static void factor(Cursor cursor) {
        if (cursor.isWord("lateral") && cursor.type(1) == MysqlParser.LPAREN) {
            cursor.skip();
        }
        if (cursor.is(MysqlParser.LPAREN)) {
            cursor.group(Inside.TABLES);
            alias(cursor);
        } else if (cursor.isWord("json_table") && cursor.type(1) == MysqlParser.LPAREN) {
            cursor.skip();
            cursor.group(Inside.ANYTHING);
            alias(cursor);
        } else if (!cursor.takeWord("dual")) {
            table(cursor);
        }
    }

    private static void table(Cursor cursor) {
        cursor.qualifiedName();
        if (cursor.is(MysqlParser.PARTITION)) {
            cursor.skip();
            cursor.group(Inside.NAMES);
        }
        if (cursor.is(MysqlParser.FOR) && cursor.word(1).equals("system_time")) {
            history(cursor);
        } else if (cursor.is(MysqlParser.FOR) && cursor.word(1).equals("portion")) {
            portion(cursor);
        }
        alias(cursor);
        hints(cursor);
    }

    /** {@code FOR PORTION OF p FROM x TO y}. */
    private static void portion(Cursor cursor) {
        cursor.skip();
        cursor.skip();
        cursor.expectWord("of", "OF");
        cursor.name();
        cursor.expect(MysqlParser.FROM, "FROM");
        moment(cursor);
        cursor.expect(MysqlParser.TO, "TO");
        moment(cursor);
    }

    /** {@code FOR SYSTEM_TIME AS OF x}, {@code BETWEEN x AND y}, {@code FROM x TO y}, {@code ALL}. */
    private static void history(Cursor cursor) {
        cursor.skip();
        cursor.skip();
        if (cursor.takeWord("all")) {
            return;
        }
        if (cursor.take(MysqlParser.AS)) {
            cursor.expectWord("of", "OF");
            moment(cursor);
        } else if (cursor.takeWord("between")) {
            moment(cursor);
            cursor.expectWord("and", "AND");
            moment(cursor);
        } else {
            cursor.expect(MysqlParser.FROM, "AS OF, BETWEEN, FROM or ALL");
            moment(cursor);
            cursor.expect(MysqlParser.TO, "TO");
            moment(cursor);
        }
    }

    private static void moment(Cursor cursor) {
        if (!cursor.takeWord("timestamp") || !cursor.is(MysqlParser.STRING_LITERAL)) {
            cursor.takeWord("transaction");
        }
        OperandReader.read(cursor);
    }

    private static void alias(Cursor cursor) {
        boolean said = cursor.take(MysqlParser.AS);
        if (said) {
            cursor.name();
        } else if (QueryReader.isAlias(cursor)) {
            cursor.skip();
        } else {
            return;
        }
        if (cursor.is(MysqlParser.LPAREN)) {
            cursor.group(Inside.NAMES);
        }
    }

    private static void hints(Cursor cursor) {
        while (isHint(cursor)) {
            cursor.skip();
            cursor.skip();
            if (cursor.take(MysqlParser.FOR)) {
                if (!cursor.takeWord("join")) {
                    cursor.skip();
                    cursor.expect(MysqlParser.BY, "BY");
                }
            }
            cursor.group(Inside.NAMES);
            cursor.take(MysqlParser.COMMA);
        }
    }

    private static boolean isHint(Cursor cursor) {
        boolean hint = cursor.isWord("use") || cursor.isWord("force") || cursor.isWord("ignore");
        return hint && (cursor.type(1) == MysqlParser.INDEX || cursor.type(1) == MysqlParser.KEY);
    }
}
