package io.github.migralint.dialect.postgresql;

import org.jspecify.annotations.Nullable;

/**
 * Reads expressions: operands and operators take turns, whatever is in brackets is one operand. Nothing here recurses, so
 * neither depth nor length of an expression costs more than one pass.
 */
final class ExpressionReader {
    /** Which part of CASE is being read. */
    private enum Part {
        NONE,
        OPERAND,
        WHEN,
        THEN,
        ELSE
    }

    /** An expression that is not complete: the whole, or a part of a CASE in it. */
    private static final class Frame {
        private final @Nullable Frame outer;
        private final boolean simple;
        private Part part;
        private int betweens;
        private boolean compared;
        private boolean pattern;

        private Frame(@Nullable Frame outer, boolean simple, Part part) {
            this.outer = outer;
            this.simple = simple;
            this.part = part;
        }

        /** What was compared so far is one side of a condition now. */
        private void loosen() {
            compared = false;
            pattern = false;
        }
    }

    private final Cursor cursor;
    private Frame frame;

    private ExpressionReader(Cursor cursor, boolean simple) {
        this.cursor = cursor;
        this.frame = new Frame(null, simple, Part.NONE);
    }

    /** Reads an expression. */
    static void read(Cursor cursor) {
        new ExpressionReader(cursor, false).run();
    }

    /** Reads an expression where the words of conditions ({@code NOT}, {@code IN}, …) end it, as in a column's DEFAULT. */
    static void readSimple(Cursor cursor) {
        new ExpressionReader(cursor, true).run();
    }

    /** Reads an index key: a column, a function call, or an expression in parentheses. */
    static void readIndexKey(Cursor cursor) {
        if (cursor.is(PostgresqlParser.LPAREN)) {
            cursor.bracket(Inside.EXPRESSION);
            return;
        }
        if (!WordTypes.isWord(cursor.type())) {
            throw cursor.expected("a column or an expression in parentheses");
        }
        int next = cursor.type(1);
        boolean column =
                WordTypes.isColumn(cursor.type()) && next != PostgresqlParser.DOT && next != PostgresqlParser.LPAREN;
        if (column) {
            cursor.skip();
        } else {
            OperandReader.readCall(cursor);
        }
    }

