package io.github.migralint.rules.rollback;

import io.github.migralint.ast.DropObject;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.text.Prose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A migration that goes back would block clients or lose data, just when something has gone wrong already. */
public final class UnsafeDownMigration implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unsafe-down-migration",
            "A migration that goes back would block clients or lose data.",
            Category.ROLLBACK,
            Risk.LOW,
            true,
            Engines.ALL);

    private static final Set<Category> DANGERS = Set.of(Category.LOCKING, Category.DATA, Category.ROBUSTNESS);

    private final Supplier<List<Rule>> rules;

    /** A rule that asks others what they would say if the migration went forward. */
    public UnsafeDownMigration(Supplier<List<Rule>> rules) {
        this.rules = rules;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean judgesRefused() {
        return true;
    }

    @Override
    public boolean judgesBack() {
        return true;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.migration().direction() != Direction.DOWN || dropsOnlyItsOwn(step)) {
            return;
        }
        var dangers = new ArrayList<Finding>();
        boolean refused = step.refused();
        rules.get().stream()
                .filter(rule -> rule.info().dialects().contains(step.engine().dialect()))
                .filter(rule -> DANGERS.contains(rule.info().category()))
                .filter(rule -> rule.info().onByDefault() && !rule.judgesBack())
                .filter(rule -> !refused || rule.judgesRefused())
                .forEach(rule -> rule.check(step, dangers::add));
        dangers.stream()
                .filter(danger -> danger.risk().atLeast(Risk.MEDIUM))
                .max(Comparator.comparing(Finding::risk).thenComparing(Finding::rule, Comparator.reverseOrder()))
                .ifPresent(danger -> report.accept(onTheWayBack(danger)));
    }

    /** What the migration made that is taken back goes with it: that is what a way back is for. */
    private static boolean dropsOnlyItsOwn(Step step) {
        return step.statement() instanceof DropObject drop
                && drop.objects().stream()
                        .allMatch(object -> step.before()
                                .relation(object.name())
                                .found()
                                .filter(relation -> step.release().includes(relation.origin()))
                                .isPresent());
    }

    private static Finding onTheWayBack(Finding danger) {
        var notes = new ArrayList<>(danger.notes());
        notes.add("On the way forward this would be " + danger.rule() + " (" + danger.risk() + ").");
        return new Finding(
                INFO.id(),
                INFO.risk(),
                danger.place(),
                danger.statement(),
                danger.object(),
                danger.label(),
                "Going back is not safe: " + Prose.clause(danger.message()) + ".",
                danger.blocks(),
                danger.because(),
                danger.instead(),
                notes,
                danger.related());
    }
}
