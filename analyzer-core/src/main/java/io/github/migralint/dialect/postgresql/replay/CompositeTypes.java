package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateCompositeType;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.List;

/** Composite types and their attributes. */
final class CompositeTypes {
    private final Change change;

    CompositeTypes(Change change) {
        this.change = change;
    }

    void create(CreateCompositeType statement) {
        ObjectName name = change.schema().nameForNew(statement.name());
        if (change.schema().typeNamed(name).isEmpty()) {
            var type = new CompositeType(change.schema().newId(), name, List.of(), change.origin());
            change.schema().put(type.withAttributes(attributes(type, statement.attributes())));
        }
    }

    private List<Column> attributes(CompositeType type, List<ColumnDefinition> definitions) {
        var draft = new TableDraft(type.id(), type.name(), change.origin());
        definitions.forEach(definition -> new Columns(change).add(draft, definition));
        return draft.columns();
    }

    void alter(CompositeType type, List<AlterAction> actions) {
        var attributes = new ArrayList<>(type.attributes());
        for (AlterAction action : actions) {
            switch (action) {
                case AlterAction.AddColumn add -> attributes.addAll(attributes(type, List.of(add.column())));
                case AlterAction.DropColumn drop ->
                    attributes.removeIf(a -> a.name().equals(drop.column().value()));
                case AlterAction.AlterColumnType retype ->
                    attributes.replaceAll(a -> a.name().equals(retype.column().value())
                            ? new Columns(change).retyped(a, retype.type(), retype.collation())
                            : a);
                default -> {}
            }
        }
        change.schema().put(type.withAttributes(attributes));
        change.now().tablesOfType(type.id()).forEach(table -> follow(table.id(), actions));
    }

    /** Typed tables have the columns of their type. */
    private void follow(ObjectId table, List<AlterAction> actions) {
        var columns = new ColumnAlteration(change, table, false);
        for (AlterAction action : actions) {
            switch (action) {
                case AlterAction.AddColumn add -> columns.add(add);
                case AlterAction.DropColumn drop -> columns.drop(drop);
                case AlterAction.AlterColumnType retype -> columns.retype(retype);
                default -> {}
            }
        }
    }
}
