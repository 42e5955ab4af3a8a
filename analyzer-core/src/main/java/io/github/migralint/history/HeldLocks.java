package io.github.migralint.history;

import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.ObjectId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The locks of a transaction that others may have to wait for: each relation with the statement that took its first lock,
 * and those that took a stronger one.
 */
final class HeldLocks {
    /** Of the strengths of a relation the greatest, by what locks on it are told by. */
    private record Strengths(Map<ObjectId, Integer> known, Map<String, Integer> unknown, Map<String, Integer> named) {
        Strengths() {
            this(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        void add(HeldLock lock) {
            RelationKey relation = lock.relation();
            int strength = lock.mode().strength();
            named.merge(relation.name(), strength, Math::max);
            relation.id()
                    .ifPresentOrElse(
                            id -> known.merge(id, strength, Math::max),
                            () -> unknown.merge(relation.name(), strength, Math::max));
        }

        /** The greatest of the locks that are {@linkplain HeldLock#isOn on} a relation; below all where there is none. */
        int of(RelationKey relation) {
            return relation.id()
                    .map(id -> Math.max(known.getOrDefault(id, -1), unknown.getOrDefault(relation.name(), -1)))
                    .orElseGet(() -> named.getOrDefault(relation.name(), -1));
        }
    }

    /** The locks that were held at one moment: the list behind it only grows, and what came later does not show. */
    private static final class Moment extends AbstractList<HeldLock> {
        private final List<HeldLock> taken;
        private final int length;

        Moment(List<HeldLock> taken) {
            this.taken = taken;
            this.length = taken.size();
        }

        @Override
        public HeldLock get(int index) {
            return taken.get(Objects.checkIndex(index, length));
        }

        @Override
        public int size() {
            return length;
        }
    }

    private List<HeldLock> taken = new ArrayList<>();
    private Strengths strengths = new Strengths();

    /** A statement took a lock; nobody waits for one on what the transaction itself created, or for a weaker one. */
    void add(HeldLock lock, Set<ObjectId> created) {
        boolean visible = !lock.relation().created()
                && lock.relation().id().filter(created::contains).isEmpty();
        if (visible && strengths.of(lock.relation()) < lock.mode().strength()) {
            taken.add(lock);
            strengths.add(lock);
        }
    }

    /** All of them, in the order in which they were taken. */
    List<HeldLock> all() {
        return new Moment(taken);
    }

    /** Only those are held that were held earlier. */
    void returnTo(List<HeldLock> earlier) {
        taken = new ArrayList<>(earlier);
        strengths = new Strengths();
        taken.forEach(strengths::add);
    }
}
