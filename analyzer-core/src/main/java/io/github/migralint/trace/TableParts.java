package io.github.migralint.trace;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.trace.PartDifference.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a table at one moment, each with its definition in one line. */
final class TableParts {
    /** A part: its identity survives renames. */
    record Key(Kind kind, ObjectId id) {}

    private final Map<Key, String> all = new LinkedHashMap<>();
    private final Map<Key, String> columns = new LinkedHashMap<>();
    private final Optional<Table> table;

    /** Those of a table, or none where there is no table. */
    TableParts(Schema schema, Optional<Table> table) {
        this.table = table;
        table.ifPresent(one -> read(schema, one));
    }

    private void read(Schema schema, Table one) {
        var definitions = new Definitions(schema, one);
        one.columns().forEach(column -> columns.put(new Key(Kind.COLUMN, column.id()), Definitions.of(column)));
        all.putAll(columns);
        one.constraints().stream()
                // a column says by itself that it refuses NULL
                .filter(constraint -> constraint.kind() != Constraint.Kind.NOT_NULL)
                .forEach(constraint -> all.put(new Key(Kind.CONSTRAINT, constraint.id()), definitions.of(constraint)));
        List<Index> indexes = schema.indexesOf(one.id());
        indexes.stream()
                .filter(index -> index.constraint().isEmpty())
                .forEach(index -> all.put(new Key(Kind.INDEX, index.id()), definitions.of(index)));
        one.triggers().forEach(trigger -> all.put(new Key(Kind.TRIGGER, trigger.id()), Definitions.of(trigger)));
        one.policies().forEach(policy -> all.put(new Key(Kind.POLICY, policy.id()), Definitions.of(policy)));
    }

    Map<Key, String> all() {
        return all;
    }

    Map<Key, String> columns() {
        return columns;
    }

    String columnName(Key column) {
        return table.flatMap(one -> one.column(column.id())).map(Column::name).orElse("");
    }
}
