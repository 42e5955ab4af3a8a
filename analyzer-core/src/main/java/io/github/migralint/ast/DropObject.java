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
 * @param span where it stands
 */
public record DropObject(
        ObjectKind kind,
        List<ObjectReference> objects,
        boolean ifExists,
        boolean cascade,
        boolean concurrently,
        Span span)
        implements Statement {
    public DropObject {
        objects = List.copyOf(objects);
    }
}
