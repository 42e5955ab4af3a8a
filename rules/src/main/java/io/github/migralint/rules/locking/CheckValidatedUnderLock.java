package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
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
import io.github.migralint.rules.text.ConstraintSql;
import io.github.migralint.rules.text.Known;
import java.util.function.Consumer;

/** Every row of a table is checked while everybody waits. */
public final class CheckValidatedUnderLock implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "check-validated-under-lock",
            "A CHECK is verified for every existing row while the writers of the table wait.",
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
        for (AddedConstraint check : AddedConstraint.of(step, TableConstraint.Kind.CHECK)) {
            ClauseWork.of(step, check.clause(), ChangeCause.CHECK)
                    .ifPresent(work -> report.accept(finding(step, check, work)));
        }
    }

    private static Finding finding(Step step, AddedConstraint check, ClauseWork work) {
        AlterTable alter = (AlterTable) step.statement();
        String table = alter.name().toString();
        String name = ConstraintSql.name(step, alter.name(), check);
        var finding = Finding.at(step, INFO, check.clause())
                .object(table + "." + name)
                .risk(work.risk(Risk.HIGH))
                .label(Blocked.label(work, table))
                .message("The CHECK " + name + " is verified for every row of " + table + " " + work.manner() + ".")
                .with(Blocked.during(step, work, table))
                .because(Known.relation(step, alter.name()));
        Detour.of(step).check(step, alter, check, finding);
        return finding.build();
    }
}
