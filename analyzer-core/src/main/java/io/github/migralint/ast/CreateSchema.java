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
 * @param replace whether one of that name is dropped first
 * @param options what new tables begin with, names folded: {@code character set}, {@code collate}, {@code encryption}
 * @param span where it stands
 */
public record CreateSchema(
        Optional<Identifier> name,
        boolean ifNotExists,
        Optional<Identifier> owner,
        List<Statement> elements,
        boolean replace,
        List<Option> options,
        Span span)
        implements Statement {
    /** Without options. */
    public CreateSchema(
            Optional<Identifier> name,
            boolean ifNotExists,
            Optional<Identifier> owner,
            List<Statement> elements,
            Span span) {
        this(name, ifNotExists, owner, elements, false, List.of(), span);
    }

    public CreateSchema {
        elements = List.copyOf(elements);
        options = List.copyOf(options);
    }
}
