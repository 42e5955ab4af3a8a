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
 * @param options other properties, names folded: {@code comment}, {@code character set}, {@code on update}, {@code auto_increment}, {@code invisible}
 * @param span where it stands
 */
public record ColumnDefinition(
        Identifier name,
        Optional<TypeName> type,
        Optional<QualifiedName> collation,
        Optional<String> storage,
        Optional<String> compression,
        List<ColumnConstraint> constraints,
        List<Option> options,
        Span span)
        implements TableElement {
    /** A column without other properties. */
    public ColumnDefinition(
            Identifier name,
            Optional<TypeName> type,
            Optional<QualifiedName> collation,
            Optional<String> storage,
            Optional<String> compression,
            List<ColumnConstraint> constraints,
            Span span) {
        this(name, type, collation, storage, compression, constraints, List.of(), span);
    }

    public ColumnDefinition {
        constraints = List.copyOf(constraints);
        options = List.copyOf(options);
    }

    /** A property that is given. */
    public Optional<Option> option(String option) {
        return options.stream().filter(o -> o.name().equals(option)).findFirst();
    }
}
