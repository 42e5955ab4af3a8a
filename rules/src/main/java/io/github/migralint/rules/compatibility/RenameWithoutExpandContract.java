package io.github.migralint.rules.compatibility;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import java.util.function.Consumer;

/** A name goes that running code still uses. */
public final class RenameWithoutExpandContract implements Rule {
    static final RuleInfo INFO = new RuleInfo(
            "rename-without-expand-contract",
            "A name that the running release uses changes in one step, so old and new code cannot both work.",
            Category.COMPATIBILITY,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Renaming.of(step).forEach(renaming -> check(step, renaming, report));
    }

    private static void check(Step step, Renaming renaming, Consumer<Finding> report) {
        if (!renaming.serving(step) || RenameBridge.takesFreedName(step, renaming)) {
            return;
        }
        RenameBridge bridge = RenameBridge.of(step, renaming);
        if (renaming.isType() && bridge.risk() == Risk.MEDIUM) {
            return; // the type that takes the name answers to it; what labels it lacks is another danger
        }
        var finding =
                Finding.at(step, INFO, renaming.place()).risk(bridge.risk()).object(renaming.object());
        if (bridge.risk() == Risk.HIGH) {
            RenameAdvice.hard(step, renaming, finding);
        } else {
            RenameAdvice.softened(renaming, bridge, finding);
        }
        report.accept(finding.build());
    }
}
