package io.github.migralint.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What several statements do that run one after the other as part of one. */
public final class CombinedEffects {
    private final Map<String, Effect.TakesLock> locks = new LinkedHashMap<>();
    private final Set<Effect> others = new LinkedHashSet<>();
    private final Set<String> created = new HashSet<>();
    private boolean certain = true;

    /**
     * Adds what the next statement does.
     *
     * @param effects what it does; its failure is the affair of whoever runs them
     * @param surelyRuns whether it surely runs
     */
    public void add(Effects effects, boolean surelyRuns) {
        certain &= surelyRuns && effects.certain();
        for (Effect effect : effects.all()) {
            switch (effect) {
                case Effect.TakesLock lock -> lock(lock);
                case Effect.Fails ignored -> {}
                default -> others.add(effect);
            }
        }
    }

    /** What a statement creates stays new for all that come after it. */
    private void lock(Effect.TakesLock lock) {
        RelationKey relation = lock.relation();
        String key = relation.kind() + ":" + relation.name();
        if (relation.created()) {
            created.add(key);
        }
        var known = new RelationKey(relation.kind(), relation.name(), relation.id(), created.contains(key));
        locks.merge(
                key + " " + lock.hold(),
                new Effect.TakesLock(known, lock.mode(), lock.hold()),
                (one, other) -> one.mode().strength() >= other.mode().strength() ? one : other);
    }

    /** All of it, with the error that it ends with, if it surely does. */
    public Effects all(Optional<Effect.Fails> failure) {
        List<Effect> all = new ArrayList<>(locks.values());
        all.addAll(others);
        failure.ifPresent(all::add);
        return new Effects(all, certain);
    }
}
