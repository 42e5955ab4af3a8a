package io.github.migralint.trace;

import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.effect.LockMode;

/**
 * A lock from the statement that takes it to the last one that still runs under it.
 *
 * @param relation the relation by the name that it had when the migration first locked it
 * @param kind what it is: {@code table}, {@code index}, {@code view}, …
 * @param mode the mode
 * @param hold for how long it is held
 * @param from the statement that takes it, from 0
 * @param to the last statement during which it is held
 * @param inUse whether there may be clients that wait for it: the relation was there before the release
 */
public record TracedLock(String relation, String kind, LockMode mode, Hold hold, int from, int to, boolean inUse) {
    /** Whether reads or writes of clients wait for it. */
    public boolean stopsClients() {
        return inUse && mode.blocking().stopsWrites();
    }

    /** Whether it is held during a statement. */
    public boolean isHeldDuring(int statement) {
        return from <= statement && statement <= to;
    }
}
