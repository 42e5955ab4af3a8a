package io.github.migralint.rules.locking;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ChangeCause;
import java.util.function.Consumer;

/** A new column whose default differs from row to row. */
public final class ColumnDefaultRewrite implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "column-default-rewrite",
            "The default of a new column has to be computed for every row, so the table is written anew.",
            Category.LOCKING,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (NewColumnRewrite rewrite : NewColumnRewrite.of(step, ChangeCause.DEFAULT)) {
            report.accept(finding(step, rewrite));
        }
    }

    private static Finding finding(Step step, NewColumnRewrite rewrite) {
        var finding = rewrite.finding(
                step,
                INFO,
                rewrite.work().way().isPresent()
                        ? "a default that is an expression is computed for each row"
                        : "each row needs a value of its own");
        Detour.of(step).computedDefault(step, rewrite, finding);
        return finding.build();
    }
}
