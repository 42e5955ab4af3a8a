package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * What a foreign key points at.
 *
 * @param table the referenced table
 * @param columns the referenced columns; none means the primary key
 * @param onDelete action in upper case, or empty
 * @param deleteColumns the columns that ON DELETE SET NULL or SET DEFAULT names; none means all
 * @param onUpdate action in upper case, or empty
 * @param match MATCH type in upper case, or empty
 * @param span where it stands
 */
public record ForeignKeyTarget(
        QualifiedName table,
        List<Identifier> columns,
        String onDelete,
        List<Identifier> deleteColumns,
        String onUpdate,
        String match,
        Span span)
        implements Node {
    public ForeignKeyTarget {
        columns = List.copyOf(columns);
        deleteColumns = List.copyOf(deleteColumns);
    }
}
