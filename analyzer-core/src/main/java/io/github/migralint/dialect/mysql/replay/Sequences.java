package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.CreateSequence;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Sequence;
import java.util.Optional;

/** Sequences, which only MariaDB has. */
final class Sequences {
    private final Change change;

    Sequences(Change change) {
        this.change = change;
    }

    void create(CreateSequence statement) {
        ObjectName name = change.schema().nameForNew(statement.name());
        if (change.schema().relationNamed(name).isPresent()) {
            return;
        }
        change.schema()
                .put(new Sequence(
                        change.schema().newId(),
                        name,
                        statement.options().value("as").orElse("bigint"),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        change.origin()));
        change.schema().markCertain(name.name());
    }
}
