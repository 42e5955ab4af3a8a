package io.github.migralint.rules.facts;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Query;
import io.github.migralint.dialect.dml.DmlFacts;
import io.github.migralint.dialect.dml.DmlFacts.Filter;
import java.util.Optional;

/** What can be said about a condition without knowing the rows. */
public final class Conditions {
    private Conditions() {}

    /** Whether a statement reaches every row: it has no condition, or one that is always true. */
    public static boolean everyRow(Optional<Expression> where, Query statement) {
        return where.isEmpty() || DmlFacts.of(statement.tokens()).filter() == Filter.ALWAYS_TRUE;
    }
}
