package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TableConstraint;
import java.util.List;
import java.util.Optional;

/** The constraints in a column definition, as if they had been written after the columns. */
final class InlineConstraints {
    private InlineConstraints() {}

    static List<TableConstraint> of(ColumnDefinition column) {
        return column.constraints().stream()
                .flatMap(constraint -> kind(constraint.kind()).map(kind -> of(column, constraint, kind)).stream())
                .toList();
    }

    private static Optional<TableConstraint.Kind> kind(ColumnConstraint.Kind kind) {
        return switch (kind) {
            case NOT_NULL -> Optional.of(TableConstraint.Kind.NOT_NULL);
            case CHECK -> Optional.of(TableConstraint.Kind.CHECK);
            case UNIQUE -> Optional.of(TableConstraint.Kind.UNIQUE);
            case PRIMARY_KEY -> Optional.of(TableConstraint.Kind.PRIMARY_KEY);
            case REFERENCES -> Optional.of(TableConstraint.Kind.FOREIGN_KEY);
            case NULL, DEFAULT, IDENTITY, GENERATED -> Optional.empty();
        };
    }

    private static TableConstraint of(ColumnDefinition column, ColumnConstraint constraint, TableConstraint.Kind kind) {
        return new TableConstraint(
                constraint.name(),
                kind,
                List.of(column.name()),
                constraint.expression(),
                List.of(),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                constraint.references(),
                constraint.nullsNotDistinct(),
                false,
                constraint.noInherit(),
                constraint.attributes(),
                constraint.span());
    }

    /** A constraint on columns alone, as the server adds it by itself. */
    static TableConstraint implied(Optional<Identifier> name, TableConstraint.Kind kind, Identifier column) {
        return new TableConstraint(
                name,
                kind,
                List.of(column),
                Optional.empty(),
                List.of(),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                io.github.migralint.ast.ConstraintAttributes.NONE,
                column.span());
    }
}
