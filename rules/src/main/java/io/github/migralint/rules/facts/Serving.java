package io.github.migralint.rules.facts;

import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.schema.ObjectId;

/** Whether the running release works with a table while the migration runs. */
public final class Serving {
    private Serving() {}

    /** Whether the table of that name serves clients: not born in this release, and not temporary. */
    public static boolean clients(Step step, QualifiedName table) {
        boolean temporary = table.schema().filter("pg_temp"::equals).isPresent()
                || step.before()
                        .table(table)
                        .filter(t -> t.persistence() == Persistence.TEMPORARY)
                        .isPresent();
        return !temporary && step.inUse(table);
    }

    /** The same for the relation of an effect. */
    public static boolean clients(Step step, RelationKey relation) {
        return step.inUse(relation)
                && relation.id().map(id -> !temporary(step, id)).orElse(true);
    }

    /** The same for a relation that the history knows. */
    public static boolean clients(Step step, ObjectId relation) {
        return step.release().inUse(relation) && !temporary(step, relation);
    }

    /** Whether the history itself put rows into the table of that name, which is not temporary. */
    public static boolean filled(Step step, QualifiedName table) {
        return step.before()
                .table(table)
                .filter(t -> t.filled() && t.persistence() != Persistence.TEMPORARY)
                .isPresent();
    }

    private static boolean temporary(Step step, ObjectId id) {
        return step.before()
                .table(id)
                .filter(t -> t.persistence() == Persistence.TEMPORARY)
                .isPresent();
    }
}
