package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * Moves an object to another schema.
 *
 * @param kind what is moved
 * @param object the object
 * @param newSchema where it goes
 * @param ifExists whether it is skipped when the object is missing
 * @param span where it stands
 */
public record SetSchema(ObjectKind kind, ObjectReference object, Identifier newSchema, boolean ifExists, Span span)
        implements Statement {}
