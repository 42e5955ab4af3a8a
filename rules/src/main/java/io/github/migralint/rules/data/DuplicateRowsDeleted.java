package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.function.Consumer;

/** ALTER IGNORE makes rows fit instead of refusing them. */
public final class DuplicateRowsDeleted implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "duplicate-rows-deleted",
            "ALTER IGNORE deletes rows that break a new key, and cuts off values that do not fit.",
            Category.DATA,
            Risk.CRITICAL,
            true,
            List.of("mariadb"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter)
                || !alter.ignore()
                || !Serving.clients(step, alter.name())) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.AddConstraint add && isKey(add.constraint())) {
                report.accept(key(step, alter, add));
            } else if (action instanceof MysqlAction.ModifyColumn modify) {
                report.accept(values(step, alter, modify));
            }
        }
    }

    private static boolean isKey(TableConstraint constraint) {
        return constraint.kind() == TableConstraint.Kind.UNIQUE
                || constraint.kind() == TableConstraint.Kind.PRIMARY_KEY;
    }

    private static Finding key(Step step, AlterTable alter, AlterAction.AddConstraint add) {
        String table = Sql.name(step, alter.name());
        String columns = Sql.columns(step, add.constraint().columns());
        return Finding.at(step, INFO, add.span())
                .object(alter.name().toString())
                .label("of rows with the same " + columns + " all but one are deleted")
                .message("ALTER IGNORE keeps one of the rows of " + alter.name() + " that have the same " + columns
                        + " and deletes the others, without an error and without saying which.")
                .because(Known.relation(step, alter.name()))
                .instead(
                        "first: which rows are alike",
                        "SELECT " + columns + ", COUNT(*) FROM " + table + " GROUP BY " + columns
                                + " HAVING COUNT(*) > 1;")
                .instead("decide which of them stays, and delete the others by their key", "-- in batches")
                .instead(
                        "then without IGNORE: it fails rather than delete",
                        "ALTER TABLE " + table + " " + Sql.text(step, add.span()) + ";")
                .build();
    }

    private static Finding values(Step step, AlterTable alter, MysqlAction.ModifyColumn modify) {
        String column = modify.column().value();
        return Finding.at(step, INFO, modify.span())
                .object(alter.name() + "." + column)
                .label("values of " + column + " that do not fit are changed without an error")
                .message("With ALTER IGNORE, values of " + alter.name() + "." + column
                        + " that the new definition cannot hold are cut off or clamped, and NULL becomes 0 or an empty"
                        + " string, as without strict mode.")
                .because(Known.type(step, alter.name(), column))
                .instead(
                        "without IGNORE: it fails rather than change a value",
                        "ALTER TABLE " + Sql.name(step, alter.name()) + " " + Sql.text(step, modify.span()) + ";")
                .build();
    }
}
