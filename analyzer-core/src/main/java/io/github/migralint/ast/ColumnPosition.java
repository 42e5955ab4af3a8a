package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * Where a column goes: {@code FIRST}, {@code AFTER column}.
 *
 * @param after the column before it; none for the first place
 * @param span where it stands
 */
public record ColumnPosition(Optional<Identifier> after, Span span) implements Node {}
