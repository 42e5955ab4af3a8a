package io.github.migralint.dialect.postgresql;

import org.antlr.v4.runtime.Token;

/** Reads what stands in brackets, by what it is. */
final class InsideReader {
    private final Cursor cursor;

    private InsideReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads as far as the inside is what it should be. */
    static void read(Cursor cursor, Inside inside) {
        new InsideReader(cursor).read(inside);
    }

    private boolean isEmpty() {
        return cursor.is(Token.EOF);
    }

    private void read(Inside inside) {
        switch (inside) {
            case EXPRESSIONS -> ExpressionReader.readList(cursor);
            case OPTIONAL_EXPRESSIONS -> {
                if (!isEmpty()) {
                    ExpressionReader.readList(cursor);
                }
            }
            case EXPRESSION -> ExpressionReader.read(cursor);
            case OPERAND, QUERY_OR_EXPRESSIONS -> operand();
            case ARGUMENTS -> arguments();
            case ARRAY -> array();
            case SUBSCRIPT -> subscript();
            case ORDER -> QueryReader.readOrder(cursor);
            case FILTER -> {
                cursor.expect(PostgresqlParser.WHERE, "WHERE");
                ExpressionReader.read(cursor);
            }
            case WINDOW -> WindowReader.read(cursor);
            case GROUPING_SETS -> SelectReader.readGroups(cursor);
            case QUERY -> QueryReader.read(cursor);
            case STATEMENT, BODY_STATEMENT -> throw new IllegalStateException("a statement is read by the grammar");
            case JOIN -> FromReader.readJoin(cursor);
            case NAMES -> names();
            case TARGETS -> targets();
            case COLUMNS -> columns();
            case ROWS_FROM -> rowsFrom();
            case ROW_ALIASES -> rowAliases();
            case NOTHING -> {}
            case OPTIONS -> OptionReader.readList(cursor);
            case COPY_OPTIONS -> CopyOptionReader.readList(cursor);
            case COPY_VALUES -> CopyOptionReader.readValues(cursor);
            case PARAMETERS, ARGUMENT_TYPES, RESULT_COLUMNS, TYPES, OPERAND_TYPES, TRIGGER_ARGUMENTS ->
                ParameterReader.read(cursor, inside);
            default -> SpecialCallReader.read(cursor, inside);
        }
    }

    private void operand() {
        if (cursor.tokens().holdsQuery(cursor.at() - 1)) {
            QueryReader.read(cursor);
        } else {
            ExpressionReader.readList(cursor);
        }
    }

    private void arguments() {
        if (isEmpty() || cursor.take(PostgresqlParser.STAR)) {
            return;
        }
        if (!cursor.take(PostgresqlParser.DISTINCT) && cursor.type(1) != PostgresqlParser.LPAREN) {
            cursor.take(PostgresqlParser.ALL);
        }
        boolean last;
        do {
            last = cursor.takeWord("variadic");
            argument();
        } while (!last && cursor.take(PostgresqlParser.COMMA));
        if (cursor.is(PostgresqlParser.ORDER)) {
            QueryReader.readOrder(cursor);
        }
    }

    /** {@code x}, {@code name => x} or {@code name := x}. */
    private void argument() {
        boolean named = cursor.type(1) == PostgresqlParser.COLON && WordTypes.isName(cursor.type());
        if (named) {
            cursor.skip();
            if (cursor.tokens().token(cursor.at()).text().length() < 2) {
                throw cursor.expected("\":=\" or \"=>\"");
            }
            cursor.skip();
        }
        ExpressionReader.read(cursor);
    }

    private void array() {
        if (isEmpty()) {
            return;
        }
        if (!cursor.is(PostgresqlParser.LBRACKET)) {
            ExpressionReader.readList(cursor);
            return;
        }
        do {
            if (!cursor.is(PostgresqlParser.LBRACKET)) {
                throw cursor.expected("\"[\"");
            }
            cursor.bracket(Inside.ARRAY);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private void subscript() {
        boolean slice = cursor.take(PostgresqlParser.COLON);
        if (!slice) {
            ExpressionReader.read(cursor);
            slice = cursor.take(PostgresqlParser.COLON);
        }
        if (slice && !isEmpty()) {
            ExpressionReader.read(cursor);
        }
    }

    private void names() {
        do {
            cursor.column();
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** {@code (a, b[1], c.d)}. */
    private void targets() {
        do {
            cursor.column();
            while (cursor.is(PostgresqlParser.DOT) || cursor.is(PostgresqlParser.LBRACKET)) {
                if (cursor.take(PostgresqlParser.DOT)) {
                    cursor.label();
                } else {
                    cursor.bracket(Inside.SUBSCRIPT);
                }
            }
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** {@code (a int, b text COLLATE "C")}; or names without types, as any alias has them. */
    private void columns() {
        do {
            cursor.column();
            if (WordTypes.isWord(cursor.type())) {
                cursor.typeName();
                if (cursor.take(PostgresqlParser.COLLATE)) {
                    cursor.qualifiedName();
                }
            }
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private void rowsFrom() {
        do {
            FromReader.readFunction(cursor);
            if (cursor.take(PostgresqlParser.AS)) {
                cursor.group(Inside.COLUMNS);
            }
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private void rowAliases() {
        do {
            if (!cursor.takeWord("old")) {
                cursor.expectWord("new", "OLD or NEW");
            }
            cursor.expect(PostgresqlParser.AS, "AS");
            cursor.column();
        } while (cursor.take(PostgresqlParser.COMMA));
    }
}
