package io.github.migralint.dialect.postgresql;

import java.util.Set;

/** Reads one SELECT, from its list to its WINDOW clause. */
final class SelectReader {
    /** Keywords that name a result only after AS. */
    private static final Set<String> NO_LABELS = Set.of(
            "array",
            "as",
            "char",
            "character",
            "create",
            "day",
            "except",
            "fetch",
            "filter",
            "for",
            "from",
            "grant",
            "group",
            "having",
            "hour",
            "intersect",
            "into",
            "limit",
            "minute",
            "month",
            "offset",
            "on",
            "order",
            "over",
            "overlaps",
            "precision",
            "returning",
            "second",
            "to",
            "union",
            "varying",
            "where",
            "window",
            "with",
            "within",
            "without",
            "year");
    /** Keywords that begin what follows a list. */
    private static final Set<String> AFTER_LIST = Set.of(
            "except",
            "fetch",
            "for",
            "from",
            "group",
            "having",
            "intersect",
            "into",
            "limit",
            "offset",
            "on",
            "order",
            "returning",
            "union",
            "where",
            "window",
            "with",
            "create",
            "grant");

    private final Cursor cursor;

    private SelectReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a SELECT. */
    static void read(Cursor cursor) {
        new SelectReader(cursor).select();
    }

    /** Reads a list of results, as SELECT and RETURNING have it. */
    static void readList(Cursor cursor) {
        do {
            item(cursor);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** Reads what follows RETURNING. */
    static void readOutputs(Cursor cursor) {
        if (cursor.take(PostgresqlParser.WITH)) {
            cursor.group(Inside.ROW_ALIASES);
        }
        readList(cursor);
    }

    /** Reads what CREATE STATISTICS measures. */
    static void readStatistics(Cursor cursor) {
        do {
            ExpressionReader.readIndexKey(cursor);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private static void item(Cursor cursor) {
        if (cursor.take(PostgresqlParser.STAR)) {
            return;
        }
        ExpressionReader.read(cursor);
        if (cursor.take(PostgresqlParser.AS)) {
            cursor.label();
        } else if (WordTypes.isWord(cursor.type()) && !NO_LABELS.contains(cursor.word())) {
            cursor.skip();
        }
    }

    private void select() {
        cursor.expect(PostgresqlParser.SELECT, "SELECT");
        boolean distinct = cursor.take(PostgresqlParser.DISTINCT);
        if (distinct && cursor.take(PostgresqlParser.ON)) {
            cursor.group(Inside.EXPRESSIONS);
        }
        if (!distinct) {
            cursor.take(PostgresqlParser.ALL);
        }
        if (distinct || !isListOver()) {
            readList(cursor);
        }
        clauses();
    }

    private boolean isListOver() {
        return switch (cursor.type()) {
            case PostgresqlParser.RPAREN, PostgresqlParser.SEMICOLON, org.antlr.v4.runtime.Token.EOF -> true;
            default -> AFTER_LIST.contains(cursor.word()) && !WordTypes.isName(cursor.type());
        };
    }

    private void clauses() {
        if (cursor.take(PostgresqlParser.INTO)) {
            target();
        }
        if (cursor.take(PostgresqlParser.FROM)) {
            FromReader.readList(cursor);
        }
        if (cursor.take(PostgresqlParser.WHERE)) {
            ExpressionReader.read(cursor);
        }
        if (cursor.take(PostgresqlParser.GROUP)) {
            cursor.expect(PostgresqlParser.BY, "BY");
            if (!cursor.take(PostgresqlParser.ALL)) {
                cursor.take(PostgresqlParser.DISTINCT);
            }
            readGroups(cursor);
        }
        if (cursor.take(PostgresqlParser.HAVING)) {
            ExpressionReader.read(cursor);
        }
        if (cursor.take(PostgresqlParser.WINDOW)) {
            windows();
        }
    }

    /** {@code INTO [TEMPORARY] [TABLE] name}. */
    private void target() {
        boolean scope = cursor.type(1) == PostgresqlParser.TEMP || cursor.type(1) == PostgresqlParser.TEMPORARY;
        if (scope && (cursor.is(PostgresqlParser.LOCAL) || cursor.is(PostgresqlParser.GLOBAL))) {
            cursor.skip();
        }
        boolean named = WordTypes.isColumn(cursor.type(1)) || cursor.type(1) == PostgresqlParser.TABLE;
        if (named
                && (cursor.is(PostgresqlParser.TEMP)
                        || cursor.is(PostgresqlParser.TEMPORARY)
                        || cursor.is(PostgresqlParser.UNLOGGED))) {
            cursor.skip();
        }
        cursor.take(PostgresqlParser.TABLE);
        cursor.qualifiedName();
    }

    /** Reads the list of GROUP BY or GROUPING SETS. */
    static void readGroups(Cursor cursor) {
        do {
            group(cursor);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private static void group(Cursor cursor) {
        if (cursor.is(PostgresqlParser.LPAREN) && cursor.type(1) == PostgresqlParser.RPAREN) {
            cursor.bracket(Inside.NOTHING);
        } else if (cursor.isWord("grouping") && cursor.word(1).equals("sets")) {
            cursor.moveTo(cursor.at() + 2);
            cursor.group(Inside.GROUPING_SETS);
        } else {
            ExpressionReader.read(cursor);
        }
    }

    private void windows() {
        do {
            cursor.column();
            cursor.expect(PostgresqlParser.AS, "AS");
            cursor.group(Inside.WINDOW);
        } while (cursor.take(PostgresqlParser.COMMA));
    }
}
