package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code CREATE EXTENSION}.
 *
 * @param name its name
 * @param ifNotExists whether it is skipped when the extension exists
 * @param schema where its objects go
 * @param version its version
 * @param span where it stands
 */
public record CreateExtension(
        Identifier name, boolean ifNotExists, Optional<Identifier> schema, Optional<String> version, Span span)
        implements Statement {}
