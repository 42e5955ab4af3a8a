package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Update;
import io.github.migralint.source.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The assignments of an UPDATE. */
final class Assignments {
    private Assignments() {}

    /** Columns that are set to NULL. */
    static Set<String> nulled(Update statement) {
        Set<String> columns = new HashSet<>();
        List<Token> tokens = statement.query().tokens();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean target =
                    tokens.get(i).isSymbol("=") && statement.columns().stream().anyMatch(named(tokens.get(i - 1)));
            if (target && tokens.get(i + 1).isWord("null")) {
                columns.add(Predicates.name(tokens.get(i - 1)));
            }
        }
        return columns;
    }

    private static java.util.function.Predicate<Identifier> named(Token token) {
        return column -> column.span().start() == token.start();
    }

    /** Columns that are set to themselves. */
    static Set<String> unchanged(Update statement) {
        Set<String> columns = new HashSet<>();
        List<Token> tokens = statement.query().tokens();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean self = tokens.get(i).isSymbol("=")
                    && Predicates.isName(tokens.get(i - 1))
                    && Predicates.name(tokens.get(i - 1)).equals(Predicates.name(tokens.get(i + 1)))
                    && (i + 2 == tokens.size()
                            || tokens.get(i + 2).isSymbol(",")
                            || tokens.get(i + 2).isWord("where")
                            || tokens.get(i + 2).isWord("from"));
            if (self) {
                columns.add(Predicates.name(tokens.get(i - 1)));
            }
        }
        return columns;
    }
}
