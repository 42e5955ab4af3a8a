package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.text.Sql;

/** Writes the ADD COLUMN that is left when the dear part of it goes to statements of its own. */
final class NewColumnSql {
    private NewColumnSql() {}

    /** The new column of a constraint without its CHECK, UNIQUE, PRIMARY KEY and REFERENCES. */
    static String bare(Step step, AlterTable alter, AddedConstraint constraint) {
        return constraint.newColumn().map(column -> bare(step, alter, column)).orElse("");
    }

    /** A new column with nothing but what costs nothing. */
    static String bare(Step step, AlterTable alter, ColumnDefinition column) {
        var sql = new StringBuilder("ALTER TABLE ")
                .append(Sql.name(step, alter.name()))
                .append(" ADD COLUMN ")
                .append(step.quote(column.name().value()));
        column.type().ifPresent(type -> sql.append(' ').append(Sql.text(step, type.span())));
        column.collation().ifPresent(collation -> sql.append(" COLLATE ").append(Sql.name(step, collation)));
        for (ColumnConstraint constraint : column.constraints()) {
            if (costsNothing(constraint)) {
                sql.append(' ').append(Sql.text(step, constraint.span()));
            }
        }
        return sql.append(';').toString();
    }

    private static boolean costsNothing(ColumnConstraint constraint) {
        return constraint.kind() == ColumnConstraint.Kind.NOT_NULL
                || constraint.kind() == ColumnConstraint.Kind.DEFAULT;
    }
}
