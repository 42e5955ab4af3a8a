package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TypeName;
import io.github.migralint.history.Step;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A clause that gives a column a type, be it another one or the one that it has.
 *
 * @param column the column
 * @param type its type from now on
 * @param using what the new values are computed from, where that is said
 * @param clause where it stands
 */
public record TypeChange(Identifier column, TypeName type, Optional<Expression> using, Span clause) {
    /** Those of a step, in order. */
    public static List<TypeChange> of(Step step) {
        var found = new ArrayList<TypeChange>();
        if (step.statement() instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                of(action).ifPresent(found::add);
            }
        }
        return found;
    }

    /** That of ALTER COLUMN. */
    public static TypeChange of(AlterAction.AlterColumnType change) {
        return new TypeChange(change.column(), change.type(), change.using(), change.span());
    }

    private static Optional<TypeChange> of(AlterAction action) {
        if (action instanceof AlterAction.AlterColumnType change) {
            return Optional.of(of(change));
        }
        if (action instanceof MysqlAction.ModifyColumn modify) {
            return modify.definition()
                    .type()
                    .map(type -> new TypeChange(modify.column(), type, Optional.empty(), modify.span()));
        }
        return Optional.empty();
    }
}
