package io.github.migralint.dialect.mysql;

import java.util.Set;

/** Reads queries: WITH, SELECT, VALUES and TABLE, put together by UNION and its kin. */
final class QueryReader {
    private static final Set<String> OPTIONS = Set.of(
            "all",
            "distinct",
            "distinctrow",
            "high_priority",
            "straight_join",
            "sql_small_result",
            "sql_big_result",
            "sql_buffer_result",
            "sql_cache",
            "sql_no_cache",
            "sql_calc_found_rows");
    /** Words that are names elsewhere, but no alias without AS. */
    private static final Set<String> CLAUSES =
            Set.of("window", "except", "intersect", "minus", "offset", "returning", "partition", "lateral", "over");

    private QueryReader() {}

    /** Reads a query. */
    static void read(Cursor cursor) {
        if (cursor.is(MysqlParser.WITH)) {
            readCommonTables(cursor);
        }
        part(cursor);
        while (cursor.take(MysqlParser.UNION)
                || cursor.takeWord("except")
                || cursor.takeWord("intersect")
                || takeMinus(cursor)) {
            if (!cursor.takeWord("all")) {
                cursor.takeWord("distinct");
            }
            part(cursor);
        }
        tail(cursor);
    }

    private static boolean takeMinus(Cursor cursor) {
        boolean select = cursor.type(1) == MysqlParser.SELECT || cursor.type(1) == MysqlParser.LPAREN;
        return select && cursor.takeWord("minus");
    }

