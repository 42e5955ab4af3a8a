package io.github.migralint.dialect.mysql;

import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Reads what stands in parentheses. */
final class InsideReader {
    /** Words between the arguments of a few functions. */
    private static final Set<String> GLUE =
            Set.of("from", "for", "using", "in", "leading", "trailing", "both", "separator");

    /** Types of columns that no value is converted to by name. */
    private static final Set<String> NO_CAST = Set.of(
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "tinyint",
            "smallint",
            "mediumint",
            "bigint",
            "enum",
            "set",
            "bit",
            "bool",
            "boolean",
            "timestamp");

    private InsideReader() {}

    /** Reads the stretch that the cursor stands at the beginning of. */
    static void read(Cursor cursor, Inside inside) {
        switch (inside) {
            case OPERANDS -> operands(cursor);
            case ROW -> row(cursor);
            case ARGUMENTS -> arguments(cursor);
            case QUERY -> QueryReader.read(cursor);
            case TABLES -> tables(cursor);
            case WINDOW -> window(cursor);
            case CAST -> cast(cursor);
            case SEARCH -> search(cursor);
            case NAMES -> names(cursor);
            case TARGETS -> targets(cursor);
            case ANYTHING -> readToEnd(cursor);
        }
    }

    private static boolean isQuery(Cursor cursor) {
        return cursor.tokens().holdsQuery(cursor.at() - 1);
    }

    private static boolean isEnd(Cursor cursor) {
        return cursor.is(Token.EOF);
    }

    private static void operands(Cursor cursor) {
        if (isQuery(cursor)) {
            QueryReader.read(cursor);
        } else {
            ExpressionReader.readList(cursor);
        }
    }

    private static void row(Cursor cursor) {
        if (!isEnd(cursor)) {
            ExpressionReader.readList(cursor);
        }
    }

    private static void tables(Cursor cursor) {
        if (isQuery(cursor)) {
            QueryReader.read(cursor);
        } else {
            FromReader.read(cursor);
        }
    }

