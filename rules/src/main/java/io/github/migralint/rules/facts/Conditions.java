package io.github.migralint.rules.facts;

import io.github.migralint.ast.Expression;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/** What can be said about a condition without knowing the rows. */
public final class Conditions {
    private Conditions() {}

    /** Whether a statement with this condition reaches every row. */
    public static boolean everyRow(Optional<Expression> where) {
        return where.map(condition -> alwaysTrue(condition.tokens())).orElse(true);
    }

    private static boolean alwaysTrue(List<Token> tokens) {
        boolean inParentheses = tokens.size() > 2
                && tokens.get(0).isSymbol("(")
                && tokens.get(tokens.size() - 1).isSymbol(")");
        if (inParentheses) {
            return alwaysTrue(tokens.subList(1, tokens.size() - 1));
        }
        return (tokens.size() == 1 && tokens.get(0).isWord("true"))
                || (tokens.size() == 3
                        && tokens.get(1).isSymbol("=")
                        && literal(tokens.get(0))
                        && tokens.get(0).text().equals(tokens.get(2).text()));
    }

    private static boolean literal(Token token) {
        return switch (token.kind()) {
            case NUMBER, STRING -> true;
            default -> token.isWord("true");
        };
    }
}
