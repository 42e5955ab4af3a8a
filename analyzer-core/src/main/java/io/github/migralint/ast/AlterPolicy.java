package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code ALTER POLICY}.
 *
 * @param name its name
 * @param table the table
 * @param using rows that are seen
 * @param withCheck rows that may be written
 * @param span where it stands
 */
public record AlterPolicy(
        Identifier name, QualifiedName table, Optional<Expression> using, Optional<Expression> withCheck, Span span)
        implements Statement {}