    private static void names(Cursor cursor) {
        if (isEnd(cursor)) {
            return;
        }
        do {
            if (!cursor.take(MysqlParser.PRIMARY)) {
                cursor.qualifiedName();
            }
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void targets(Cursor cursor) {
        do {
            if (!cursor.take(MysqlParser.VARIABLE)) {
                cursor.qualifiedName();
            }
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void arguments(Cursor cursor) {
        if (isEnd(cursor)) {
            return;
        }
        if (isQuery(cursor)) {
            QueryReader.read(cursor);
            return;
        }
        boolean all = cursor.takeWord("distinct") || cursor.takeWord("all") || cursor.takeWord("distinctrow");
        if (!all && cursor.take(MysqlParser.STAR)) {
            return;
        }
        do {
            argument(cursor);
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void argument(Cursor cursor) {
        boolean begun = false;
        while (!isEnd(cursor) && !cursor.is(MysqlParser.COMMA)) {
            String word = cursor.word();
            if (GLUE.contains(word)) {
                cursor.skip();
            } else if (begun && word.equals("as")) {
                cursor.skip();
                castType(cursor);
            } else if (begun && word.equals("order")) {
                cursor.skip();
                cursor.expect(MysqlParser.BY, "BY");
                ExpressionReader.readSortList(cursor);
            } else if (begun && isClause(word)) {
                readToEnd(cursor);
            } else if (isCastType(cursor, word)) {
                castType(cursor);
            } else if (Units.has(word) && cursor.type(1) != MysqlParser.LPAREN) {
                cursor.skip();
            } else if (begun && !GLUE.contains(cursor.word(-1))) {
                throw cursor.expected("\",\"");
            } else {
                ExpressionReader.read(cursor);
            }
            begun = true;
        }
        if (!begun) {
            throw cursor.expected("an expression");
        }
    }

    private static boolean isClause(String word) {
        return switch (word) {
            case "limit", "returning", "null", "error", "with", "columns", "default", "at", "format", "on" -> true;
            default -> false;
        };
    }

    /** The second argument of CONVERT. */
    private static boolean isCastType(Cursor cursor, String word) {
        boolean call = cursor.type(1) == MysqlParser.LPAREN && cursor.is(MysqlParser.TYPE_WORD);
        return switch (word) {
            case "unsigned", "signed" -> true;
            case "binary", "character" -> cursor.type(-1) == MysqlParser.COMMA;
            case "char" -> call ? isLast(cursor) : cursor.type(-1) == MysqlParser.COMMA;
            default -> cursor.is(MysqlParser.TYPE_WORD);
        };
    }

    /** Whether the call that comes next ends the list that it is in, behind a comma. */
    private static boolean isLast(Cursor cursor) {
        int after = cursor.tokens().closing(cursor.at() + 1) + 1;
        return cursor.type(-1) == MysqlParser.COMMA
                && cursor.tokens().type(after) == Token.EOF
                && cursor.tokens().word(cursor.at() - 2).isEmpty();
    }

    /** {@code CAST(x AS type)}, {@code CAST(x AT TIME ZONE '+00:00' AS DATETIME)}. */
    private static void cast(Cursor cursor) {
        ExpressionReader.read(cursor);
        if (cursor.takeWord("at")) {
            cursor.expectWord("time", "TIME");
            cursor.expectWord("zone", "ZONE");
            cursor.takeWord("interval");
            cursor.expect(MysqlParser.STRING_LITERAL, "a string");
        }
        cursor.expect(MysqlParser.AS, "AS");
        castType(cursor);
    }

    private static void castType(Cursor cursor) {
        if (cursor.isWord("unsigned") || cursor.isWord("signed")) {
            cursor.skip();
            if (!cursor.takeWord("integer")) {
                cursor.takeWord("int");
            }
        } else if (NO_CAST.contains(cursor.word())) {
            throw cursor.expected("a type that values can be converted to");
        } else {
            cursor.typeName();
        }
        if (cursor.take(MysqlParser.CHARACTER)) {
            cursor.expect(MysqlParser.SET, "SET");
            cursor.charset();
        } else if (cursor.takeWord("charset")) {
            cursor.charset();
        } else if (cursor.takeWord("ascii") || cursor.takeWord("unicode")) {
            cursor.take(MysqlParser.BINARY);
        }
        cursor.takeWord("array");
    }

    private static void search(Cursor cursor) {
        ExpressionReader.read(cursor);
        if (cursor.takeWord("in")) {
            if (cursor.takeWord("natural")) {
                cursor.expectWord("language", "LANGUAGE");
            } else {
                cursor.expectWord("boolean", "BOOLEAN or NATURAL LANGUAGE");
            }
            cursor.expectWord("mode", "MODE");
        }
        if (cursor.take(MysqlParser.WITH)) {
            cursor.expectWord("query", "QUERY");
            cursor.expectWord("expansion", "EXPANSION");
        }
    }

    private static void window(Cursor cursor) {
        if (WordTypes.isName(cursor.type()) && !cursor.isWord("rows")) {
            cursor.skip();
        }
        if (cursor.take(MysqlParser.PARTITION)) {
            cursor.expect(MysqlParser.BY, "BY");
            ExpressionReader.readList(cursor);
        }
        if (cursor.take(MysqlParser.ORDER)) {
            cursor.expect(MysqlParser.BY, "BY");
            ExpressionReader.readSortList(cursor);
        }
        if (cursor.isWord("rows") || cursor.isWord("range")) {
            readToEnd(cursor);
        }
    }

    /** Steps over everything, groups included. */
    static void readToEnd(Cursor cursor) {
        while (!isEnd(cursor)) {
            if (cursor.is(MysqlParser.LPAREN)) {
                cursor.group(Inside.ANYTHING);
            } else if (cursor.is(MysqlParser.INVALID) || cursor.is(MysqlParser.RPAREN)) {
                throw cursor.expected("SQL");
            } else {
                cursor.skip();
            }
        }
    }
}
