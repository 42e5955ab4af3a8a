package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.SyntaxProblem;
import java.util.Set;

/** Reads one operand of an expression: a literal, a name, a call, or a group in brackets. */
final class OperandReader {
    private static final Set<String> VALUE_WORDS = Set.of(
            "current_catalog",
            "current_date",
            "current_role",
            "current_user",
            "default",
            "false",
            "null",
            "session_user",
            "system_user",
            "true",
            "user");
    private static final Set<String> TIME_WORDS =
            Set.of("current_time", "current_timestamp", "localtime", "localtimestamp");
    private static final Set<String> VALUE_FUNCTIONS = Set.of(
            "current_catalog",
            "current_date",
            "current_role",
            "current_schema",
            "current_time",
            "current_timestamp",
            "current_user",
            "localtime",
            "localtimestamp",
            "session_user",
            "system_user",
            "user");
    private static final Set<String> MULTIWORD_TYPES =
            Set.of("double", "national", "character", "char", "nchar", "bit", "time", "timestamp", "interval");
    private static final Set<String> TYPES_WITH_SIZE = Set.of("numeric", "decimal", "dec", "float", "varchar");

    private final Cursor cursor;
    private final boolean suffixes;

    private OperandReader(Cursor cursor, boolean suffixes) {
        this.cursor = cursor;
        this.suffixes = suffixes;
    }

    /** Reads an operand, without what may follow every operand, such as a cast. */
    static void read(Cursor cursor) {
        new OperandReader(cursor, true).operand();
    }

    /** Reads a call where nothing else may stand, as in FROM. */
    static void readCall(Cursor cursor) {
        int from = cursor.at();
        if (!WordTypes.isWord(cursor.type())) {
            throw cursor.expected("a function");
        }
        new OperandReader(cursor, false).operand();
        if (cursor.type(-1) != PostgresqlParser.RPAREN && !isValueFunction(new Cursor(cursor.tokens(), from))) {
            throw new SyntaxProblem(from, "expected a function");
        }
    }

    /** Whether the next word is a function that no parenthesis follows at once. */
    static boolean isValueFunction(Cursor cursor) {
        return VALUE_FUNCTIONS.contains(cursor.word())
                || (cursor.isWord("collation") && cursor.type(1) == PostgresqlParser.FOR);
    }

    private void operand() {
        switch (cursor.type()) {
            case PostgresqlParser.STRING_LITERAL, PostgresqlParser.BIT_STRING, PostgresqlParser.NUMBER -> cursor.skip();
            case PostgresqlParser.POSITIONAL_PARAMETER -> {
                cursor.skip();
                indirection();
            }
            case PostgresqlParser.LPAREN -> parenthesized();
            case PostgresqlParser.CAST -> special(Inside.CAST);
            case PostgresqlParser.EXISTS -> {
                if (cursor.type(1) == PostgresqlParser.LPAREN) {
                    special(Inside.QUERY);
                } else {
                    word();
                }
            }
            case PostgresqlParser.ARRAY -> array();
            default -> word();
        }
    }

    private void special(Inside inside) {
        cursor.skip();
        cursor.group(inside);
    }

    private void array() {
        cursor.skip();
        if (cursor.is(PostgresqlParser.LBRACKET)) {
            cursor.bracket(Inside.ARRAY);
        } else {
            cursor.group(Inside.QUERY);
        }
    }

    private void parenthesized() {
        boolean row = cursor.tokens().isRow(cursor.at());
        cursor.bracket(Inside.OPERAND);
        if (!row) {
            indirection();
        }
    }

    /** Fields and elements. */
    private void indirection() {
        while (true) {
            if (cursor.is(PostgresqlParser.LBRACKET)) {
                cursor.bracket(Inside.SUBSCRIPT);
            } else if (cursor.take(PostgresqlParser.DOT)) {
                if (cursor.take(PostgresqlParser.STAR)) {
                    return;
                }
                cursor.label();
            } else {
                return;
            }
        }
    }

    private void word() {
        String word = cursor.word();
        if (VALUE_WORDS.contains(word)) {
            cursor.skip();
        } else if (TIME_WORDS.contains(word)) {
            cursor.skip();
            precision();
        } else if (!WordTypes.isName(cursor.type())) {
            throw cursor.expected("an expression");
        } else if (MULTIWORD_TYPES.contains(word)) {
            typedLiteral();
        } else if (!keyword(word)) {
            named();
        }
    }

    private void precision() {
        if (cursor.is(PostgresqlParser.LPAREN)) {
            cursor.skip();
            cursor.expect(PostgresqlParser.NUMBER, "a number");
            cursor.expect(PostgresqlParser.RPAREN, "\")\"");
        }
    }

    /** Reads what begins with a word that is more than a name; false when it is just that. */
    private boolean keyword(String word) {
        boolean call = cursor.type(1) == PostgresqlParser.LPAREN;
        switch (word) {
            case "collation" -> {
                if (cursor.type(1) != PostgresqlParser.FOR) {
                    return false;
                }
                cursor.skip();
                special(Inside.EXPRESSION);
            }
            case "current" -> {
                if (cursor.type(1) != PostgresqlParser.OF) {
                    return false;
                }
                cursor.moveTo(cursor.at() + 2);
                cursor.column();
            }
            case "current_schema" -> {
                cursor.skip();
                if (cursor.is(PostgresqlParser.LPAREN)) {
                    cursor.bracket(Inside.NOTHING);
                }
            }
            default -> {
                return call && specialCall(word);
            }
        }
        return true;
    }

