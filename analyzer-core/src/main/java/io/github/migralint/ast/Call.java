package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * {@code CALL} of a procedure.
 *
 * @param procedure what is called
 * @param arguments the argument list with its parentheses
 * @param span where it stands
 */
public record Call(QualifiedName procedure, Expression arguments, Span span) implements Statement {}
