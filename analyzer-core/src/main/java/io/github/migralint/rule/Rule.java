package io.github.migralint.rule;

import io.github.migralint.history.History;
import io.github.migralint.history.Step;
import java.util.List;
import java.util.function.Consumer;

/** One danger, looked for in every step. Stateless: what it needs over time comes with the step. */
public interface Rule {
    /** What is known about it without running it. */
    RuleInfo info();

    /** Whether it speaks of statements that the engine refuses; such a statement does nothing that others could warn of. */
    default boolean judgesRefused() {
        return false;
    }

    /** Whether it speaks of statements of migrations that go back. */
    default boolean judgesBack() {
        return false;
    }

    /** Reports what is wrong with a step. */
    default void check(Step step, Consumer<Finding> report) {}

    /** Reports what is wrong with a step unless a later one mends it. */
    default void suspect(Step step, Consumer<Suspicion> report) {}

    /** Reports what only the steps of one migration show together; those inside of blocks stand where they run. */
    default void compare(List<Step> migration, Consumer<Finding> report) {}

    /** Reports what can be said only when the whole history is known. */
    default void finish(History history, Consumer<Finding> report) {}
}
