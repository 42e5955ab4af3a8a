package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * {@code CREATE RULE}.
 *
 * @param name its name
 * @param table the table or view
 * @param replace whether an existing one is replaced
 * @param span where it stands
 */
public record CreateRule(Identifier name, QualifiedName table, boolean replace, Span span) implements Statement {}
