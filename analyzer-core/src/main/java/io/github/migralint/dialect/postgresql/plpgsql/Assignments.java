package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ProceduralStatement.Assignment;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.Set;

/** Reads {@code target := value}. */
final class Assignments {
    private Assignments() {}

    /** Whether an assignment stands here: a name with fields and subscripts, and then its sign. */
    static boolean beginsAt(BodyTokens tokens) {
        Token first = tokens.peek();
        if (!Words.isName(first) && first.kind() != TokenKind.PARAMETER) {
            return false;
        }
        int end = endOfTarget(tokens);
        return tokens.peek(end).isSymbol(":=") || tokens.peek(end).isSymbol("=");
    }

    /** How many tokens the target has. */
    private static int endOfTarget(BodyTokens tokens) {
        int i = 1;
        while (true) {
            if (tokens.peek(i).isSymbol(".") && Words.isLabel(tokens.peek(i + 1))) {
                i += 2;
            } else {
                int after = tokens.peek(i).isSymbol("[") ? tokens.afterBrackets(i) : i;
                if (after == i) {
                    return i;
                }
                i = after;
            }
        }
    }

    static Assignment read(Reading reading) {
        BodyTokens tokens = reading.tokens();
        int from = tokens.index();
        String target = reading.target().value();
        boolean whole = tokens.isSymbol(":=") || tokens.isSymbol("=");
        if (!whole) {
            tokens.moveTo(from);
            tokens.moveTo(from + endOfTarget(tokens));
        }
        tokens.next();
        Expression value = reading.expression(Set.of());
        reading.semicolon();
        return new Assignment(target, whole, value, reading.spanFrom(from));
    }
}
