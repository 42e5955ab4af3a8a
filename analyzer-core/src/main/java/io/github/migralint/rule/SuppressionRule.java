package io.github.migralint.rule;

import io.github.migralint.history.Step;
import java.util.function.Consumer;

/** One danger of suppressions, looked for when all other findings are known. */
public interface SuppressionRule extends Rule {
    /** Reports what is wrong with a suppression. */
    void judge(Suppression suppression, Consumer<Finding> report);

    /** Statements are no business of such a rule. */
    @Override
    default void check(Step step, Consumer<Finding> report) {}
}
