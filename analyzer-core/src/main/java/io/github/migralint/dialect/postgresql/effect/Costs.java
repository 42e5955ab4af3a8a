package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.dialect.FactTable;
import io.github.migralint.dialect.FactTable.Fact;
import io.github.migralint.dialect.FactTable.Task;
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
    private final FactTable facts;
    private final Map<String, Effect.TakesLock> locks = new LinkedHashMap<>();
    private final Set<Effect> work = new LinkedHashSet<>();
    private boolean forbiddenInTransaction;

    private Costs(Scene scene, FactTable facts) {
        this.scene = scene;
        this.facts = facts;
    }

    /** The effects of all acts together. */
    static Effects of(Acts acts, Scene scene, FactTable facts) {
        var costs = new Costs(scene, facts);
        acts.asked().forEach(lock -> costs.lock(lock.relation(), lock.mode()));
        for (Act act : acts.acts()) {
            costs.charge(act, facts.fact(act.operation().name(), scene.version()));
        }
        costs.reachChildren(acts.acts());
        return costs.effects(acts);
    }

    private void charge(Act act, Fact fact) {
        fact.locks().forEach((role, mode) -> {
            if (!mode.equals(AS_TABLE)) {
                act.in(Role.of(role)).forEach(relation -> lock(relation, Modes.of(mode)));
            }
        });
        for (Task task : fact.work()) {
            act.in(Role.of(task.role())).stream()
                    .filter(RelationKeys::hasStorage)
                    .forEach(relation -> work.add(effect(task, relation, act, fact)));
        }
        forbiddenInTransaction |= !fact.inTransaction();
    }

    private void lock(RelationKey relation, LockMode mode) {
        locks.merge(
                relation.toString(),
                new Effect.TakesLock(relation, mode),
                (one, other) -> one.mode().strength() >= other.mode().strength() ? one : other);
    }

    private Effect effect(Task task, RelationKey relation, Act act, Fact fact) {
        return switch (task.verb()) {
            case SCAN -> new Effect.ScansTable(relation, act.reason(), act.place());
            case REWRITE -> new Effect.RewritesTable(relation, false, act.reason(), act.place());
            case EMPTY -> new Effect.RewritesTable(relation, true, act.reason(), act.place());
            case BUILD ->
                scene.keys()
                        .replaced(relation)
                        .map(old -> new Effect.BuildsIndex(old, tableOf(old, act), true, concurrent(fact), act.place()))
                        .orElseGet(() -> new Effect.BuildsIndex(
                                relation, tableOf(relation, act), false, concurrent(fact), act.place()));
            case REBUILD ->
                new Effect.BuildsIndex(relation, tableOf(relation, act), true, concurrent(fact), act.place());
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

    private static boolean concurrent(Fact fact) {
        return fact.locks().getOrDefault(Role.TABLE.word(), "").equals(Modes.SHARE_UPDATE_EXCLUSIVE.words());
    }

    /** One ALTER TABLE takes the strongest lock of its actions, and the same on all that it reaches from the table. */
    private void reachChildren(List<Act> acts) {
        for (Act act : acts) {
            boolean reaches = AS_TABLE.equals(
                    facts.fact(act.operation().name(), scene.version()).locks().get(Role.CHILDREN.word()));
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
