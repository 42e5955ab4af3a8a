package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import java.util.Optional;
import java.util.Set;

/**
 * A change between the two timestamp types. It is the one type change whose cost depends on the session: nothing is written
 * at UTC, every row elsewhere. Effects are those of a session at UTC, so rules have to ask whether the script says so.
 */
public final class TimeZoneChange {
    private static final Set<String> TYPES = Set.of("timestamp", "timestamptz");

    private TimeZoneChange() {}

    /** The rewrite that the change costs where the session is not at UTC, when nothing tells where it is. */
    public static Optional<LockedWork> rewrite(Step step, AlterTable alter, TypeChange change) {
        boolean told = step.transaction().settings().containsKey("timezone");
        if (told || change.using().isPresent() || !between(step, alter, change)) {
            return Optional.empty();
        }
        return step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> lock.mode().blocking().stopsReads() && Serving.clients(step, lock.relation()))
                .findFirst()
                .map(lock -> new LockedWork(
                        step,
                        lock.relation(),
                        lock.mode(),
                        "unless the time zone of the session is UTC",
                        Work.REWRITE));
    }

    private static boolean between(Step step, AlterTable alter, TypeChange change) {
        Optional<String> old = step.before()
                .table(alter.name())
                .flatMap(table -> table.column(change.column().value()))
                .flatMap(column -> column.type())
                .filter(type -> type.arrayDimensions() == 0)
                .map(type -> type.name());
        return old.filter(TYPES::contains).isPresent()
                && TYPES.contains(change.type().name())
                && !change.type().isArray()
                && !old.get().equals(change.type().name());
    }
}
