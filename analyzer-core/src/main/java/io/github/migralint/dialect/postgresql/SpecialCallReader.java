package io.github.migralint.dialect.postgresql;

import org.antlr.v4.runtime.Token;

/** Reads the arguments of functions whose arguments words separate: {@code EXTRACT(year FROM x)}. */
final class SpecialCallReader {
    private final Cursor cursor;

    private SpecialCallReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads the arguments of a function. */
    static void read(Cursor cursor, Inside inside) {
        new SpecialCallReader(cursor).read(inside);
    }

    private void read(Inside inside) {
        switch (inside) {
            case CAST -> {
                ExpressionReader.read(cursor);
                cursor.expect(PostgresqlParser.AS, "AS");
                cursor.typeName();
            }
            case EXTRACT -> extract();
            case OVERLAY -> overlay();
            case POSITION -> position();
            case SUBSTRING -> substring();
            case TRIM -> trim();
            case NORMALIZE -> {
                ExpressionReader.read(cursor);
                if (cursor.take(PostgresqlParser.COMMA)) {
                    cursor.label();
                }
            }
            default -> clauses(inside);
        }
    }

    private void extract() {
        if (!cursor.take(PostgresqlParser.STRING_LITERAL)) {
            cursor.label();
        }
        cursor.expect(PostgresqlParser.FROM, "FROM");
        ExpressionReader.read(cursor);
    }

    private void overlay() {
        if (!firstOfList()) {
            return;
        }
        cursor.expectWord("placing", "PLACING");
        ExpressionReader.read(cursor);
        cursor.expect(PostgresqlParser.FROM, "FROM");
        ExpressionReader.read(cursor);
        if (cursor.take(PostgresqlParser.FOR)) {
            ExpressionReader.read(cursor);
        }
    }

    /** Reads the first argument; false when plain arguments are all there is. */
    private boolean firstOfList() {
        if (cursor.is(Token.EOF)) {
            return false;
        }
        boolean named = cursor.type(1) == PostgresqlParser.COLON;
        if (!named) {
            ExpressionReader.read(cursor);
        }
        if (!named && !cursor.is(PostgresqlParser.COMMA) && !cursor.is(Token.EOF)) {
            return true;
        }
        if (named || cursor.take(PostgresqlParser.COMMA)) {
            InsideReader.read(cursor, Inside.ARGUMENTS);
        }
        return false;
    }

    private void position() {
        ExpressionReader.readSimple(cursor);
        cursor.expect(PostgresqlParser.IN, "IN");
        ExpressionReader.readSimple(cursor);
    }

    private void substring() {
        if (!firstOfList()) {
            return;
        }
        if (cursor.take(PostgresqlParser.SIMILAR)) {
            ExpressionReader.read(cursor);
            cursor.expect(PostgresqlParser.ESCAPE, "ESCAPE");
            ExpressionReader.read(cursor);
        } else if (cursor.take(PostgresqlParser.FROM)) {
            ExpressionReader.read(cursor);
            if (cursor.take(PostgresqlParser.FOR)) {
                ExpressionReader.read(cursor);
            }
        } else {
            cursor.expect(PostgresqlParser.FOR, "FROM or FOR");
            ExpressionReader.read(cursor);
            if (cursor.take(PostgresqlParser.FROM)) {
                ExpressionReader.read(cursor);
            }
        }
    }

    private void trim() {
        if (!cursor.takeWord("both") && !cursor.takeWord("leading")) {
            cursor.takeWord("trailing");
        }
        if (!cursor.take(PostgresqlParser.FROM)) {
            ExpressionReader.read(cursor);
            if (cursor.take(PostgresqlParser.COMMA) || cursor.take(PostgresqlParser.FROM)) {
                ExpressionReader.readList(cursor);
            }
            return;
        }
        ExpressionReader.readList(cursor);
    }

    /** JSON and XML have too many clauses to follow; what can't stand side by side anywhere is still seen. */
    private void clauses(Inside inside) {
        int from = cursor.at();
        int to = from;
        while (cursor.tokens().type(to) != Token.EOF) {
            to++;
        }
        if (to == from && inside == Inside.SOME_CLAUSES) {
            throw cursor.expected("an expression");
        }
        Neighbours.check(cursor.tokens(), from, to);
        cursor.moveTo(to);
    }
}
