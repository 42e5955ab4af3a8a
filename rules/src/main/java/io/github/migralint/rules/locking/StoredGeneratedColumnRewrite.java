package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ChangeCause;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import java.util.function.Consumer;

/** A column whose computed values are stored: new, or computed otherwise from now on. */
public final class StoredGeneratedColumnRewrite implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "stored-generated-column-rewrite",
            "A stored generated column, new or changed, is computed for every row, so the table is written anew.",
            Category.LOCKING,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (NewColumnRewrite rewrite : NewColumnRewrite.of(step, ChangeCause.GENERATED)) {
            report.accept(finding(step, rewrite));
        }
        if (step.statement() instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof AlterAction.SetExpression change) {
                    LockedWork.rewrite(step, change.span())
                            .ifPresent(work -> report.accept(changed(step, alter, change, work)));
                }
            }
        }
    }

    private static Finding changed(Step step, AlterTable alter, AlterAction.SetExpression change, LockedWork work) {
        String table = alter.name().toString();
        String column = change.column().value();
        String target = "ALTER TABLE " + Sql.name(step, alter.name());
        String replacement = step.quote(column + "_new");
        String expression = Sql.text(step, change.expression().span());
        return Finding.at(step, INFO, change.span())
                .object(table + "." + column)
                .label("rewrites " + table + " under " + work.lock().words() + ": each value is computed anew")
                .message("The new expression of " + table + "." + column + " is computed for every row, which writes "
                        + table + " anew under " + work.lock().words() + ".")
                .with(Blocked.during(step, work, table))
                .because(Known.relation(step, alter.name()))
                .instead("now", target + " ADD COLUMN " + replacement + " " + type(step, alter, column) + ";")
                .instead(
                        "then: a trigger that sets it on INSERT and UPDATE",
                        "-- NEW." + replacement + " := " + expression + ";")
                .instead(
                        "next: old rows in batches, each committed",
                        "UPDATE " + Sql.name(step, alter.name()) + " SET " + replacement + " = " + expression
                                + " WHERE " + replacement + " IS NULL AND " + Batches.range(step, alter.name()) + ";")
                .instead(
                        "after the release that reads " + column + "_new",
                        target + " DROP COLUMN " + step.quote(column) + ";")
                .build();
    }

    private static String type(Step step, AlterTable alter, String column) {
        return step.before()
                .table(alter.name())
                .flatMap(table -> table.column(column))
                .flatMap(Column::type)
                .map(Object::toString)
                .orElse("/* type */");
    }

    private static Finding finding(Step step, NewColumnRewrite rewrite) {
        var finding = rewrite.finding(step, INFO, "each value is computed and stored");
        Detour.of(step).storedColumn(step, rewrite, finding);
        return finding.build();
    }
}
