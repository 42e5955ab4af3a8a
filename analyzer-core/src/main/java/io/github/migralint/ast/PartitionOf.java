package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * The parent and the bound of a partition.
 *
 * @param parent the partitioned table
 * @param bound its bound
 * @param span where it stands
 */
public record PartitionOf(QualifiedName parent, PartitionBound bound, Span span) implements Node {}
