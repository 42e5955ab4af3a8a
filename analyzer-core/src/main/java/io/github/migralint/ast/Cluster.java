package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code CLUSTER}.
 *
 * @param table the table; none for all that were clustered before
 * @param index the index to order by
 * @param span where it stands
 */
public record Cluster(Optional<QualifiedName> table, Optional<Identifier> index, Span span) implements Statement {}
