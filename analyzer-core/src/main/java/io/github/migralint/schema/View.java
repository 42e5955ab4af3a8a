package io.github.migralint.schema;

import io.github.migralint.ast.Query;
import java.util.List;
import java.util.Map;

/**
 * A view or materialized view.
 *
 * @param id its identity
 * @param name its present name
 * @param materialized whether its rows are stored
 * @param populated whether a materialized view was filled
 * @param columns its columns, where the history tells them
 * @param query what it reads, as written
 * @param reads relations it reads
 * @param readsColumns columns it reads, as far as known; every column of a relation when it selects all
 * @param options its options
 * @param origin where it was created
 */
public record View(
        ObjectId id,
        ObjectName name,
        boolean materialized,
        boolean populated,
        List<Column> columns,
        Query query,
        List<ObjectId> reads,
        List<ObjectId> readsColumns,
        Map<String, String> options,
        Origin origin)
        implements Relation {
    public View {
        columns = List.copyOf(columns);
        reads = List.copyOf(reads);
        readsColumns = List.copyOf(readsColumns);
        options = Map.copyOf(options);
    }

    /** The same with another name. */
    public View withName(ObjectName newName) {
        return new View(id, newName, materialized, populated, columns, query, reads, readsColumns, options, origin);
    }

    /** The same with another fill. */
    public View withPopulated(boolean newPopulated) {
        return new View(id, name, materialized, newPopulated, columns, query, reads, readsColumns, options, origin);
    }

    /** The same with other columns. */
    public View withColumns(List<Column> newColumns) {
        return new View(id, name, materialized, populated, newColumns, query, reads, readsColumns, options, origin);
    }

    /** The same with other options. */
    public View withOptions(Map<String, String> newOptions) {
        return new View(id, name, materialized, populated, columns, query, reads, readsColumns, newOptions, origin);
    }
}
