package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * {@code DO}: an anonymous block that runs at once.
 *
 * @param language its language, folded
 * @param body its source
 * @param span where it stands
 */
public record DoBlock(String language, CodeBlock body, Span span) implements Statement {}
