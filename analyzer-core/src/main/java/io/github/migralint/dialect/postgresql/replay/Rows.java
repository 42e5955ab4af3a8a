package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Table;

/** Tables that the history itself puts rows into. */
final class Rows {
    private final Change change;

    Rows(Change change) {
        this.change = change;
    }

    /** Says that a table has rows from now on. */
    void fill(QualifiedName name) {
        change.table(name).filter(table -> !table.filled()).ifPresent(this::fill);
    }

    private void fill(Table table) {
        change.edit(table.id(), draft -> draft.filled(true));
    }

    /** Says that a table is empty from now on. */
    void empty(QualifiedName name) {
        change.table(name)
                .filter(Table::filled)
                .ifPresent(table -> change.edit(table.id(), draft -> draft.filled(false)));
    }
}
