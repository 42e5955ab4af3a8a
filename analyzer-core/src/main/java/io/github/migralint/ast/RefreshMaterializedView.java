package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * {@code REFRESH MATERIALIZED VIEW}.
 *
 * @param name the view
 * @param concurrently whether readers may go on
 * @param withData whether it is filled
 * @param span where it stands
 */
public record RefreshMaterializedView(QualifiedName name, boolean concurrently, boolean withData, Span span)
        implements Statement {}
