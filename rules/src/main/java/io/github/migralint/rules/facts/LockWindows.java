package io.github.migralint.rules.facts;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.HeldLock;
import io.github.migralint.history.Step;
import io.github.migralint.schema.ObjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Strong locks that earlier statements of the transaction took on tables in use: each is kept until the transaction ends. */
public final class LockWindows {
    private static final Set<String> TABLES = Set.of("table", "partitioned", "matview");

    private LockWindows() {}

    /** The strongest such lock on each table that is still there, in the order in which they were taken. */
    public static List<HeldLock> of(Step step) {
        var strongest = new LinkedHashMap<String, HeldLock>();
        taken(step).forEach(lock -> strongest.putLast(identity(lock.relation()), lock));
        return List.copyOf(strongest.values());
    }

    /** What tells a relation from others: those that the history does not know have nothing but their names. */
    private static String identity(RelationKey relation) {
        return relation.id().map(ObjectId::toString).orElse(relation.name());
    }

    /** All such locks in the order in which they were taken, of one table each stronger than the one before. */
    private static Stream<HeldLock> taken(Step step) {
        return step.transaction().held().stream()
                .filter(lock -> isStrong(lock.mode()) && isServingTable(step, lock.relation()) && isThere(step, lock));
    }

    /** Such locks as stop readers, the strongest that there are. */
    public static Stream<HeldLock> stoppingReaders(Step step) {
        return taken(step).filter(lock -> lock.mode().blocking().stopsReads());
    }

    /** The lock on one of them. */
    public static Optional<HeldLock> on(Step step, RelationKey table) {
        return taken(step).filter(lock -> lock.isOn(table)).reduce((weaker, stronger) -> stronger);
    }

    /** Whether writers of a table wait for a lock of that mode. */
    static boolean isStrong(LockMode mode) {
        return mode.blocking().stopsWrites();
    }

    /** Whether somebody may wait for a lock on a relation: views, indexes and sequences are used through tables. */
    static boolean isServingTable(Step step, RelationKey relation) {
        return TABLES.contains(relation.kind()) && Serving.clients(step, relation);
    }

    /** Nobody waits for a table that the transaction has dropped. */
    private static boolean isThere(Step step, HeldLock lock) {
        return lock.relation()
                        .id()
                        .map(id -> step.before().object(id).isPresent())
                        .orElse(true)
                && !drops(lock.statement(), lock.relation());
    }

    /** Whether a statement drops a table by its name. */
    public static boolean drops(Statement statement, RelationKey table) {
        return statement instanceof DropObject drop
                && drop.objects().stream()
                        .map(ObjectReference::name)
                        .anyMatch(name -> name.toString().equals(table.name())
                                || name.name().equals(table.name()));
    }
}
