package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * How an index is made, column names instead of identities: for comparison between a table and its partitions.
 *
 * @param unique whether it is unique
 * @param method its access method
 * @param keys its key parts
 * @param predicate its condition, or empty
 */
record IndexShape(boolean unique, String method, List<String> keys, String predicate) {
    IndexShape {
        keys = List.copyOf(keys);
    }

    static IndexShape of(Scene scene, Index index) {
        Optional<Table> table = scene.schema().table(index.table());
        return new IndexShape(
                index.unique(),
                index.method(),
                index.parts().stream()
                        .map(part -> part.column()
                                .flatMap(id -> table.flatMap(t -> t.column(id)))
                                .map(Column::name)
                                .or(() -> part.expression().map(e -> "(" + e.normalized() + ")"))
                                .orElse("?"))
                        .toList(),
                index.predicate().map(e -> e.normalized()).orElse(""));
    }
}
