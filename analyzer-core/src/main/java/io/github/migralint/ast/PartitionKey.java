package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * How a table is partitioned.
 *
 * @param strategy {@code range}, {@code list} or {@code hash}
 * @param elements its columns and expressions
 * @param span where it stands
 */
public record PartitionKey(String strategy, List<IndexElement> elements, Span span) implements Node {
    public PartitionKey {
        elements = List.copyOf(elements);
    }
}
