package io.github.migralint.ast;

import io.github.migralint.source.Span;

/**
 * {@code OWNER TO} of any object but a table.
 *
 * @param kind what changes hands
 * @param object the object
 * @param newOwner the new owner
 * @param span where it stands
 */
public record ChangeOwner(ObjectKind kind, ObjectReference object, Identifier newOwner, Span span)
        implements Statement {}
