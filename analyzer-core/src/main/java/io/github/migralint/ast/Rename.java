package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * Any {@code RENAME}: of a relation, a column, a constraint, an enum label or another object.
 *
 * @param kind what is renamed
 * @param ownerKind the kind of {@code object} as the statement says it, equal to {@code kind} when the object itself is renamed
 * @param object the object, or the one that owns the renamed member
 * @param member the column, attribute or constraint that is renamed
 * @param newName the new name
 * @param ifExists whether it is skipped when the object is missing
 * @param only whether children and partitions are left out
 * @param cascade whether typed tables follow an attribute of their type
 * @param span where it stands
 */
public record Rename(
        ObjectKind kind,
        ObjectKind ownerKind,
        ObjectReference object,
        Optional<Identifier> member,
        Identifier newName,
        boolean ifExists,
        boolean only,
        boolean cascade,
        Span span)
        implements Statement {}