    private boolean specialCall(String word) {
        if (TYPES_WITH_SIZE.contains(word)) {
            typedLiteral();
            return true;
        }
        Inside inside = insideOf(word);
        if (inside == Inside.ARGUMENTS) {
            return false;
        }
        cursor.skip();
        cursor.group(inside);
        callSuffixes();
        return true;
    }

    /** Functions that are keywords have arguments in a syntax of their own. */
    private Inside insideOf(String word) {
        return switch (word) {
            case "coalesce", "greatest", "least", "grouping", "nullif", "xmlconcat" -> Inside.EXPRESSIONS;
            case "row" -> Inside.OPTIONAL_EXPRESSIONS;
            case "cast", "treat" -> Inside.CAST;
            case "extract" -> Inside.EXTRACT;
            case "overlay" -> Inside.OVERLAY;
            case "position" -> Inside.POSITION;
            case "substring" -> Inside.SUBSTRING;
            case "trim" -> Inside.TRIM;
            case "normalize" -> Inside.NORMALIZE;
            case "merge_action" -> Inside.NOTHING;
            case "json", "json_scalar", "json_serialize", "json_exists", "json_query", "json_value" ->
                Inside.SOME_CLAUSES;
            case "xmlelement", "xmlexists", "xmlforest", "xmlparse", "xmlpi", "xmlroot", "xmlserialize" ->
                Inside.SOME_CLAUSES;
            case "json_array", "json_arrayagg", "json_object", "json_objectagg" -> Inside.CLAUSES;
            default -> Inside.ARGUMENTS;
        };
    }

    /** {@code timestamp with time zone '…'}, or a column that is called like a type. */
    private void typedLiteral() {
        boolean column = WordTypes.isColumn(cursor.type());
        boolean national = cursor.isWord("national") && !cursor.word(1).startsWith("char");
        int end = national ? cursor.at() : TypeNames.end(cursor.tokens(), cursor.at());
        if (!national && cursor.tokens().type(end) == PostgresqlParser.STRING_LITERAL) {
            boolean interval = cursor.isWord("interval");
            cursor.moveTo(end + 1);
            if (interval) {
                intervalFields();
            }
        } else if (column && cursor.type(1) == PostgresqlParser.LPAREN && !cursor.isWord("double")) {
            throw new SyntaxProblem(end, "expected a string");
        } else {
            named();
        }
    }

    private void intervalFields() {
        while (true) {
            switch (cursor.word()) {
                case "year", "month", "day", "hour", "minute", "to" -> {
                    if (cursor.is(PostgresqlParser.TO) && cursor.type(-1) == PostgresqlParser.STRING_LITERAL) {
                        return;
                    }
                    cursor.skip();
                }
                case "second" -> {
                    cursor.skip();
                    precision();
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void named() {
        boolean column = WordTypes.isColumn(cursor.type());
        boolean function = !cursor.tokens().isColumnKeyword(cursor.at());
        int next = cursor.type(1);
        if (!column && next != PostgresqlParser.LPAREN && next != PostgresqlParser.STRING_LITERAL) {
            throw cursor.expected("an expression");
        }
        cursor.skip();
        boolean plain = true;
        boolean qualified = false;
        while (plain && cursor.is(PostgresqlParser.DOT)) {
            cursor.skip();
            qualified = true;
            if (cursor.take(PostgresqlParser.STAR)) {
                return;
            }
            cursor.label();
        }
        if (cursor.is(PostgresqlParser.LPAREN)) {
            if (!function && !qualified) {
                throw cursor.expected("an operator");
            }
            boolean list = cursor.type(1) != PostgresqlParser.RPAREN && cursor.type(1) != PostgresqlParser.STAR;
            cursor.bracket(Inside.ARGUMENTS);
            callSuffixes();
            if (!list) {
                return;
            }
        } else if (cursor.is(PostgresqlParser.LBRACKET)) {
            indirection();
            return;
        }
        cursor.take(PostgresqlParser.STRING_LITERAL);
    }

    /** {@code WITHIN GROUP (…)}, {@code FILTER (…)}, {@code OVER …}. */
    private void callSuffixes() {
        if (!suffixes) {
            return;
        }
        if (cursor.isWord("within") && cursor.type(1) == PostgresqlParser.GROUP) {
            cursor.moveTo(cursor.at() + 2);
            cursor.group(Inside.ORDER);
        }
        if (cursor.isWord("filter") && cursor.type(1) == PostgresqlParser.LPAREN) {
            cursor.skip();
            cursor.group(Inside.FILTER);
        }
        if (cursor.isWord("over")) {
            cursor.skip();
            if (cursor.is(PostgresqlParser.LPAREN)) {
                cursor.bracket(Inside.WINDOW);
            } else {
                cursor.column();
            }
        }
    }
}
