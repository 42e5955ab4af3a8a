package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE SCHEMA}.
 *
 * @param name its name; without one it is that of the owner
 * @param ifNotExists whether it is skipped when the schema exists
 * @param owner whom it belongs to
 * @param elements statements inside it
 * @param span where it stands
 */
public record CreateSchema(
        Optional<Identifier> name, boolean ifNotExists, Optional<Identifier> owner, List<Statement> elements, Span span)
        implements Statement {
    public CreateSchema {
        elements = List.copyOf(elements);
    }
}
