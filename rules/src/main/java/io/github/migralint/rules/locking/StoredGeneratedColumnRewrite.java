package io.github.migralint.rules.locking;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import java.util.List;
import java.util.function.Consumer;

/** A new column whose computed values are stored. */
public final class StoredGeneratedColumnRewrite implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "stored-generated-column-rewrite",
            "A new stored generated column is computed for every row, so the table is written anew.",
            Category.LOCKING,
            Risk.CRITICAL,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (NewColumnRewrite rewrite : NewColumnRewrite.of(step, NewColumnRewrite.Cause.GENERATED)) {
            report.accept(finding(step, rewrite));
        }
    }

    private static Finding finding(Step step, NewColumnRewrite rewrite) {
        String expression = rewrite.generationExpression(step);
        return rewrite.finding(step, INFO, "each value is computed and stored")
                .instead("now", rewrite.plainColumn(step, rewrite.type(step)))
                .instead(
                        "then: a trigger that sets it on INSERT and UPDATE",
                        "-- NEW." + rewrite.quoted(step) + " := " + expression + ";")
                .instead("last: old rows in batches, each committed", rewrite.fill(step, expression))
                .note("From PostgreSQL 18 on a VIRTUAL generated column is computed when it is read and costs nothing.")
                .build();
    }
}
