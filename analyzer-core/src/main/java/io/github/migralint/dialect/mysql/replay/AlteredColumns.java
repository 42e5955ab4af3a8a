package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.ColumnPosition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a table while one ALTER TABLE changes it. */
final class AlteredColumns {
    private final Change change;
    private final Table before;
    private final TableDraft draft;
    private final KeyList keys;
    private final Map<AlterAction, ColumnDefinition> definitions = new HashMap<>();
    private final List<Column> dropped = new ArrayList<>();
    private final Set<ObjectId> defined = new HashSet<>();

    AlteredColumns(Change change, Table before, TableDraft draft, KeyList keys) {
        this.change = change;
        this.before = before;
        this.draft = draft;
        this.keys = keys;
    }

    /** The definition that an action carried out, if it did. */
    Optional<ColumnDefinition> definition(AlterAction action) {
        return Optional.ofNullable(definitions.get(action));
    }

    /** Keys get narrower by the columns that are gone and were not replaced. */
    void narrowKeys() {
        dropped.forEach(column -> keys.withoutColumn(column.id()));
    }

    /** The columns that got a definition. */
    Set<ObjectId> defined() {
        return Set.copyOf(defined);
    }

    void apply(AlterAction action) {
        switch (action) {
            case AlterAction.AddColumn a -> add(a, a.column(), a.position());
            case AlterAction.DropColumn a -> old(a.column()).ifPresent(this::drop);
            case AlterAction.SetDefault a -> setDefault(a.column(), Optional.of(a.expression()));
            case AlterAction.DropDefault a -> setDefault(a.column(), Optional.empty());
            case MysqlAction.ModifyColumn a -> modify(a);
            case MysqlAction.RenameColumn a ->
                old(a.column()).ifPresent(column -> rename(column, a.newName().value()));
            case MysqlAction.SetColumnVisibility a ->
                old(a.column())
                        .ifPresent(column -> draft.editColumn(column.id(), c -> Columns.visible(c, a.visible())));
            default -> {}
        }
    }

    /** The column that a name meant before the statement. */
    private Optional<Column> old(Identifier name) {
        Optional<Column> found = before.column(name.value());
        if (found.isPresent() || before.complete()) {
            return found;
        }
        new UnknownTables(change).assume(draft, false, List.of(name));
        return draft.column(name.value());
    }

    private void add(AlterAction action, ColumnDefinition definition, Optional<ColumnPosition> position) {
        if (draft.column(definition.name().value()).isPresent()) {
            return;
        }
        Column column =
                new Columns(change).create(definition, TableOptions.collationOf(draft, change), draft.columns());
        place(column, position);
        replaced(definition.name()).ifPresent(old -> keys.replaceColumn(old.id(), column.id()));
        remember(action, definition, column);
    }

    /** The column that the statement drops and that had the name: keys hold names, and go on with the new one. */
    private Optional<Column> replaced(Identifier name) {
        return dropped.stream()
                .filter(column -> column.name().equalsIgnoreCase(name.value()))
                .findFirst();
    }

    private void remember(AlterAction action, ColumnDefinition definition, Column column) {
        definitions.put(action, definition);
        defined.add(column.id());
    }

    private void place(Column column, Optional<ColumnPosition> position) {
        int at = position.map(this::index).orElse(draft.columns().size());
        draft.columns().add(at, column);
    }

    private int index(ColumnPosition position) {
        if (position.after().isEmpty()) {
            return 0;
        }
        return draft.column(position.after().get().value())
                .map(column -> draft.columns().indexOf(column) + 1)
                .orElse(draft.columns().size());
    }

    private void modify(MysqlAction.ModifyColumn action) {
        Optional<Column> old = old(action.column());
        if (old.isEmpty()) {
            return;
        }
        ObjectId id = old.get().id();
        Column column = new Columns(change)
                .redefine(old.get(), action.definition(), TableOptions.collationOf(draft, change), draft.columns());
        if (change.server().isMariadb()) {
            draft.constraints().removeIf(c -> Checks.belongsTo(c, old.get()));
        }
        if (action.position().isPresent()) {
            draft.columns().removeIf(c -> c.id().equals(id));
            place(column, action.position());
        } else {
            draft.editColumn(id, c -> column);
        }
        remember(action, action.definition(), column);
    }

    private void rename(Column column, String newName) {
        Column renamed = change.server().isMariadb() ? Checks.keepingName(draft, column) : column;
        draft.editColumn(column.id(), c -> renamed.withName(newName));
    }

    private void setDefault(Identifier name, Optional<Expression> expression) {
        old(name)
                .ifPresent(column -> draft.editColumn(
                        column.id(), c -> c.withDefaultValue(expression.flatMap(e -> Defaults.of(e, change.now())))));
    }

    /** What checks the column alone goes with it. */
    private void drop(Column column) {
        draft.columns().removeIf(c -> c.id().equals(column.id()));
        dropped.add(column);
        draft.constraints().removeIf(c -> c.index().isEmpty() && c.columns().contains(column.id()));
    }
}
