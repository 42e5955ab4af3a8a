package io.github.migralint.schema;

import java.util.List;

/**
 * How a table is divided into partitions.
 *
 * @param strategy {@code range}, {@code list} or {@code hash}
 * @param columns its key columns, expressions left out
 * @param hasExpressions whether a key part is an expression
 * @param mentions columns that the expressions mention
 */
public record Partitioning(String strategy, List<ObjectId> columns, boolean hasExpressions, List<ObjectId> mentions) {
    public Partitioning {
        columns = List.copyOf(columns);
        mentions = List.copyOf(mentions);
    }
}
