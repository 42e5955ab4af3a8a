package io.github.migralint.rules.history;

import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suppression;
import io.github.migralint.rule.SuppressionRule;
import io.github.migralint.rules.engine.Engines;
import java.util.function.Consumer;

/** A suppression that suppresses nothing: the danger is gone, moved, or was never named right. */
public final class UnusedSuppression implements SuppressionRule {
    private static final RuleInfo INFO = new RuleInfo(
            "unused-suppression", "A suppression matches no finding.", Category.HISTORY, Risk.LOW, true, Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(Suppression suppression, Consumer<Finding> report) {
        if (!suppression.flaws().isEmpty()) {
            report.accept(Finding.at(suppression.place(), INFO)
                    .label("cannot be followed")
                    .message(String.join(" ", suppression.flaws()))
                    .build());
        }
        if (!suppression.idle().isEmpty()) {
            String rules = String.join(" and ", suppression.idle());
            report.accept(Finding.at(suppression.place(), INFO)
                    .object(String.join(", ", suppression.idle()))
                    .label("suppresses nothing")
                    .message("There is no finding of " + rules + " that this could suppress.")
                    .because("it would hide the next one without anybody deciding so")
                    .instead("now", "-- take " + rules + " out of it")
                    .build());
        }
    }
}
