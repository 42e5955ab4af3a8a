package io.github.migralint.dialect.postgresql;

/** Reads what FROM and USING list: tables, functions and queries with their aliases, and joins of them. */
final class FromReader {
    private final Cursor cursor;
    /** Joins that wait for their ON or USING. */
    private int open;

    private FromReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a list of items. */
    static void readList(Cursor cursor) {
        do {
            new FromReader(cursor).item();
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** Reads an item that is joined to something outside, with the condition of that join. */
    static void readJoined(Cursor cursor) {
        var reader = new FromReader(cursor);
        reader.open = 1;
        reader.item();
    }

    /** Reads a join in parentheses. */
    static void readJoin(Cursor cursor) {
        var reader = new FromReader(cursor);
        boolean nested = cursor.is(PostgresqlParser.LPAREN);
        reader.primary();
        if (!reader.join() && !nested) {
            throw cursor.expected("JOIN");
        }
        reader.joins();
    }

    /** Reads the name of a table with ONLY or an asterisk. */
    static void readTable(Cursor cursor) {
        if (!cursor.take(PostgresqlParser.ONLY)) {
            cursor.qualifiedName();
            cursor.take(PostgresqlParser.STAR);
        } else if (cursor.take(PostgresqlParser.LPAREN)) {
            cursor.qualifiedName();
            cursor.expect(PostgresqlParser.RPAREN, "\")\"");
        } else {
            cursor.qualifiedName();
        }
    }

    private void item() {
        primary();
        joins();
    }

    private void joins() {
        boolean more = true;
        while (more) {
            more = join() || condition();
        }
        if (open > 0) {
            throw cursor.expected("ON or USING");
        }
    }

    private boolean join() {
        int kind = cursor.type();
        switch (kind) {
            case PostgresqlParser.NATURAL -> {
                cursor.skip();
                joinType();
            }
            case PostgresqlParser.CROSS -> cursor.skip();
            case PostgresqlParser.INNER,
                    PostgresqlParser.LEFT,
                    PostgresqlParser.RIGHT,
                    PostgresqlParser.FULL,
                    PostgresqlParser.JOIN -> joinType();
            default -> {
                return false;
            }
        }
        cursor.expect(PostgresqlParser.JOIN, "JOIN");
        if (kind != PostgresqlParser.NATURAL && kind != PostgresqlParser.CROSS) {
            open++;
        }
        primary();
        return true;
    }

    private void joinType() {
        if (cursor.take(PostgresqlParser.LEFT)
                || cursor.take(PostgresqlParser.RIGHT)
                || cursor.take(PostgresqlParser.FULL)) {
            cursor.takeWord("outer");
        } else {
            cursor.take(PostgresqlParser.INNER);
        }
    }

    /** The condition of the innermost join that still lacks one. */
    private boolean condition() {
        if (open == 0) {
            return false;
        }
        if (cursor.take(PostgresqlParser.ON)) {
            ExpressionReader.read(cursor);
        } else if (cursor.take(PostgresqlParser.USING)) {
            cursor.group(Inside.NAMES);
            if (cursor.take(PostgresqlParser.AS)) {
                cursor.column();
            }
        } else {
            return false;
        }
        open--;
        return true;
    }

    private void primary() {
        boolean lateral = cursor.take(PostgresqlParser.LATERAL);
        if (cursor.is(PostgresqlParser.LPAREN)) {
            boolean query = cursor.tokens().holdsQuery(cursor.at());
            if (lateral && !query) {
                throw cursor.expected("a query or a function");
            }
            cursor.bracket(query ? Inside.QUERY : Inside.JOIN);
            alias(false);
            return;
        }
        if (cursor.isWord("rows") && cursor.type(1) == PostgresqlParser.FROM) {
            cursor.moveTo(cursor.at() + 2);
            cursor.group(Inside.ROWS_FROM);
            ordinality();
            alias(true);
        } else if (!function() && lateral) {
            throw cursor.expected("a query or a function");
        }
    }

    /** Reads a function or a table; true for a function. */
    private boolean function() {
        int i = cursor.at() + 1;
        while (cursor.tokens().type(i) == PostgresqlParser.DOT) {
            i += 2;
        }
        boolean function = cursor.tokens().type(i) == PostgresqlParser.LPAREN && !cursor.is(PostgresqlParser.ONLY);
        if (!function && OperandReader.isValueFunction(cursor)) {
            function = true;
        }
        if (!function) {
            readTable(cursor);
            alias(false);
            sample();
            return false;
        }
        readFunction(cursor);
        ordinality();
        alias(true);
        return true;
    }

    /** Reads a call of a function, or XMLTABLE and JSON_TABLE. */
    static void readFunction(Cursor cursor) {
        if (cursor.type(1) == PostgresqlParser.LPAREN && (cursor.isWord("xmltable") || cursor.isWord("json_table"))) {
            cursor.skip();
            cursor.group(Inside.SOME_CLAUSES);
        } else {
            OperandReader.readCall(cursor);
        }
    }

    private void ordinality() {
        if (cursor.is(PostgresqlParser.WITH) && cursor.word(1).equals("ordinality")) {
            cursor.moveTo(cursor.at() + 2);
        }
    }

    private void sample() {
        if (!cursor.takeWord("tablesample")) {
            return;
        }
        OperandReader.readCall(cursor);
        if (cursor.takeWord("repeatable")) {
            cursor.group(Inside.EXPRESSION);
        }
    }

    /** {@code [AS] name [(columns)]}; only a function may have columns with types, and these without a name. */
    private void alias(boolean function) {
        if (cursor.take(PostgresqlParser.AS)) {
            if (function && cursor.is(PostgresqlParser.LPAREN)) {
                cursor.bracket(Inside.COLUMNS);
                return;
            }
            cursor.column();
        } else if (WordTypes.isColumn(cursor.type())) {
            cursor.skip();
        } else {
            return;
        }
        if (cursor.is(PostgresqlParser.LPAREN)) {
            cursor.bracket(function ? Inside.COLUMNS : Inside.NAMES);
        }
    }
}