    /** Reads WITH. */
    static void readCommonTables(Cursor cursor) {
        cursor.expect(MysqlParser.WITH, "WITH");
        cursor.takeWord("recursive");
        do {
            cursor.name();
            if (cursor.is(MysqlParser.LPAREN)) {
                cursor.group(Inside.NAMES);
            }
            cursor.expect(MysqlParser.AS, "AS");
            cursor.group(Inside.QUERY);
            if (cursor.takeWord("cycle")) {
                cycle(cursor);
            }
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void cycle(Cursor cursor) {
        do {
            cursor.name();
        } while (cursor.take(MysqlParser.COMMA));
        cursor.expectWord("restrict", "RESTRICT");
    }

    private static void part(Cursor cursor) {
        switch (cursor.type()) {
            case MysqlParser.SELECT -> select(cursor);
            case MysqlParser.LPAREN -> cursor.group(Inside.QUERY);
            case MysqlParser.TABLE -> {
                cursor.skip();
                cursor.qualifiedName();
            }
            case MysqlParser.VALUES -> rows(cursor);
            default -> throw cursor.expected("a query");
        }
    }

    private static void rows(Cursor cursor) {
        cursor.skip();
        readRows(cursor);
    }

    /** Reads rows with commas between them. */
    static void readRows(Cursor cursor) {
        do {
            cursor.takeWord("row");
            cursor.group(Inside.ROW);
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void select(Cursor cursor) {
        cursor.skip();
        while (OPTIONS.contains(cursor.word())) {
            cursor.skip();
        }
        readOutputs(cursor);
        into(cursor);
        if (cursor.take(MysqlParser.FROM)) {
            FromReader.read(cursor);
        }
        if (cursor.take(MysqlParser.WHERE)) {
            ExpressionReader.read(cursor);
        }
        if (cursor.take(MysqlParser.GROUP)) {
            group(cursor);
        }
        if (cursor.take(MysqlParser.HAVING)) {
            ExpressionReader.read(cursor);
        }
        if (cursor.isWord("window") && WordTypes.isName(cursor.type(1))) {
            windows(cursor);
        }
    }

    /** Reads the items of a select list. */
    static void readOutputs(Cursor cursor) {
        do {
            if (cursor.take(MysqlParser.STAR)) {
                continue;
            }
            ExpressionReader.read(cursor);
            alias(cursor);
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void alias(Cursor cursor) {
        boolean said = cursor.take(MysqlParser.AS);
        if (cursor.take(MysqlParser.STRING_LITERAL)) {
            return;
        }
        if (said) {
            cursor.name();
        } else if (isAlias(cursor)) {
            cursor.skip();
        }
    }

    /** Whether the next word is an alias that nothing announces. */
    static boolean isAlias(Cursor cursor) {
        return WordTypes.isName(cursor.type()) && !CLAUSES.contains(cursor.word());
    }

    private static void group(Cursor cursor) {
        cursor.expect(MysqlParser.BY, "BY");
        ExpressionReader.readSortList(cursor);
        if (cursor.is(MysqlParser.WITH) && cursor.word(1).equals("rollup")) {
            cursor.skip();
            cursor.skip();
        }
    }

    private static void windows(Cursor cursor) {
        cursor.skip();
        do {
            cursor.name();
            cursor.expect(MysqlParser.AS, "AS");
            cursor.group(Inside.WINDOW);
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void tail(Cursor cursor) {
        readOrder(cursor);
        readLimit(cursor);
        if (cursor.takeWord("procedure")) {
            cursor.name();
            cursor.group(Inside.ARGUMENTS);
        }
        into(cursor);
        locks(cursor);
        into(cursor);
    }

    /** Reads ORDER BY, if it is there. */
    static void readOrder(Cursor cursor) {
        if (cursor.take(MysqlParser.ORDER)) {
            cursor.expect(MysqlParser.BY, "BY");
            ExpressionReader.readSortList(cursor);
        }
    }

    /** Reads LIMIT, or OFFSET and FETCH, if they are there. */
    static void readLimit(Cursor cursor) {
        if (cursor.take(MysqlParser.LIMIT)) {
            if (!cursor.isWord("rows")) {
                OperandReader.read(cursor);
                if (cursor.take(MysqlParser.COMMA) || cursor.takeWord("offset")) {
                    OperandReader.read(cursor);
                }
            }
            if (cursor.takeWord("rows")) {
                cursor.expectWord("examined", "EXAMINED");
                OperandReader.read(cursor);
            }
        } else {
            fetch(cursor);
        }
    }

    private static void fetch(Cursor cursor) {
        if (cursor.takeWord("offset")) {
            OperandReader.read(cursor);
            takeRows(cursor);
        }
        if (cursor.takeWord("fetch")) {
            cursor.skip();
            if (cursor.is(MysqlParser.NUMBER) || cursor.is(MysqlParser.PARAMETER)) {
                cursor.skip();
            }
            takeRows(cursor);
            if (!cursor.takeWord("only")) {
                cursor.expect(MysqlParser.WITH, "ONLY or WITH TIES");
                cursor.expectWord("ties", "TIES");
            }
        }
    }

    private static void takeRows(Cursor cursor) {
        if (!cursor.takeWord("rows")) {
            cursor.takeWord("row");
        }
    }

    private static void into(Cursor cursor) {
        if (!cursor.take(MysqlParser.INTO)) {
            return;
        }
        if (cursor.takeWord("outfile")) {
            cursor.expect(MysqlParser.STRING_LITERAL, "a string");
            FileFormat.read(cursor);
        } else if (cursor.takeWord("dumpfile")) {
            cursor.expect(MysqlParser.STRING_LITERAL, "a string");
        } else {
            do {
                if (!cursor.take(MysqlParser.VARIABLE)) {
                    cursor.qualifiedName();
                }
            } while (cursor.take(MysqlParser.COMMA));
        }
    }

    private static void locks(Cursor cursor) {
        while (cursor.take(MysqlParser.FOR)) {
            if (!cursor.takeWord("update")) {
                cursor.expectWord("share", "UPDATE or SHARE");
            }
            if (cursor.takeWord("of")) {
                do {
                    cursor.name();
                } while (cursor.take(MysqlParser.COMMA));
            }
            waiting(cursor);
        }
        if (cursor.take(MysqlParser.LOCK)) {
            cursor.expectWord("in", "IN");
            cursor.expectWord("share", "SHARE");
            cursor.expectWord("mode", "MODE");
            waiting(cursor);
        }
    }

    private static void waiting(Cursor cursor) {
        if (cursor.takeWord("skip")) {
            cursor.expectWord("locked", "LOCKED");
        } else if (cursor.takeWord("wait")) {
            cursor.expect(MysqlParser.NUMBER, "a number");
        } else {
            cursor.takeWord("nowait");
        }
    }
}
