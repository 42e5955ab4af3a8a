package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The locks of a transaction that others may have to wait for: each relation with the statement that took its first lock,
 * and those that took a stronger one.
 */
final class HeldLocks {
    private List<HeldLock> held = List.of();

    /** A statement took a lock; nobody waits for one on what the transaction itself created, or for a weaker one. */
    void add(HeldLock lock, Set<ObjectId> created) {
        boolean visible = !lock.relation().created()
                && lock.relation().id().filter(created::contains).isEmpty();
        if (visible && strength(lock).orElse(-1) < lock.mode().strength()) {
            held = List.copyOf(Stream.concat(held.stream(), Stream.of(lock)).toList());
        }
    }

    private Optional<Integer> strength(HeldLock lock) {
        var strengths = new ArrayList<Integer>();
        for (HeldLock other : held) {
            if (other.isOn(lock.relation())) {
                strengths.add(other.mode().strength());
            }
        }
        return strengths.stream().max(Integer::compare);
    }

    /** All of them, in the order in which they were taken. */
    List<HeldLock> all() {
        return held;
    }

    /** Only those are held that were held earlier. */
    void returnTo(List<HeldLock> earlier) {
        held = earlier;
    }
}
