package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code COPY}.
 *
 * @param table the table; none for a query
 * @param source the query, or the change with RETURNING, whose rows go out
 * @param from whether rows come in
 * @param program whether a program is run
 * @param standardStream whether the data stand in the file or go to the client
 * @param data the data that follow in the file; empty when none do
 * @param span where it stands
 */
public record Copy(
        Optional<QualifiedName> table,
        Optional<Statement> source,
        boolean from,
        boolean program,
        boolean standardStream,
        Span data,
        Span span)
        implements Statement {}