    /** Reads expressions with commas between them. */
    static void readList(Cursor cursor) {
        do {
            read(cursor);
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private void run() {
        while (true) {
            prefixes();
            if (cursor.take(PostgresqlParser.CASE)) {
                boolean when = cursor.take(PostgresqlParser.WHEN);
                frame = new Frame(frame, false, when ? Part.WHEN : Part.OPERAND);
                continue;
            }
            OperandReader.read(cursor);
            if (goOn()) {
                return;
            }
        }
    }

    /** Reads what follows an operand; true when the whole expression is complete, false before another operand. */
    private boolean goOn() {
        while (true) {
            if (suffix()) {
                continue;
            }
            int before = cursor.at();
            if (infix()) {
                return false;
            }
            if (cursor.at() > before) {
                continue;
            }
            if (frame.betweens > 0) {
                throw cursor.expected("AND");
            }
            if (frame.part == Part.NONE) {
                return true;
            }
            if (!nextPart()) {
                return false;
            }
        }
    }

    /** Goes on inside CASE; true after END, when CASE is an operand of the expression around it. */
    private boolean nextPart() {
        switch (frame.part) {
            case OPERAND -> {
                cursor.expect(PostgresqlParser.WHEN, "WHEN");
                frame.part = Part.WHEN;
            }
            case WHEN -> {
                cursor.expect(PostgresqlParser.THEN, "THEN");
                frame.part = Part.THEN;
            }
            case THEN -> {
                if (cursor.take(PostgresqlParser.WHEN)) {
                    frame.part = Part.WHEN;
                } else if (cursor.take(PostgresqlParser.ELSE)) {
                    frame.part = Part.ELSE;
                } else {
                    return endCase("WHEN, ELSE or END");
                }
            }
            default -> {
                return endCase("END");
            }
        }
        frame.loosen();
        return false;
    }

    private boolean endCase(String expectation) {
        cursor.expect(PostgresqlParser.END, expectation);
        Frame outer = frame.outer;
        if (outer == null) {
            throw new IllegalStateException("END without CASE");
        }
        frame = outer;
        return true;
    }

    private void prefixes() {
        while (true) {
            switch (cursor.type()) {
                case PostgresqlParser.SIGN -> cursor.skip();
                case PostgresqlParser.OPERATOR_SYMBOL -> {
                    if (Operators.isOnlyInfix(text())) {
                        throw cursor.expected("an expression");
                    }
                    cursor.skip();
                }
                case PostgresqlParser.NOT -> {
                    if (frame.simple) {
                        return;
                    }
                    frame.loosen();
                    cursor.skip();
                }
                case PostgresqlParser.OPERATOR -> {
                    if (cursor.type(1) != PostgresqlParser.LPAREN) {
                        return;
                    }
                    Operators.readName(cursor);
                }
                default -> {
                    return;
                }
            }
        }
    }

    private String text() {
        return cursor.tokens().token(cursor.at()).text();
    }

    /** Reads what may follow a complete operand without asking for another one. */
    private boolean suffix() {
        return switch (cursor.type()) {
            case PostgresqlParser.TYPECAST -> {
                cursor.skip();
                cursor.typeName();
                yield true;
            }
            case PostgresqlParser.IS -> {
                frame.loosen();
                int end = Conditions.testEnd(cursor.tokens(), cursor.at());
                boolean test = end > cursor.at();
                cursor.moveTo(end);
                yield test;
            }
            case PostgresqlParser.ISNULL, PostgresqlParser.NOTNULL -> {
                if (frame.simple) {
                    yield false;
                }
                frame.loosen();
                cursor.skip();
                yield true;
            }
            case PostgresqlParser.COLLATE -> {
                if (frame.simple) {
                    yield false;
                }
                cursor.skip();
                cursor.qualifiedName();
                yield true;
            }
            case PostgresqlParser.AT -> {
                if (frame.simple || !cursor.word(1).equals("local")) {
                    yield false;
                }
                cursor.moveTo(cursor.at() + 2);
                yield true;
            }
            default -> false;
        };
    }

    /**
     * Reads what stands between two operands; false when nothing does, or when it brought its operand along, as
     * {@code IN (…)} does.
     */
    private boolean infix() {
        return switch (cursor.type()) {
            case PostgresqlParser.SIGN, PostgresqlParser.STAR -> {
                cursor.skip();
                yield !quantified();
            }
            case PostgresqlParser.EQUALS, PostgresqlParser.OPERATOR_SYMBOL -> {
                if (Operators.isComparison(text())) {
                    if (frame.compared) {
                        throw cursor.expected("no second comparison");
                    }
                    frame.compared = true;
                }
                cursor.skip();
                yield !quantified();
            }
            case PostgresqlParser.OPERATOR -> {
                if (cursor.type(1) != PostgresqlParser.LPAREN) {
                    yield false;
                }
                Operators.readName(cursor);
                yield !quantified();
            }
            case PostgresqlParser.IS -> {
                cursor.moveTo(Conditions.distinctFromEnd(cursor.tokens(), cursor.at()));
                yield true;
            }
            default -> !frame.simple && condition();
        };
    }

    /** {@code ANY (…)} and its kin, which may follow an operator only. */
    private boolean quantified() {
        return switch (cursor.type()) {
            case PostgresqlParser.ANY, PostgresqlParser.ALL, PostgresqlParser.SOME -> {
                if (frame.simple) {
                    yield false;
                }
                cursor.skip();
                cursor.group(Inside.OPERAND);
                yield true;
            }
            default -> false;
        };
    }

    private boolean condition() {
        int negation = cursor.is(PostgresqlParser.NOT) ? 1 : 0;
        return switch (cursor.type(negation)) {
            case PostgresqlParser.AND -> {
                if (negation == 1) {
                    yield false;
                }
                frame.betweens = Math.max(0, frame.betweens - 1);
                frame.loosen();
                cursor.skip();
                yield true;
            }
            case PostgresqlParser.OR -> {
                if (negation == 1) {
                    yield false;
                }
                if (frame.betweens > 0) {
                    throw cursor.expected("AND");
                }
                frame.loosen();
                cursor.skip();
                yield true;
            }
            case PostgresqlParser.LIKE, PostgresqlParser.ILIKE -> {
                cursor.moveTo(cursor.at() + negation + 1);
                frame.pattern = true;
                yield !quantified();
            }
            case PostgresqlParser.SIMILAR -> {
                if (cursor.type(negation + 1) != PostgresqlParser.TO) {
                    yield false;
                }
                cursor.moveTo(cursor.at() + negation + 2);
                frame.pattern = true;
                yield true;
            }
            case PostgresqlParser.IN -> {
                // EXTRACT, POSITION and others have an IN or FROM of their own.
                cursor.moveTo(cursor.at() + negation + 1);
                cursor.group(Inside.QUERY_OR_EXPRESSIONS);
                yield false;
            }
            case PostgresqlParser.BETWEEN -> {
                cursor.moveTo(cursor.at() + negation + 1);
                if (!cursor.takeWord("symmetric")) {
                    cursor.takeWord("asymmetric");
                }
                frame.betweens++;
                frame.loosen();
                yield true;
            }
            default -> negation == 0 && otherCondition();
        };
    }

    private boolean otherCondition() {
        return switch (cursor.type()) {
            case PostgresqlParser.OVERLAPS -> {
                if (cursor.type(-1) != PostgresqlParser.RPAREN || !isRow(1)) {
                    throw cursor.expected("a period on both sides");
                }
                cursor.skip();
                yield true;
            }
            case PostgresqlParser.ESCAPE -> {
                if (!frame.pattern) {
                    yield false;
                }
                frame.pattern = false;
                cursor.skip();
                yield true;
            }
            case PostgresqlParser.AT -> {
                if (cursor.type(1) != PostgresqlParser.TIME || cursor.type(2) != PostgresqlParser.ZONE) {
                    yield false;
                }
                cursor.moveTo(cursor.at() + 3);
                yield true;
            }
            default -> false;
        };
    }

    private boolean isRow(int ahead) {
        return cursor.type(ahead) == PostgresqlParser.LPAREN
                || (cursor.type(ahead) == PostgresqlParser.ROW && cursor.type(ahead + 1) == PostgresqlParser.LPAREN);
    }
}
