package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import java.util.Optional;

/** Triggers, each with the code that it runs: a routine of its own, of which the name is no name that can be called. */
final class Triggers {
    private final Change change;

    Triggers(Change change) {
        this.change = change;
    }

    void create(CreateTrigger statement) {
        new UnknownTables(change).orAssumed(statement.table()).ifPresent(table -> create(statement, table));
    }

    private void create(CreateTrigger statement, Table table) {
        String name = statement.name().value();
        Optional<Table> holder = holder(table.name().schema(), name);
        if (holder.isPresent() && !statement.replace()) {
            return;
        }
        holder.ifPresent(old -> drop(old, name));
        Optional<ObjectId> code = statement.body().map(body -> code(table, name, body));
        var trigger = new Trigger(
                change.schema().newId(),
                name,
                statement.timing(),
                statement.events(),
                code,
                statement.function(),
                Change.columnIds(table, statement.updateColumns()),
                statement.forEachRow(),
                true,
                false,
                change.origin());
        change.edit(table.id(), draft -> draft.triggers().add(trigger));
    }

    private ObjectId code(Table table, String name, CodeBlock body) {
        Routine routine = new Routines(change).ofTrigger(Change.indexName(table.name(), name), body);
        change.schema().put(routine);
        return routine.id();
    }

    /** DROP TRIGGER: its name is one of the database. */
    void drop(QualifiedName name) {
        String database = change.schema().nameForNew(name).schema();
        holder(database, name.name()).ifPresent(table -> drop(table, name.name()));
    }

    private void drop(Table table, String name) {
        for (Trigger trigger : table.triggers()) {
            if (trigger.name().equalsIgnoreCase(name)) {
                change.edit(table.id(), draft -> draft.triggers().remove(trigger));
                trigger.function().ifPresent(change.schema()::remove);
            }
        }
    }

    private Optional<Table> holder(String database, String name) {
        for (Relation relation : change.now().relations()) {
            if (relation instanceof Table table
                    && table.name().schema().equals(database)
                    && table.triggers().stream().anyMatch(t -> t.name().equalsIgnoreCase(name))) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** The code of triggers goes with their table. */
    void forget(Table table) {
        table.triggers().forEach(trigger -> trigger.function().ifPresent(change.schema()::remove));
    }

    /** The code of triggers follows their table. */
    void follow(ObjectName from, ObjectName to) {
        for (Routine routine : change.now().routines()) {
            if (routine.name().schema().equals(from.toString())) {
                change.schema()
                        .put(routine.withName(
                                Change.indexName(to, routine.name().name())));
            }
        }
    }
}
