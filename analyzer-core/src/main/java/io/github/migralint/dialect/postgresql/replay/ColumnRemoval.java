package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.schema.CatalogObject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.stream.Stream;

/** A column goes with all that cannot be without it: indexes, constraints, its sequence, what is generated from it. */
final class ColumnRemoval {
    private final Change change;

    ColumnRemoval(Change change) {
        this.change = change;
    }

    void remove(ObjectId tableId, ObjectId column, boolean cascade) {
        Table table = change.table(tableId);
        removeConstraints(table, column, cascade);
        for (Index index : change.now().indexesOf(tableId)) {
            if (uses(index, column)) {
                new Removal(change).index(index, cascade);
            }
        }
        for (Sequence sequence : ownedBy(tableId, column)) {
            new Removal(change).sequence(sequence, true);
        }
        if (cascade) {
            removeReaders(tableId, column);
        }
        removeCatalogObjects(tableId, column, cascade);
        change.edit(tableId, draft -> draft.columns().removeIf(c -> c.id().equals(column)));
        generatedFrom(table, column).forEach(generated -> remove(tableId, generated.id(), cascade));
    }

    private void removeConstraints(Table table, ObjectId column, boolean cascade) {
        for (Constraint constraint : table.constraints()) {
            if (constraint.columns().contains(column)) {
                new ConstraintAlteration(change).remove(table.id(), constraint, cascade);
            }
        }
        if (cascade) {
            removeReferences(table.id(), column);
        }
    }

    private void removeReferences(ObjectId tableId, ObjectId column) {
        for (Table referencing : change.now().referencing(tableId)) {
            change.edit(
                    referencing.id(),
                    draft -> draft.constraints()
                            .removeIf(c -> c.foreignKey()
                                    .map(ForeignKey::columns)
                                    .orElse(List.of())
                                    .contains(column)));
        }
    }

    private static boolean uses(Index index, ObjectId column) {
        return Stream.concat(
                        Stream.concat(index.include().stream(), index.predicateColumns().stream()),
                        index.parts().stream().flatMap(part -> part.mentions().stream()))
                .anyMatch(column::equals);
    }

    private List<Sequence> ownedBy(ObjectId tableId, ObjectId column) {
        return change.schema().dependentsOf(tableId).stream()
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .filter(sequence ->
                        sequence.ownerColumn().filter(column::equals).isPresent())
                .toList();
    }

    /** Extended statistics go with a column of theirs; rules and publications that need it hold it back. */
    private void removeCatalogObjects(ObjectId tableId, ObjectId column, boolean cascade) {
        for (CatalogObject object : change.now().catalogObjectsOn(tableId)) {
            if (!object.columns().contains(column)) {
                continue;
            }
            if (object.kind() == ObjectKind.STATISTICS || (cascade && object.kind() == ObjectKind.RULE)) {
                change.schema().remove(object.id());
            } else if (cascade) {
                Table table = change.table(tableId);
                change.schema()
                        .put(object.withRelations(
                                object.on().stream()
                                        .filter(id -> !id.equals(tableId))
                                        .toList(),
                                elsewhere(object.columns(), table),
                                elsewhere(object.parsedColumns(), table)));
            }
        }
    }

    private static List<ObjectId> elsewhere(List<ObjectId> columns, Table table) {
        return columns.stream().filter(id -> table.column(id).isEmpty()).toList();
    }

    private void removeReaders(ObjectId tableId, ObjectId column) {
        for (View view : change.now().viewsOn(tableId)) {
            if (view.readsColumns().contains(column)) {
                new Removal(change).view(view, true);
            }
        }
        for (SchemaObject dependent : change.schema().dependentsOf(column)) {
            if (dependent instanceof Routine routine) {
                new Removal(change).routine(routine, true);
            }
        }
    }

    private static List<Column> generatedFrom(Table table, ObjectId column) {
        return table.columns().stream()
                .filter(c ->
                        c.generated().filter(g -> g.columns().contains(column)).isPresent())
                .toList();
    }
}
