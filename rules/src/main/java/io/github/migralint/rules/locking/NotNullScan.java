package io.github.migralint.rules.locking;

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
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.facts.ChangeCause;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.source.Span;
import java.util.function.Consumer;

/** Every row of a table is read for NULLs while everybody waits. */
public final class NotNullScan implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "not-null-scan",
            "NOT NULL is verified for every existing row while the table is locked or written anew.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.SetNotNull set) {
                scanned(step, alter, set.column().value(), set.span(), report);
            } else if (action instanceof MysqlAction.ModifyColumn modify) {
                scanned(step, alter, modify.definition().name().value(), modify.span(), report);
            }
        }
        for (AddedConstraint constraint : AddedConstraint.of(step, TableConstraint.Kind.NOT_NULL)) {
            String column = constraint.columns().isEmpty()
                    ? constraint.name().orElse("the column")
                    : constraint.columns().get(0);
            scanned(step, alter, column, constraint.clause(), report);
        }
    }

    private static void scanned(Step step, AlterTable alter, String column, Span clause, Consumer<Finding> report) {
        ClauseWork.of(step, clause, ChangeCause.NOT_NULL).ifPresent(work -> {
            String table = alter.name().toString();
            var finding = Finding.at(step, INFO, clause)
                    .object(table + "." + column)
                    .risk(work.risk(Risk.HIGH))
                    .label(Blocked.label(work, table))
                    .message("NOT NULL for " + table + "." + column + " is verified for every row " + work.manner()
                            + ".")
                    .with(Blocked.during(step, work, table))
                    .because(Known.relation(step, alter.name()));
            Detour.of(step).notNull(step, alter, column, work, finding);
            report.accept(finding.build());
        });
    }
}
