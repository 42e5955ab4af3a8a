package io.github.migralint.rules.facts;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work that grows with a table and is done while its writers, or everybody, wait.
 *
 * @param table the table that is worked through
 * @param lock the lock that is held meanwhile
 * @param reason why the work is done
 * @param kind what is done
 * @param size how big the table is said to be
 */
public record LockedWork(RelationKey table, LockMode lock, String reason, Work kind, TableSize size) {
    /** Work on a table that is as big as it is said to be. */
    LockedWork(Step step, RelationKey table, LockMode lock, String reason, Work kind) {
        this(table, lock, reason, kind, TableSize.of(step, table));
    }

    /** The gravest scan of a serving table that a clause causes. */
    public static Optional<LockedWork> scan(Step step, Span clause) {
        return gravest(scans(step, clause));
    }

    /** The gravest rewrite of a serving table that a clause causes. */
    public static Optional<LockedWork> rewrite(Step step, Span clause) {
        return gravest(rewrites(step, clause));
    }

    /** The gravest build of an index on a serving table that a clause causes, new or again. */
    public static Optional<LockedWork> indexBuild(Step step, Span clause) {
        return gravest(indexBuilds(step, clause));
    }

    /** All scans of serving tables that a clause causes. */
    public static List<LockedWork> scans(Step step, Span clause) {
        return step.effects().of(Effect.ScansTable.class).stream()
                .filter(scan -> caused(clause, scan.place()))
                .flatMap(scan -> of(step, scan.relation(), scan.reason(), Work.SCAN))
                .toList();
    }

    /** All rewrites of serving tables that a clause causes. */
    public static List<LockedWork> rewrites(Step step, Span clause) {
        return step.effects().of(Effect.RewritesTable.class).stream()
                .filter(rewrite -> !rewrite.emptied() && caused(clause, rewrite.place()))
                .flatMap(rewrite -> of(step, rewrite.relation(), rewrite.reason(), Work.REWRITE))
                .toList();
    }

    /**
     * All indexes on serving tables that a clause builds, new or again; the reason is the name of the index. The lock on an
     * index that is there counts as one on its table, because planning a query opens every index of its tables.
     */
    public static List<LockedWork> indexBuilds(Step step, Span clause) {
        return step.effects().of(Effect.BuildsIndex.class).stream()
                .filter(build -> !build.concurrent() && caused(clause, build.place()))
                .flatMap(build -> of(
                        step, build.table(), locks(step, build), build.index().name(), Work.INDEX_BUILD))
                .toList();
    }

    private static Stream<LockMode> locks(Step step, Effect.BuildsIndex build) {
        Stream<LockMode> ofTable = lockOn(step, build.table()).stream();
        return build.rebuild() ? Stream.concat(ofTable, lockOn(step, build.index()).stream()) : ofTable;
    }

    /** The strongest lock on a relation that the step holds while it works. */
    public static Optional<LockMode> lockOn(Step step, RelationKey relation) {
        return step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> lock.hold() != Effect.TakesLock.Hold.MOMENT && same(lock.relation(), relation))
                .map(Effect.TakesLock::mode)
                .max(Comparator.comparingInt(LockMode::strength));
    }

    /** The first of those on the biggest table; a table of unknown size is bigger than a small one. */
    public static Optional<LockedWork> gravest(List<LockedWork> works) {
        return works.stream().reduce((one, other) -> other.weight() > one.weight() ? other : one);
    }

    private long weight() {
        return switch (size.size()) {
            case SMALL -> -1;
            case UNKNOWN -> 0;
            case LARGE -> size.rows().orElse(1L);
        };
    }

    private static Stream<LockedWork> of(Step step, RelationKey table, String reason, Work kind) {
        return of(step, table, lockOn(step, table).stream(), reason, kind);
    }

    private static Stream<LockedWork> of(
            Step step, RelationKey table, Stream<LockMode> locks, String reason, Work kind) {
        if (table.created() || !Serving.clients(step, table)) {
            return Stream.empty();
        }
        return locks
                .filter(lock -> lock.blocking().stopsWrites())
                .max(Comparator.comparingInt(LockMode::strength))
                .map(lock -> new LockedWork(step, table, lock, reason, kind))
                .stream();
    }

    private static boolean caused(Span clause, Span place) {
        return clause.contains(place) || place.contains(clause);
    }

    private static boolean same(RelationKey a, RelationKey b) {
        return (a.id().isPresent() && b.id().isPresent())
                ? a.id().equals(b.id())
                : a.name().equals(b.name());
    }
}
