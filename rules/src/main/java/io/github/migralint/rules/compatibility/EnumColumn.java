package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Retyped;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Prose;
import io.github.migralint.rules.text.Sql;
import java.util.List;

/** Words findings about a column whose labels stand in its own type. */
final class EnumColumn {
    private EnumColumn() {}

    /** Labels go. */
    static Finding removed(Step step, RuleInfo rule, AlterTable alter, Retyped change, List<String> missing) {
        String column = change.column().value();
        String quoted = step.quote(column);
        String table = Sql.name(step, alter.name());
        String labels = Prose.list(missing);
        String one = missing.getFirst();
        return Finding.at(step, rule, change.clause())
                .object(alter.name() + "." + column)
                .label(labels + (missing.size() == 1 ? " is" : " are") + " no label of " + column + " any more")
                .message("The column " + alter.name() + "." + column + " loses " + labels
                        + ": rows that hold it stop the migration in strict mode and become the empty string without"
                        + " it, and code of the running release that writes it fails ("
                        + ColumnSql.of(step).unknownLabel() + ").")
                .because(Known.type(step, alter.name(), column))
                .instead(
                        "first: whether rows hold it",
                        "SELECT COUNT(*) FROM " + table + " WHERE " + quoted + " = " + one + ";")
                .instead("in this release", "-- the application no longer writes " + labels)
                .instead(
                        "next: rows are changed in batches, and the label stays, unused",
                        "UPDATE " + table + " SET " + quoted + " = /* another label */ WHERE " + quoted + " = " + one
                                + " AND " + Batches.range(step, alter.name()) + ";")
                .build();
    }

    /** Labels change places. */
    static Finding reordered(Step step, RuleInfo rule, AlterTable alter, Retyped change) {
        String column = change.column().value();
        return Finding.at(step, rule, change.clause())
                .object(alter.name() + "." + column)
                .label("the labels of " + column + " change places: sorting and numbers change with them")
                .message("The labels of " + alter.name() + "." + column
                        + " get another order. Rows keep their labels; ORDER BY, comparisons with numbers and MIN and"
                        + " MAX go by the place in the list, and give other results.")
                .because(Known.type(step, alter.name(), column))
                .instead("now", "-- keep the old order, and put new labels at the end")
                .build();
    }
}
