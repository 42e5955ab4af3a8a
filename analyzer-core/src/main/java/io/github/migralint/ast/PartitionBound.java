package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code FOR VALUES …} or {@code DEFAULT}.
 *
 * @param isDefault whether it takes what no other takes
 * @param values the tokens after FOR VALUES
 * @param span where it stands
 */
public record PartitionBound(boolean isDefault, Optional<Expression> values, Span span) implements Node {}
