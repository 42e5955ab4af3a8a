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

/** A new column that counts up. */
public final class AutoIncrementColumnRewrite implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "auto-increment-column-rewrite",
            "A new serial or identity column numbers every row, so the table is written anew.",
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
        for (NewColumnRewrite rewrite : NewColumnRewrite.of(step, ChangeCause.COUNTER)) {
            report.accept(finding(step, rewrite));
        }
    }

    private static Finding finding(Step step, NewColumnRewrite rewrite) {
        var finding = rewrite.finding(step, INFO, "each row gets a number");
        Detour.of(step).counter(step, rewrite, finding);
        return finding.build();
    }
}
