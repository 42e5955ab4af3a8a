package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** DROP of everything that a schema keeps; what reads it stays, and reads nothing until it is there again. */
final class Dropping {
    private final Change change;

    Dropping(Change change) {
        this.change = change;
    }

    void drop(DropObject statement) {
        statement.objects().forEach(object -> drop(statement, object));
    }

    private void drop(DropObject statement, ObjectReference object) {
        switch (statement.kind()) {
            case TABLE, VIEW, SEQUENCE ->
                change.relation(object.name())
                        .ifPresentOrElse(
                                this::relation,
                                () -> change.schema().markCertain(object.name().name()));
            case INDEX ->
                object.on()
                        .ifPresent(table -> new TableAlteration(change)
                                .dropIndex(table, object.name().last()));
            case FUNCTION -> routine(object, false);
            case PROCEDURE -> routine(object, true);
            case TRIGGER -> new Triggers(change).drop(object.name());
            case SCHEMA, DATABASE -> database(object.name().name());
            default -> new CatalogObjects(change).drop(statement.kind(), object.name());
        }
    }

    /** Removes a relation: foreign keys to it point at a name from now on. */
    void relation(Relation relation) {
        if (relation instanceof Table table) {
            loosen(table);
            new Triggers(change).forget(table);
        }
        change.schema().remove(relation.id());
        change.schema().markCertain(relation.name().name());
        new NameBinding(change).vanished(relation);
    }

    private void loosen(Table table) {
        for (Table referencing : change.now().referencing(table.id())) {
            change.edit(
                    referencing.id(),
                    draft -> draft.constraints().replaceAll(constraint -> loosened(constraint, table)));
        }
    }

    private static Constraint loosened(Constraint constraint, Table table) {
        Optional<ForeignKey> key = constraint
                .foreignKey()
                .filter(k -> k.table().filter(table.id()::equals).isPresent());
        return key.map(k -> constraint.withForeignKey(Optional.of(withoutTable(k, table))))
                .orElse(constraint);
    }

    private static ForeignKey withoutTable(ForeignKey key, Table table) {
        List<String> columns = key.columns().isEmpty() ? key.columnNames() : names(key.columns(), table);
        return new ForeignKey(
                Optional.empty(),
                NameBinding.written(table.name(), key.tableName().span()),
                List.of(),
                columns,
                key.onDelete(),
                key.onUpdate());
    }

    private static List<String> names(List<ObjectId> columns, Table table) {
        return columns.stream()
                .flatMap(id -> table.column(id).stream())
                .map(column -> column.name())
                .toList();
    }

    private void routine(ObjectReference object, boolean procedure) {
        change.now().routines(object.name()).stream()
                .filter(routine -> routine.procedure() == procedure)
                .map(Routine::id)
                .forEach(change.schema()::remove);
    }

    /** A database goes with all that is in it. */
    private void database(String name) {
        for (SchemaObject object : change.schema().inSchema(name)) {
            if (object instanceof Relation relation) {
                relation(relation);
            } else {
                change.schema().remove(object.id());
            }
        }
        change.schema().removeSchema(name);
    }
}
