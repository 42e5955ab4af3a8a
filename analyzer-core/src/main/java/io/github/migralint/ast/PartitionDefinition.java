package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * A partition that a statement names.
 *
 * @param name its name
 * @param bound which rows it holds; without values for a hashed one
 * @param span where it stands
 */
public record PartitionDefinition(Identifier name, PartitionBound bound, Span span) implements Node {}
