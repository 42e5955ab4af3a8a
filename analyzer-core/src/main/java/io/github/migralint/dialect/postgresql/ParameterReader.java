package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.SyntaxProblem;
import org.antlr.v4.runtime.Token;

/** Reads the parameters of routines and operators: modes, names, types and defaults. */
final class ParameterReader {
    private final Cursor cursor;

    private ParameterReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a list of the given kind. */
    static void read(Cursor cursor, Inside inside) {
        new ParameterReader(cursor).read(inside);
    }

    private void read(Inside inside) {
        switch (inside) {
            case PARAMETERS -> parameters(true);
            case ARGUMENT_TYPES -> argumentTypes();
            case RESULT_COLUMNS -> resultColumns();
            case TYPES -> types();
            case OPERAND_TYPES -> operands();
            case TRIGGER_ARGUMENTS -> triggerArguments();
            default -> throw new IllegalArgumentException(inside.name());
        }
    }

    private void parameters(boolean defaults) {
        if (cursor.is(Token.EOF)) {
            return;
        }
        var arguments = new Arguments(cursor.tokens());
        do {
            cursor.moveTo(arguments.typeStart(cursor.at()));
            cursor.typeName();
            if (defaults && (cursor.take(PostgresqlParser.DEFAULT) || cursor.take(PostgresqlParser.EQUALS))) {
                ExpressionReader.read(cursor);
            }
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** An aggregate may have an asterisk, or arguments to sort by. */
    private void argumentTypes() {
        if (cursor.take(PostgresqlParser.STAR)) {
            return;
        }
        if (!cursor.is(PostgresqlParser.ORDER)) {
            parameters(false);
        }
        if (cursor.take(PostgresqlParser.ORDER)) {
            cursor.expect(PostgresqlParser.BY, "BY");
            parameters(false);
        }
    }

    private void resultColumns() {
        do {
            if (!WordTypes.isName(cursor.type())) {
                throw cursor.expected("a name");
            }
            cursor.skip();
            cursor.typeName();
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    private void types() {
        do {
            cursor.typeName();
        } while (cursor.take(PostgresqlParser.COMMA));
    }

    /** Two types, one of which may be NONE. */
    private void operands() {
        boolean left = operand();
        if (!cursor.take(PostgresqlParser.COMMA)) {
            throw cursor.expected("the type on the right, or NONE");
        }
        if (!operand() && !left) {
            throw new SyntaxProblem(cursor.at() - 1, "expected a type on one side at least");
        }
    }

    private boolean operand() {
        boolean none = cursor.takeWord("none");
        if (!none) {
            cursor.typeName();
        }
        return !none;
    }

    private void triggerArguments() {
        if (cursor.is(Token.EOF)) {
            return;
        }
        do {
            if (!cursor.take(PostgresqlParser.NUMBER) && !cursor.take(PostgresqlParser.STRING_LITERAL)) {
                cursor.label();
            }
        } while (cursor.take(PostgresqlParser.COMMA));
    }
}
