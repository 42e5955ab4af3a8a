package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.List;
import java.util.Optional;

/** Tables that the history uses but never made: what it says about them is remembered, and that there is more. */
final class UnknownTables {
    private final Change change;

    UnknownTables(Change change) {
        this.change = change;
    }

    /** The table of that name; one that nobody knows is taken for a table from before the history. */
    Optional<Table> orAssumed(QualifiedName name) {
        return switch (change.now().relation(name)) {
            case Lookup.Found<Relation>(Relation relation) ->
                Optional.of(relation).filter(Table.class::isInstance).map(Table.class::cast);
            case Lookup.Absent<Relation>() -> Optional.empty();
            case Lookup.Unknown<Relation>() -> Optional.of(assumed(name));
        };
    }

    private Table assumed(QualifiedName name) {
        Table table = new TableDraft(change.schema().newId(), change.schema().nameForNew(name), Origin.BEFORE_HISTORY)
                .caseless(true)
                .incomplete()
                .build();
        change.schema().put(table);
        return table;
    }

    /** Remembers columns that a statement names of a table that is not fully known. */
    void assume(TableDraft table, boolean complete, List<Identifier> names) {
        if (complete) {
            return;
        }
        for (Identifier name : names) {
            if (table.column(name.value()).isEmpty()) {
                table.columns().add(unknown(name.value()));
            }
        }
    }

    private Column unknown(String name) {
        return new Column(
                change.schema().newId(),
                name,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Origin.BEFORE_HISTORY,
                Origin.BEFORE_HISTORY);
    }
}
