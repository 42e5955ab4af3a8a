package io.github.migralint.trace;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.TransactionControl.Action;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.schema.ObjectId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the locks of a migration from the statements that take them to those that let them go. */
final class Locks {
    private final List<Step> steps;
    private final List<TracedTransaction> transactions;
    private final Map<ObjectId, String> firstNames = new HashMap<>();
    private final int[] lastOfTransaction;

    Locks(List<Step> steps, List<TracedTransaction> transactions) {
        this.steps = steps;
        this.transactions = transactions;
        this.lastOfTransaction = lastOfTransaction();
    }

    /** For each statement the last one of its transaction: itself where it runs on its own. */
    private int[] lastOfTransaction() {
        var last = new int[steps.size()];
        for (int i = 0; i < last.length; i++) {
            last[i] = i;
        }
        for (TracedTransaction transaction : transactions) {
            Arrays.fill(last, transaction.from(), transaction.to() + 1, transaction.to());
        }
        return last;
    }

    List<TracedLock> all() {
        var locks = new ArrayList<TracedLock>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int earlier = locks.size();
            letGo(i, locks, earlier);
            if (!step.refused()) {
                for (Effect.TakesLock lock : step.effects().of(Effect.TakesLock.class)) {
                    int to = lock.hold() == Hold.TRANSACTION ? lastOfTransaction[i] : i;
                    RelationKey relation = lock.relation();
                    locks.add(new TracedLock(
                            name(relation), relation.kind(), lock.mode(), lock.hold(), i, to, step.inUse(relation)));
                }
            }
        }
        return locks;
    }

    private String name(RelationKey relation) {
        return relation.id()
                .map(id -> firstNames.computeIfAbsent(id, any -> relation.name()))
                .orElse(relation.name());
    }

    /** A return to a savepoint lets go what was taken since. */
    private void letGo(int at, List<TracedLock> locks, int earlier) {
        Optional<Integer> savepoint = savepointReturnedTo(at);
        if (savepoint.isEmpty()) {
            return;
        }
        for (int i = earlier - 1; i >= 0 && locks.get(i).from() > savepoint.get(); i--) {
            TracedLock lock = locks.get(i);
            if (lock.to() > at) {
                locks.set(
                        i,
                        new TracedLock(
                                lock.relation(), lock.kind(), lock.mode(), lock.hold(), lock.from(), at, lock.inUse()));
            }
        }
    }

    private Optional<Integer> savepointReturnedTo(int at) {
        if (!(steps.get(at).statement() instanceof TransactionControl back) || back.action() != Action.ROLLBACK_TO) {
            return Optional.empty();
        }
        int transaction = steps.get(at).transaction().number();
        for (int i = at - 1; i >= 0 && steps.get(i).transaction().number() == transaction; i--) {
            if (steps.get(i).statement() instanceof TransactionControl control
                    && control.action() == Action.SAVEPOINT
                    && name(control).equals(name(back))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(TransactionControl control) {
        return control.savepoint().map(Identifier::value);
    }
}
