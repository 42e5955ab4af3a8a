package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code DROP} of objects of one kind.
 *
 * @param kind what is dropped
 * @param objects the objects, at least one
 * @param ifExists whether it is skipped when the object is missing
 * @param cascade whether dependent objects go too
 * @param concurrently whether readers and writers may go on
 * @param online how it must be carried out, where that is demanded; only for an index
 * @param span where it stands
 */
public record DropObject(
        ObjectKind kind,
        List<ObjectReference> objects,
        boolean ifExists,
        boolean cascade,
        boolean concurrently,
        OnlineOptions online,
        Span span)
        implements Statement {
    /** Without demands on how it is carried out. */
    public DropObject(
            ObjectKind kind,
            List<ObjectReference> objects,
            boolean ifExists,
            boolean cascade,
            boolean concurrently,
            Span span) {
        this(kind, objects, ifExists, cascade, concurrently, OnlineOptions.NONE, span);
    }

    public DropObject {
        objects = List.copyOf(objects);
    }
}
