package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * {@code ALTER SEQUENCE} with options.
 *
 * @param name the sequence
 * @param ifExists whether it is skipped when the object is missing
 * @param options the options that change
 * @param span where it stands
 */
public record AlterSequence(QualifiedName name, boolean ifExists, SequenceOptions options, Span span)
        implements Statement {}
