package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction.AddColumn;
import io.github.migralint.ast.AlterAction.DropColumn;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import java.util.List;
import java.util.Optional;

/** DROP COLUMN. */
final class ColumnRemoval {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;
    private final DropColumn action;

    ColumnRemoval(Alteration alteration, DropColumn action) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
        this.action = action;
    }

    void drop() {
        if (action.ifExists() && alteration.lacks(Form.GUARD_IN_ALTER)) {
            return;
        }
        Optional<Column> found = alteration.table().column(action.column().value());
        if (found.isEmpty()) {
            if (!action.ifExists()) {
                alteration.column(action.column(), Errors.NOTHING_TO_DROP);
            }
            if (!(action.ifExists() && alteration.certain())) {
                ask(Operation.DROP_COLUMN, false);
            }
            return;
        }
        drop(found.get());
    }

    private void drop(Column column) {
        if (alteration.certain() && alteration.table().columns().stream().allMatch(alteration::drops) && addsNone()) {
            acts.fail(Errors.LAST_COLUMN, "A table has at least one column.");
        }
        new ColumnReferences(alteration, column).checkDrop();
        boolean virtual = column.generated().filter(g -> !g.stored()).isPresent();
        List<Index> indexes = alteration.indexesOn(column);
        if (indexes.isEmpty()) {
            ask(
                    virtual ? Operation.DROP_VIRTUAL_COLUMN : Operation.DROP_COLUMN,
                    !virtual && alteration.virtualBehind(alteration.position(column)));
            return;
        }
        boolean narrowed = indexes.stream().anyMatch(this::staysNarrower);
        indexes.stream()
                .filter(index -> staysNarrower(index) && index.unique())
                .findFirst()
                .ifPresent(this::narrowed);
        ask(
                narrowed ? Operation.DROP_COLUMN_OF_INDEX : Operation.DROP_INDEXED_COLUMN,
                alteration.virtualBehind(alteration.position(column)));
    }

    private boolean addsNone() {
        return alteration.statement().actions().stream().noneMatch(other -> other instanceof AddColumn);
    }

    private boolean staysNarrower(Index index) {
        return index.parts().stream()
                .flatMap(part -> part.column().stream())
                .flatMap(id -> alteration.table().column(id).stream())
                .anyMatch(column -> !alteration.drops(column));
    }

    /** MySQL takes the column out of the key and looks for duplicates; MariaDB refuses. */
    private void narrowed(Index index) {
        String name = index.name().name();
        if (scene.isMariadb()) {
            acts.fail(
                    Errors.NO_KEY_COLUMN,
                    "The unique key " + name + " has column " + action.column() + " and others.",
                    List.of(index.id()));
        } else {
            acts.risk(
                    alteration.key(),
                    Errors.DUPLICATE_ROWS,
                    "if rows are equal in the columns that the unique key " + name + " keeps");
        }
    }

    private void ask(Operation operation, boolean shifts) {
        alteration.ask(Clause.of(operation, "DROP COLUMN", action.span())
                .because("column " + action.column() + " is dropped")
                .shifting(shifts));
    }
}
