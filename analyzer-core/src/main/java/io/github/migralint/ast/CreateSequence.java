package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * {@code CREATE SEQUENCE}.
 *
 * @param name the new sequence
 * @param persistence how long it lives
 * @param ifNotExists whether it is skipped when the sequence exists
 * @param options its options
 * @param span where it stands
 */
public record CreateSequence(
        QualifiedName name, Persistence persistence, boolean ifNotExists, SequenceOptions options, Span span)
        implements Statement {}
