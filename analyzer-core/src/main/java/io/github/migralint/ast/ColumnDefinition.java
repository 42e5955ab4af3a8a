package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A column of CREATE TABLE or ADD COLUMN.
 *
 * @param name its name
 * @param type its type; none for a column of a typed table or a partition
 * @param collation its collation
 * @param storage how large values are stored, folded, where that is said
 * @param compression how large values are compressed, folded, where that is said
 * @param constraints its constraints in order, default and identity included
 * @param span where it stands
 */
public record ColumnDefinition(
        Identifier name,
        Optional<TypeName> type,
        Optional<QualifiedName> collation,
        Optional<String> storage,
        Optional<String> compression,
        List<ColumnConstraint> constraints,
        Span span)
        implements TableElement {
    public ColumnDefinition {
        constraints = List.copyOf(constraints);
    }
}
