package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.Optional;

/** Tables that the history uses but never made: what it says about them is remembered, and that there is more. */
final class UnknownTables {
    private final Change change;

    UnknownTables(Change change) {
        this.change = change;
    }

    /** The relation of that name; one that nobody knows is taken for a table from before the history. */
    Optional<Relation> orAssumed(QualifiedName name) {
        return switch (change.now().relation(name)) {
            case Lookup.Found<Relation>(Relation relation) -> Optional.of(relation);
            case Lookup.Absent<Relation>() -> Optional.empty();
            case Lookup.Unknown<Relation>() -> Optional.of(assumed(name));
        };
    }

    private Table assumed(QualifiedName name) {
        ObjectName full = change.schema().nameForNew(name);
        Table table = new TableDraft(change.schema().newId(), full, Origin.BEFORE_HISTORY)
                .incomplete()
                .build();
        change.schema().put(table);
        return table;
    }
}
