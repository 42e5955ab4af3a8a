package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * {@code ALTER TABLE ALL IN TABLESPACE … SET TABLESPACE …}.
 *
 * @param kind tables, indexes or materialized views
 * @param from the old tablespace
 * @param to the new tablespace
 * @param nowait whether it fails instead of waiting
 * @param span where it stands
 */
public record MoveTablespace(ObjectKind kind, Identifier from, Identifier to, boolean nowait, Span span)
        implements Statement {}
