package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TypeName;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Column;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A column that an ALTER TABLE gives a type, whether or not it is another one.
 *
 * @param column the column
 * @param type the type
 * @param using how old values become new ones, where that is said
 * @param clause where it stands
 */
public record Retyped(Identifier column, TypeName type, Optional<Expression> using, Span clause) {
    /** Those of a statement, in order. */
    public static List<Retyped> of(AlterTable alter) {
        return alter.actions().stream().flatMap(action -> of(action).stream()).toList();
    }

    private static Optional<Retyped> of(AlterAction action) {
        return switch (action) {
            case AlterAction.AlterColumnType change ->
                Optional.of(new Retyped(change.column(), change.type(), change.using(), change.span()));
            case MysqlAction.ModifyColumn modify ->
                modify.definition()
                        .type()
                        .map(type -> new Retyped(modify.column(), type, Optional.empty(), modify.span()));
            default -> Optional.empty();
        };
    }

    /** The column before, if the history knows it. */
    public Optional<Column> before(Step step, AlterTable alter) {
        return step.before().table(alter.name()).flatMap(table -> table.column(column.value()));
    }
}
