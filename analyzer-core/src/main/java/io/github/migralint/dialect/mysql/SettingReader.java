package io.github.migralint.dialect.mysql;

import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Reads what follows SET. */
final class SettingReader {
    /** Words that say where a variable lives. */
    static final Set<String> SCOPES = Set.of("global", "session", "local", "persist", "persist_only");

    private SettingReader() {}

    /** Reads one form of SET or another. */
    static void read(Cursor cursor) {
        boolean role = cursor.isWord("role")
                || (cursor.is(MysqlParser.DEFAULT) && cursor.word(1).equals("role"));
        boolean password =
                cursor.isWord("password") && (cursor.type(1) == MysqlParser.FOR || cursor.type(1) == MysqlParser.TO);
        boolean resources = cursor.isWord("resource") && cursor.type(1) == MysqlParser.GROUP;
        if ((role && cursor.type(1) != MysqlParser.EQUALS) || password || resources || isStatement(cursor)) {
            InsideReader.readToEnd(cursor);
            return;
        }
        do {
            setting(cursor);
        } while (cursor.take(MysqlParser.COMMA));
    }

    /** {@code SET STATEMENT … FOR …}. */
    private static boolean isStatement(Cursor cursor) {
        return cursor.isWord("statement") && WordTypes.isWord(cursor.type(1));
    }

    private static void setting(Cursor cursor) {
        boolean scoped = SCOPES.contains(cursor.word()) && WordTypes.isWord(cursor.type(1));
        if (scoped) {
            cursor.skip();
        }
        if (cursor.isWord("transaction") && cursor.type(1) != MysqlParser.EQUALS) {
            modes(cursor);
        } else if (cursor.isWord("names") && cursor.type(1) != MysqlParser.EQUALS) {
            cursor.skip();
            names(cursor);
        } else if (cursor.is(MysqlParser.CHARACTER) || cursor.isWord("charset")) {
            boolean two = cursor.is(MysqlParser.CHARACTER);
            cursor.skip();
            if (two) {
                cursor.expect(MysqlParser.SET, "SET");
            }
            names(cursor);
        } else {
            assignment(cursor);
        }
    }

    private static void names(Cursor cursor) {
        cursor.take(MysqlParser.EQUALS);
        if (!cursor.take(MysqlParser.VARIABLE)) {
            cursor.charset();
        }
        if (cursor.takeWord("collate")) {
            cursor.charset();
        }
    }

    private static void assignment(Cursor cursor) {
        if (!cursor.take(MysqlParser.VARIABLE)) {
            cursor.take(MysqlParser.DEFAULT);
            cursor.take(MysqlParser.DOT);
            cursor.qualifiedName();
        }
        if (!cursor.take(MysqlParser.ASSIGN)) {
            cursor.expect(MysqlParser.EQUALS, "\"=\"");
        }
        // ON, ALL, BINARY and the like are values here.
        boolean word = WordTypes.isWord(cursor.type()) && isEnd(cursor.type(1));
        if (word) {
            cursor.skip();
        } else {
            ExpressionReader.read(cursor);
        }
    }

    private static boolean isEnd(int type) {
        return type == MysqlParser.COMMA || type == Token.EOF;
    }

    private static void modes(Cursor cursor) {
        cursor.skip();
        do {
            if (cursor.takeWord("isolation")) {
                cursor.expectWord("level", "LEVEL");
                level(cursor);
            } else {
                cursor.expectWord("read", "ISOLATION LEVEL, READ WRITE or READ ONLY");
                if (!cursor.takeWord("write")) {
                    cursor.expectWord("only", "WRITE or ONLY");
                }
            }
        } while (cursor.take(MysqlParser.COMMA));
    }

    private static void level(Cursor cursor) {
        if (cursor.takeWord("repeatable")) {
            cursor.expectWord("read", "READ");
        } else if (cursor.takeWord("read")) {
            if (!cursor.takeWord("committed")) {
                cursor.expectWord("uncommitted", "COMMITTED or UNCOMMITTED");
            }
        } else {
            cursor.expectWord("serializable", "a level");
        }
    }
}
