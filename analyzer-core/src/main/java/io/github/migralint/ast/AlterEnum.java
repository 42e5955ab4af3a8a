package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * {@code ALTER TYPE … ADD VALUE} and {@code RENAME VALUE}.
 *
 * @param name the type
 * @param oldLabel the label that is renamed, if one is
 * @param label the new label
 * @param ifNotExists whether it is skipped when the label exists
 * @param before the label it goes before
 * @param after the label it goes after
 * @param span where it stands
 */
public record AlterEnum(
        QualifiedName name,
        Optional<String> oldLabel,
        String label,
        boolean ifNotExists,
        Optional<String> before,
        Optional<String> after,
        Span span)
        implements Statement {}
