package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.dialect.FactTable;
import io.github.migralint.dialect.postgresql.effect.Cost.Task;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what the server is asked to do into effects, by the table of facts. */
final class Costs {
    /** The table's way of saying that a lock is as strong as the statement's lock on its own table. */
    static final String AS_TABLE = "AS TABLE";

    private final Scene scene;
    private final FactTable<Cost> facts;
    private final Map<String, Effect.TakesLock> locks = new LinkedHashMap<>();
    private final Set<Effect> work = new LinkedHashSet<>();
    private boolean forbiddenInTransaction;

    private Costs(Scene scene, FactTable<Cost> facts) {
        this.scene = scene;
        this.facts = facts;
    }

    /** The effects of all acts together. */
    static Effects of(Acts acts, Scene scene, FactTable<Cost> facts) {
        var costs = new Costs(scene, facts);
        acts.asked().forEach(lock -> costs.lock(lock.relation(), lock.mode()));
        for (Act act : acts.acts()) {
            costs.charge(act, costs.of(act));
        }
        costs.reachChildren(acts.acts());
        return costs.effects(acts);
    }

    private Cost of(Act act) {
        return facts.fact(act.operation().name(), scene.version()).cost();
    }

    private void charge(Act act, Cost cost) {
        cost.locks().forEach((role, mode) -> {
            if (!mode.equals(AS_TABLE)) {
                act.in(Role.of(role)).forEach(relation -> lock(relation, Modes.of(mode)));
            }
        });
        for (Task task : cost.work()) {
            act.in(Role.of(task.role())).stream()
                    .filter(RelationKeys::hasStorage)
                    .forEach(relation -> work.add(effect(task, relation, act, cost)));
        }
        forbiddenInTransaction |= !cost.inTransaction();
    }

    private void lock(RelationKey relation, LockMode mode) {
        locks.merge(
                relation.toString(),
                new Effect.TakesLock(relation, mode),
                (one, other) -> one.mode().strength() >= other.mode().strength() ? one : other);
    }

    private Effect effect(Task task, RelationKey relation, Act act, Cost cost) {
        return switch (task.verb()) {
            case SCAN -> new Effect.ScansTable(relation, act.reason(), act.place());
            case REWRITE -> new Effect.RewritesTable(relation, false, act.reason(), act.place());
            case EMPTY -> new Effect.RewritesTable(relation, true, act.reason(), act.place());
            case BUILD ->
                scene.keys()
                        .replaced(relation)
                        .map(old -> new Effect.BuildsIndex(old, tableOf(old, act), true, concurrent(cost), act.place()))
                        .orElseGet(() -> new Effect.BuildsIndex(
                                relation, tableOf(relation, act), false, concurrent(cost), act.place()));
            case REBUILD ->
                new Effect.BuildsIndex(relation, tableOf(relation, act), true, concurrent(cost), act.place());
        };
    }

    private RelationKey tableOf(RelationKey index, Act act) {
        return scene.keys()
                .tableOf(index)
                .orElseGet(() -> act.on().values().stream()
                        .flatMap(List::stream)
                        .filter(RelationKeys::isTable)
                        .findFirst()
                        .orElse(index));
    }

    private static boolean concurrent(Cost cost) {
        return cost.locks().getOrDefault(Role.TABLE.word(), "").equals(Modes.SHARE_UPDATE_EXCLUSIVE.words());
    }

    /** One ALTER TABLE takes the strongest lock of its actions, and the same on all that it reaches from the table. */
    private void reachChildren(List<Act> acts) {
        for (Act act : acts) {
            boolean reaches = AS_TABLE.equals(of(act).locks().get(Role.CHILDREN.word()));
            if (reaches) {
                act.in(Role.TABLE).stream()
                        .map(table -> locks.get(table.toString()))
                        .filter(lock -> lock != null)
                        .forEach(lock -> act.in(Role.CHILDREN).forEach(child -> lock(child, lock.mode())));
            }
        }
    }

    private Effects effects(Acts acts) {
        List<Effect> all = new ArrayList<>(locks.values());
        if (!acts.failed()) {
            all.addAll(work);
        }
        if (forbiddenInTransaction || acts.forbiddenInTransaction()) {
            all.add(new Effect.ForbiddenInTransaction("25001"));
        }
        all.addAll(acts.risks());
        all.addAll(acts.narrowings());
        acts.failure().ifPresent(all::add);
        return new Effects(all, acts.certain());
    }
}
