package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * An existing column that an ALTER TABLE makes refuse NULL, or admit it.
 *
 * @param column the column
 * @param required whether it refuses NULL from now on
 * @param notValid whether old rows are left out
 * @param restated whether the whole definition is said again, so that it may have been so before
 * @param clause where it stands
 */
public record NullabilityChange(String column, boolean required, boolean notValid, boolean restated, Span clause) {
    /** What an action says about one column; what a definition leaves out is not said. */
    public static Optional<NullabilityChange> of(AlterAction action) {
        return switch (action) {
            case AlterAction.SetNotNull set ->
                Optional.of(new NullabilityChange(set.column().value(), true, false, false, set.span()));
            case AlterAction.DropNotNull drop ->
                Optional.of(new NullabilityChange(drop.column().value(), false, false, false, drop.span()));
            case AlterAction.AddConstraint add
            when add.constraint().kind() == TableConstraint.Kind.NOT_NULL
                    && !add.constraint().columns().isEmpty() ->
                Optional.of(new NullabilityChange(
                        add.constraint().columns().getFirst().value(),
                        true,
                        add.constraint().attributes().notValid(),
                        false,
                        add.span()));
            case MysqlAction.ModifyColumn modify -> restated(modify);
            default -> Optional.empty();
        };
    }

    private static Optional<NullabilityChange> restated(MysqlAction.ModifyColumn modify) {
        return modify.definition().constraints().stream()
                .filter(constraint -> constraint.kind() == ColumnConstraint.Kind.NOT_NULL
                        || constraint.kind() == ColumnConstraint.Kind.NULL)
                .findFirst()
                .map(constraint -> new NullabilityChange(
                        modify.column().value(),
                        constraint.kind() == ColumnConstraint.Kind.NOT_NULL,
                        false,
                        true,
                        modify.span()));
    }
}
