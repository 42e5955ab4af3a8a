package io.github.migralint.rules.facts;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TypeName;
import io.github.migralint.history.Step;
import io.github.migralint.schema.DomainType;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the definition of a new column says about the rows that are already there. */
public final class NewColumn {
    private static final Set<String> SERIAL =
            Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");

    private NewColumn() {}

    /** Whether it refuses NULL. */
    public static boolean required(ColumnDefinition column) {
        return has(column, ColumnConstraint.Kind.NOT_NULL) || has(column, ColumnConstraint.Kind.PRIMARY_KEY);
    }

    /** Whether every row gets a value of its own accord. */
    public static boolean fillsItself(Step step, ColumnDefinition column) {
        return hasDefault(column)
                || countsUp(column)
                || has(column, ColumnConstraint.Kind.GENERATED)
                || domain(step, column).flatMap(DomainType::defaultValue).isPresent();
    }

    /** Whether it takes its values from a sequence. */
    public static boolean countsUp(ColumnDefinition column) {
        return has(column, ColumnConstraint.Kind.IDENTITY)
                || column.option("auto_increment").isPresent()
                || column.option("auto_increment").isPresent()
                || column.type().map(TypeName::name).filter(SERIAL::contains).isPresent();
    }

    /** Whether its values are computed from other columns and stored. */
    public static boolean storedGenerated(ColumnDefinition column) {
        return column.constraints().stream().anyMatch(c -> c.kind() == ColumnConstraint.Kind.GENERATED && c.stored());
    }

    /** The domain that is its type, if the history knows it. */
    public static Optional<DomainType> domain(Step step, ColumnDefinition column) {
        return column.type()
                .flatMap(type -> step.before().type(name(type)).found())
                .filter(DomainType.class::isInstance)
                .map(DomainType.class::cast);
    }

    private static boolean hasDefault(ColumnDefinition column) {
        return column.constraints().stream()
                .filter(c -> c.kind() == ColumnConstraint.Kind.DEFAULT)
                .flatMap(c -> c.expression().stream())
                .anyMatch(value -> !value.normalized().equalsIgnoreCase("null"));
    }

    private static boolean has(ColumnDefinition column, ColumnConstraint.Kind kind) {
        return column.constraints().stream().anyMatch(c -> c.kind() == kind);
    }

    private static QualifiedName name(TypeName type) {
        Span span = type.span();
        List<Identifier> parts = new ArrayList<>();
        type.schema().ifPresent(schema -> parts.add(new Identifier(schema, true, span)));
        parts.add(new Identifier(type.name(), true, span));
        return new QualifiedName(parts, span);
    }
}
