package io.github.migralint.schema;

import java.util.List;

/**
 * How a table is divided into partitions.
 *
 * @param strategy {@code range}, {@code list} or {@code hash}
 * @param columns its key columns, expressions left out
 * @param hasExpressions whether a key part is an expression
 * @param mentions columns that the expressions mention
 * @param partitions the names of its partitions in order, where those are no tables
 */
public record Partitioning(
        String strategy,
        List<ObjectId> columns,
        boolean hasExpressions,
        List<ObjectId> mentions,
        List<String> partitions) {
    /** With partitions that are tables. */
    public Partitioning(String strategy, List<ObjectId> columns, boolean hasExpressions, List<ObjectId> mentions) {
        this(strategy, columns, hasExpressions, mentions, List.of());
    }

    public Partitioning {
        columns = List.copyOf(columns);
        mentions = List.copyOf(mentions);
        partitions = List.copyOf(partitions);
    }

    /** The same with other partitions. */
    public Partitioning withPartitions(List<String> newPartitions) {
        return new Partitioning(strategy, columns, hasExpressions, mentions, newPartitions);
    }
}
