package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.Optional;

/** In which order CLUSTER puts the rows of a table. */
final class Storage {
    private final Change change;

    Storage(Change change) {
        this.change = change;
    }

    /** CLUSTER remembers the index that it was given. */
    void clusterOn(QualifiedName name, Optional<Identifier> index) {
        Optional<Table> table = change.table(name);
        if (table.isPresent() && index.isPresent()) {
            clusterOn(table.get().id(), index.get());
        }
    }

    void clusterOn(ObjectId table, Identifier index) {
        Optional<ObjectId> chosen = change.now().indexesOf(table).stream()
                .filter(one -> one.name().name().equals(index.value()))
                .map(one -> one.id())
                .findFirst();
        change.edit(table, draft -> draft.clusteredOn(chosen));
    }

    void clusterOnNothing(ObjectId table) {
        change.edit(table, draft -> draft.clusteredOn(Optional.empty()));
    }
}
