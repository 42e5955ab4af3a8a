package io.github.migralint.rules.facts;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;

/** The locks that the transaction of a step holds already: who holds a lock waits for it no more. */
public final class LocksHeld {
    private LocksHeld() {}

    /** Whether an earlier statement of the transaction took the lock, or a stronger one. */
    public static boolean cover(Step step, Effect.TakesLock lock) {
        return step.transaction().held().stream()
                .anyMatch(held -> same(held.relation(), lock.relation())
                        && held.mode().strength() >= lock.mode().strength());
    }

    private static boolean same(RelationKey one, RelationKey other) {
        return one.id().isPresent() ? one.id().equals(other.id()) : one.name().equals(other.name());
    }
}
