package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * How a table is partitioned.
 *
 * @param strategy {@code range}, {@code list} or {@code hash}
 * @param elements its columns and expressions
 * @param count how many partitions there are, where that is said
 * @param span where it stands
 */
public record PartitionKey(String strategy, List<IndexElement> elements, Optional<Integer> count, Span span)
        implements Node {
    /** Without a number of partitions. */
    public PartitionKey(String strategy, List<IndexElement> elements, Span span) {
        this(strategy, elements, Optional.empty(), span);
    }

    public PartitionKey {
        elements = List.copyOf(elements);
    }
}
