package io.github.migralint.rules.facts;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Query;
import io.github.migralint.dialect.dml.DmlFacts;
import io.github.migralint.dialect.dml.DmlFacts.Filter;
import io.github.migralint.source.Token;
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

    /** Whether the rows are those that another table has too; what a subquery joins is its own affair. */
    private static boolean joined(Query statement) {
        boolean joins = false;
        int depth = 0;
        for (Token token : statement.tokens()) {
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")")) {
                depth--;
            } else if (depth == 0) {
                joins |= token.isWord("join");
                if (joins && (token.isWord("on") || token.isWord("using"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
