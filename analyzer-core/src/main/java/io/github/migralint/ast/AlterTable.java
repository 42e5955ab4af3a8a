package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code ALTER TABLE} and its kin with a list of actions: indexes, views, sequences, composite types.
 *
 * @param kind what kind of object the statement says it alters
 * @param name the object
 * @param only whether children and partitions are left out
 * @param ifExists whether it is skipped when the object is missing
 * @param actions in the order written, at least one
 * @param ignore whether rows that break a new key are dropped: ALTER IGNORE
 * @param online how it must be carried out, where that is demanded
 * @param span where it stands
 */
public record AlterTable(
        ObjectKind kind,
        QualifiedName name,
        boolean only,
        boolean ifExists,
        List<AlterAction> actions,
        boolean ignore,
        OnlineOptions online,
        Span span)
        implements Statement {
    /** Without demands on how it is carried out. */
    public AlterTable(
            ObjectKind kind, QualifiedName name, boolean only, boolean ifExists, List<AlterAction> actions, Span span) {
        this(kind, name, only, ifExists, actions, false, OnlineOptions.NONE, span);
    }

    public AlterTable {
        actions = List.copyOf(actions);
    }
}
