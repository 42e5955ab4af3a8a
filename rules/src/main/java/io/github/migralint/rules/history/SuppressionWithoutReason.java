package io.github.migralint.rules.history;

import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suppression;
import io.github.migralint.rule.SuppressionRule;
import io.github.migralint.rules.engine.Engines;
import java.util.List;
import java.util.function.Consumer;

/** A suppression of something grave that says no reason, or whose time is over: it does not hold. */
public final class SuppressionWithoutReason implements SuppressionRule {
    private static final RuleInfo INFO = new RuleInfo(
            "suppression-without-reason",
            "A suppression of a grave finding has no reason, or its time is over.",
            Category.HISTORY,
            Risk.LOW,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(Suppression suppression, Consumer<Finding> report) {
        if (suppression.unheeded().isEmpty()) {
            return;
        }
        List<String> ids =
                suppression.unheeded().stream().map(Finding::rule).distinct().toList();
        String rules = String.join(" and ", ids);
        var finding = Finding.at(suppression.place(), INFO).object(String.join(", ", ids));
        suppression
                .ended()
                .ifPresentOrElse(
                        last -> finding.label("ended on " + last)
                                .message("This suppression of " + rules + " held until " + last
                                        + ": what it was about is told again.")
                                .instead("now", "-- do it the safe way, or give it a later end"),
                        () -> finding.label("says no reason")
                                .message("A suppression of " + grave(suppression) + " needs a reason: " + rules
                                        + " is told all the same.")
                                .instead("now", "-- migralint:ignore " + String.join(", ", ids) + " -- the reason"));
        report.accept(finding.build());
    }

    private static String grave(Suppression suppression) {
        boolean critical = suppression.unheeded().stream().anyMatch(finding -> finding.risk() == Risk.CRITICAL);
        return critical ? "a CRITICAL finding" : "a HIGH finding";
    }
}
