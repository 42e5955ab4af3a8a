package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.replay.PostgresqlReplay;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement tried on a copy of the schema: what it would make, change and remove.
 *
 * @param before the schema before
 * @param after the schema after
 * @param touched identities of what changed
 */
record Trial(Schema before, Schema after, Set<ObjectId> touched) {
    Trial {
        touched = Set.copyOf(touched);
    }

    /**
     * A constraint of a table that was there before and is gone after.
     *
     * @param table the table before
     * @param constraint the constraint
     */
    record Gone(Table table, Constraint constraint) {}

    static Trial of(Schema before, Statement statement) {
        return of(SchemaBuilder.trial(before), statement);
    }

    /** Tries the next statement on the same copy. */
    static Trial of(SchemaBuilder copy, Statement statement) {
        copy.takeTouched();
        Schema before = copy.now();
        PostgresqlReplay.apply(statement, copy, Origin.BEFORE_HISTORY);
        return new Trial(before, copy.now(), copy.takeTouched());
    }

    private List<ObjectId> sorted() {
        return touched.stream().sorted().toList();
    }

    /** What was made, in order. */
    List<Relation> created() {
        return sorted().stream()
                .filter(id -> before.object(id).isEmpty())
                .flatMap(id -> relation(after, id).stream())
                .toList();
    }

    /** What was removed. */
    List<Relation> removed() {
        return sorted().stream()
                .filter(id -> after.object(id).isEmpty())
                .flatMap(id -> relation(before, id).stream())
                .toList();
    }

    /** What was there, is there and is another now, as it was before. */
    List<SchemaObject> changed() {
        return sorted().stream()
                .filter(id -> after.object(id).isPresent())
                .flatMap(id -> before.object(id).stream())
                .filter(object -> !after.object(object.id()).equals(Optional.of(object)))
                .toList();
    }

    private static Optional<Relation> relation(Schema schema, ObjectId id) {
        return schema.object(id).filter(Relation.class::isInstance).map(Relation.class::cast);
    }

    /** The indexes that were made. */
    List<Index> createdIndexes() {
        return created().stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .toList();
    }

    /** The foreign keys that were removed, also with their tables. */
    List<Gone> removedForeignKeys() {
        var gone = new ArrayList<Gone>();
        for (ObjectId id : sorted()) {
            before.table(id)
                    .ifPresent(table -> table.constraints().stream()
                            .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                            .filter(constraint -> !has(after.table(id), constraint))
                            .forEach(constraint -> gone.add(new Gone(table, constraint))));
        }
        return gone;
    }

    private static boolean has(Optional<Table> table, Constraint constraint) {
        return table.stream()
                .flatMap(found -> found.constraints().stream())
                .anyMatch(other -> other.id().equals(constraint.id()));
    }
}
