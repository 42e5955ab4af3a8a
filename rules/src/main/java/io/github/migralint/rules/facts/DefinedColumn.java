package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column that a statement defines: of a new table, a new one of a table, or one that is defined anew.
 *
 * @param table the table
 * @param column what is said of it
 */
public record DefinedColumn(QualifiedName table, ColumnDefinition column) {
    /** Those of CREATE TABLE and ALTER TABLE, in order. */
    public static Stream<DefinedColumn> of(Statement statement) {
        if (statement instanceof CreateTable create) {
            return create.elements().stream()
                    .filter(ColumnDefinition.class::isInstance)
                    .map(element -> new DefinedColumn(create.name(), (ColumnDefinition) element));
        }
        return statement instanceof AlterTable alter
                ? alter.actions().stream()
                        .flatMap(action -> definition(action).stream())
                        .map(column -> new DefinedColumn(alter.name(), column))
                : Stream.of();
    }

    private static Optional<ColumnDefinition> definition(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn add -> Optional.of(add.column());
            case MysqlAction.ModifyColumn modify -> Optional.of(modify.definition());
            default -> Optional.empty();
        };
    }

    /** {@code orders.total}. */
    public String object() {
        return table + "." + column.name().value();
    }

    /** What it has as default, if it says one. */
    public Optional<Expression> defaultValue() {
        return column.constraints().stream()
                .filter(constraint -> constraint.kind() == ColumnConstraint.Kind.DEFAULT)
                .findFirst()
                .flatMap(ColumnConstraint::expression);
    }

    /** Whether it says something of that kind. */
    public boolean has(ColumnConstraint.Kind kind) {
        return column.constraints().stream().anyMatch(constraint -> constraint.kind() == kind);
    }
}
