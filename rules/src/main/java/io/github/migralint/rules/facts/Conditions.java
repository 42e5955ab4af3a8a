package io.github.migralint.rules.facts;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Query;
import io.github.migralint.dialect.dml.DmlFacts;
import io.github.migralint.dialect.dml.DmlFacts.Filter;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/** What can be said about a condition without knowing the rows. */
public final class Conditions {
    private Conditions() {}

    /** Whether a statement reaches every row: it has no condition, nor that of a join, or one that is always true. */
    public static boolean everyRow(Optional<Expression> where, Query statement) {
        return where.isEmpty()
                ? !joined(statement)
                : DmlFacts.of(statement.tokens()).filter() == Filter.ALWAYS_TRUE;
    }

    /** Whether the rows are those that another table has too. */
    private static boolean joined(Query statement) {
        List<Token> tokens = statement.tokens();
        return tokens.stream().anyMatch(token -> token.isWord("join"))
                && tokens.stream().anyMatch(token -> token.isWord("on") || token.isWord("using"));
    }
}
