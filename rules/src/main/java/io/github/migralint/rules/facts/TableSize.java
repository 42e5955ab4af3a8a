package io.github.migralint.rules.facts;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.history.TableSizes;
import io.github.migralint.history.TableSizes.Size;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.Optional;

/**
 * How big a table is said to be.
 *
 * @param size small, large, or nobody said it
 * @param rows the number of its rows, if somebody said it
 */
public record TableSize(Size size, Optional<Long> rows) {
    private static final String USUAL_SCHEMA = "public";

    /** What is said of the table of that name. */
    public static TableSize of(Step step, QualifiedName table) {
        return step.before()
                .relation(table)
                .found()
                .map(found -> of(step, found))
                .orElseGet(() -> told(step, named(step, table.schema(), table.name())));
    }

    /** What is said of the relation of an effect. */
    static TableSize of(Step step, RelationKey key) {
        Optional<Relation> relation = key.id()
                .flatMap(step.before()::object)
                .filter(Relation.class::isInstance)
                .map(Relation.class::cast);
        int dot = key.name().indexOf('.');
        Optional<String> schema =
                dot < 0 ? Optional.empty() : Optional.of(key.name().substring(0, dot));
        return relation.map(found -> of(step, found))
                .orElseGet(() -> told(step, named(step, schema, key.name().substring(dot + 1))));
    }

    /** Whether it is said to be small. */
    public boolean small() {
        return size == Size.SMALL;
    }

    /** What is not said of a partition is taken from what is said of the whole; its rows only if all of them count. */
    private static TableSize of(Step step, Relation relation) {
        TableSize own = told(step, relation.name());
        Optional<Table> parent = relation instanceof Table table
                ? table.partitionOf().map(Membership::parent).flatMap(step.before()::table)
                : Optional.empty();
        if (own.size() != Size.UNKNOWN || parent.isEmpty()) {
            return own;
        }
        TableSize whole = of(step, parent.get());
        return locks(step, parent.get().id()) ? whole : new TableSize(whole.size(), Optional.empty());
    }

    /** A statement that works on the whole locks the whole. */
    private static boolean locks(Step step, ObjectId table) {
        return step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> lock.mode().blocking().stopsWrites())
                .anyMatch(lock -> lock.relation().id().filter(table::equals).isPresent());
    }

    private static TableSize told(Step step, ObjectName name) {
        TableSizes sizes = step.deployment().tables();
        return new TableSize(sizes.of(name), sizes.rowsOf(name));
    }

    private static ObjectName named(Step step, Optional<String> schema, String name) {
        String where =
                schema.or(() -> step.before().searchPath().stream().findFirst()).orElse(USUAL_SCHEMA);
        return new ObjectName(where, name);
    }
}
