package io.github.migralint.report.html;

import io.github.migralint.effect.Blocking;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.trace.Trace;
import io.github.migralint.trace.TracedLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The locks of one relation as bars that do not overlap: at each statement the strongest that is held.
 *
 * @param relation its name
 * @param kind what it is
 * @param bars in order
 * @param moments locks that are held for a moment only and stop more than what is held then, in order
 */
record LockRow(String relation, String kind, List<Bar> bars, List<TracedLock> moments) {
    /**
     * A run of statements during which a lock is the strongest.
     *
     * @param lock the lock
     * @param from the first of them, from 0
     * @param to the last one
     */
    record Bar(TracedLock lock, int from, int to) {}

    private static final Comparator<LockRow> GRAVEST_FIRST = Comparator.comparing(LockRow::blocking)
            .reversed()
            .thenComparing(LockRow::isIndex)
            .thenComparingInt(LockRow::first);

    /** Those of relations that clients use, what stops most first. */
    static List<LockRow> inUse(Trace trace) {
        Map<String, List<TracedLock>> byRelation = new LinkedHashMap<>();
        trace.locks().stream()
                .filter(TracedLock::inUse)
                .forEach(lock -> byRelation
                        .computeIfAbsent(lock.kind() + " " + lock.relation(), name -> new ArrayList<>())
                        .add(lock));
        return byRelation.values().stream()
                .map(locks -> of(locks, trace.statements().size()))
                .sorted(GRAVEST_FIRST)
                .toList();
    }

    private static LockRow of(List<TracedLock> locks, int statements) {
        int[] strongest = strongest(locks, statements);
        var bars = new ArrayList<Bar>();
        int from = 0;
        for (int i = 1; i <= statements; i++) {
            if (i == statements || strongest[i] != strongest[from]) {
                if (strongest[from] >= 0) {
                    bars.add(new Bar(locks.get(strongest[from]), from, i - 1));
                }
                from = i;
            }
        }
        List<TracedLock> moments = locks.stream()
                .filter(lock -> lock.hold() == Hold.MOMENT)
                .filter(lock ->
                        strength(strongest[lock.from()], locks) < lock.mode().strength())
                .toList();
        return new LockRow(locks.getFirst().relation(), locks.getFirst().kind(), List.copyOf(bars), moments);
    }

    /** For each statement the place of the strongest lock that is held; -1 where none is. */
    private static int[] strongest(List<TracedLock> locks, int statements) {
        var strongest = new int[statements];
        Arrays.fill(strongest, -1);
        for (int l = 0; l < locks.size(); l++) {
            TracedLock lock = locks.get(l);
            if (lock.hold() == Hold.MOMENT) {
                continue;
            }
            for (int i = lock.from(); i <= lock.to(); i++) {
                if (strength(strongest[i], locks) < lock.mode().strength()) {
                    strongest[i] = l;
                }
            }
        }
        return strongest;
    }

    private static int strength(int lock, List<TracedLock> locks) {
        return lock < 0 ? -1 : locks.get(lock).mode().strength();
    }

    /** Whom it stops at its worst. */
    Blocking blocking() {
        Blocking worst = Blocking.NOTHING;
        for (Bar bar : bars) {
            Blocking blocking = bar.lock().mode().blocking();
            worst = blocking.compareTo(worst) > 0 ? blocking : worst;
        }
        for (TracedLock moment : moments) {
            Blocking blocking = moment.mode().blocking();
            worst = blocking.compareTo(worst) > 0 ? blocking : worst;
        }
        return worst;
    }

    boolean isIndex() {
        return kind.endsWith("index");
    }

    /** Whether another relation is locked as strongly wherever this one is: whoever meets the one lock meets the other. */
    boolean isNoWorseThan(LockRow other) {
        return moments.isEmpty()
                && bars.stream()
                        .allMatch(bar -> other.bars.stream()
                                .anyMatch(around -> around.from() <= bar.from()
                                        && bar.to() <= around.to()
                                        && around.lock().mode().strength()
                                                >= bar.lock().mode().strength()));
    }

    private int first() {
        int first = bars.isEmpty() ? Integer.MAX_VALUE : bars.getFirst().from();
        return moments.isEmpty() ? first : Math.min(first, moments.getFirst().from());
    }
}
