package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** DROP INDEX. */
final class IndexRemoval {
    private final Scene scene;
    private final Acts acts;
    private final DropObject statement;

    IndexRemoval(Scene scene, Acts acts, DropObject statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
    }

    private Operation operation() {
        return statement.concurrently() ? Operation.DROP_INDEX_CONCURRENTLY : Operation.DROP_INDEX;
    }

    void drop() {
        acts.add(Act.of(operation()));
        if (statement.concurrently() && statement.objects().size() > 1) {
            acts.fail("0A000", "Only one index at a time can be dropped concurrently.");
        }
        if (statement.concurrently() && statement.cascade()) {
            acts.fail("0A000", "CASCADE is not possible concurrently.");
        }
        for (ObjectReference reference : statement.objects()) {
            Lookup<Relation> found = scene.schema().relation(reference.name());
            if (found.isAbsent() && !statement.ifExists()) {
                acts.fail("42704", Subject.of(ObjectKind.INDEX, reference.name()));
            }
            switch (found.found().orElse(null)) {
                case Index index -> drop(index);
                case Relation other -> acts.fail("42809", other.name().name() + " is not an index.");
                case null -> {
                    if (!found.isAbsent()) {
                        unknown(reference);
                    }
                }
            }
        }
    }

    private void unknown(ObjectReference reference) {
        acts.uncertain();
        acts.add(Act.of(operation()).on(Role.INDEX, RelationWords.unknown(scene, "index", reference.name())));
    }

    private Optional<RelationKey> tableOf(Index index) {
        return scene.schema()
                .object(index.table())
                .filter(Relation.class::isInstance)
                .map(table -> scene.keys().of((Relation) table));
    }

    private void drop(Index index) {
        acts.add(Act.of(operation()).on(Role.TABLE, tableOf(index)));
        if (statement.concurrently() && index.partitioned()) {
            acts.fail("0A000", "A partitioned index cannot be dropped concurrently.");
        }
        if (index.constraint().isPresent()) {
            acts.add(Act.of(operation()).on(Role.INDEX, scene.keys().of(index)));
            acts.fail("2BP01", "A constraint requires the index.");
        }
        if (index.parent().isPresent()) {
            acts.fail("2BP01", "The index of the partitioned table requires it.");
        }
        Optional<Table> table = scene.schema().table(index.table());
        if (!statement.cascade() && table.filter(t -> needed(t, index)).isPresent()) {
            acts.fail("2BP01", "A foreign key relies on the index.");
        }
        for (Index part : scene.withParts(index)) {
            acts.add(Act.of(operation())
                    .on(Role.TABLE, tableOf(part))
                    .on(Role.INDEX, scene.keys().of(part)));
        }
        if (statement.cascade()) {
            table.ifPresent(t -> reliant(t, index)
                    .forEach(other -> acts.add(Act.of(Operation.CHANGE_ALONG).on(Role.RELATION, scene.key(other)))));
        }
    }

    /** Whether a foreign key has no other unique index to rely on. */
    private boolean needed(Table table, Index index) {
        return !reliant(table, index).isEmpty();
    }

    private List<Table> reliant(Table table, Index index) {
        List<ObjectId> columns =
                index.parts().stream().flatMap(part -> part.column().stream()).toList();
        if (!index.unique() || columns.size() != index.parts().size()) {
            return List.of();
        }
        return scene.schema().referencing(table.id()).stream()
                .filter(other -> other.constraints().stream()
                        .flatMap(c -> c.foreignKey().stream())
                        .filter(key -> key.table().filter(table.id()::equals).isPresent())
                        .anyMatch(key -> ForeignKeys.keyIndex(scene, table, key.columns())
                                .filter(index::equals)
                                .isPresent()))
                .toList();
    }
}
