package io.github.migralint.rules.facts;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.source.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * Work that grows with a table and is done while its writers, or everybody, wait.
 *
 * @param table the table that is worked through
 * @param lock the lock that is held meanwhile
 * @param reason why the work is done
 */
public record LockedWork(RelationKey table, LockMode lock, String reason) {
    /** The first scan of a serving table that a clause causes. */
    public static Optional<LockedWork> scan(Step step, Span clause) {
        return step.effects().of(Effect.ScansTable.class).stream()
                .filter(scan -> caused(clause, scan.place()))
                .flatMap(scan -> of(step, scan.relation(), scan.reason()).stream())
                .findFirst();
    }

    /** The first rewrite of a serving table that a clause causes. */
    public static Optional<LockedWork> rewrite(Step step, Span clause) {
        return step.effects().of(Effect.RewritesTable.class).stream()
                .filter(rewrite -> !rewrite.emptied() && caused(clause, rewrite.place()))
                .flatMap(rewrite -> of(step, rewrite.relation(), rewrite.reason()).stream())
                .findFirst();
    }

    /** The first index on a serving table that a clause builds, new or again. */
    public static Optional<LockedWork> indexBuild(Step step, Span clause) {
        return step.effects().of(Effect.BuildsIndex.class).stream()
                .filter(build -> !build.concurrent() && caused(clause, build.place()))
                .flatMap(build -> of(step, build.table(), build.index().name()).stream())
                .findFirst();
    }

    /** The strongest lock that the step takes on a relation. */
    public static Optional<LockMode> lockOn(Step step, RelationKey relation) {
        return step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> same(lock.relation(), relation))
                .map(Effect.TakesLock::mode)
                .max(Comparator.comparingInt(LockMode::strength));
    }

    private static Optional<LockedWork> of(Step step, RelationKey table, String reason) {
        if (table.created() || !Serving.clients(step, table)) {
            return Optional.empty();
        }
        return lockOn(step, table)
                .filter(lock -> lock.blocking().stopsWrites())
                .map(lock -> new LockedWork(table, lock, reason));
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
