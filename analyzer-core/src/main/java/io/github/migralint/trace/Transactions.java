package io.github.migralint.trace;

import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.TransactionControl.Action;
import io.github.migralint.effect.Effect;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.trace.TracedTransaction.Beginning;
import io.github.migralint.trace.TracedTransaction.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the transactions of a migration in its steps: runs of statements that meet the same one. */
final class Transactions {
    private final Migration migration;
    private final List<Step> steps;
    private final List<TracedTransaction> found = new ArrayList<>();

    private Transactions(Migration migration, List<Step> steps) {
        this.migration = migration;
        this.steps = steps;
    }

    static List<TracedTransaction> of(Migration migration, List<Step> steps) {
        var transactions = new Transactions(migration, steps);
        int from = 0;
        for (int i = 1; i <= steps.size(); i++) {
            if (i == steps.size() || transactions.number(i) != transactions.number(from)) {
                transactions.add(from, i - 1);
                from = i;
            }
        }
        return transactions.found;
    }

    private int number(int step) {
        return steps.get(step).transaction().number();
    }

    /** A run of statements; one that commits before it runs is the last that meets the transaction, and not in it. */
    private void add(int first, int last) {
        if (number(first) == 0) {
            return;
        }
        boolean committedBefore =
                !steps.get(last).effects().of(Effect.Commits.class).isEmpty();
        int to = committedBefore ? last - 1 : last;
        int from = first > 0 && control(first - 1).filter(Action.BEGIN::equals).isPresent() ? first - 1 : first;
        if (from <= to) {
            Ending ending = committedBefore ? Ending.IMPLICIT_COMMIT : ending(first, last);
            found.add(new TracedTransaction(beginning(first), ending, from, to));
        }
    }

    private Optional<Action> control(int step) {
        return steps.get(step).statement() instanceof TransactionControl control
                ? Optional.of(control.action())
                : Optional.empty();
    }

    private Beginning beginning(int first) {
        Step step = steps.get(first);
        if (step.transaction().ofTool()) {
            return Beginning.TOOL;
        }
        if (step.transaction().explicit()) {
            return Beginning.SCRIPT;
        }
        boolean oneQuery = migration.transaction().mode() == TransactionMode.IMPLICIT
                && migration.statements().size() > 1;
        if (oneQuery) {
            return Beginning.SERVER;
        }
        return step.embedding().isPresent() ? Beginning.BLOCK : Beginning.SCRIPT;
    }

    private Ending ending(int first, int last) {
        Optional<Action> control = control(last);
        if (control.filter(action -> action == Action.COMMIT || action == Action.PREPARE)
                .isPresent()) {
            return Ending.COMMIT;
        }
        if (control.filter(Action.ROLLBACK::equals).isPresent()) {
            return Ending.ROLLBACK;
        }
        if (last == steps.size() - 1 && migration.transaction().mode() == TransactionMode.SHARED) {
            return Ending.GOES_ON;
        }
        return beginning(first) == Beginning.SCRIPT ? Ending.NEVER : Ending.AT_END;
    }
}
