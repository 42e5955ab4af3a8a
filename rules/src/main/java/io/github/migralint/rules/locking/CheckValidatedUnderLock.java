package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.facts.AddedConstraint.Form;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.ConstraintSql;
import io.github.migralint.rules.text.Known;
import java.util.List;
import java.util.function.Consumer;

/** Every row of a table is checked while everybody waits. */
public final class CheckValidatedUnderLock implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "check-validated-under-lock",
            "A CHECK reads every existing row while all reads and writes of the table wait.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (AddedConstraint check : AddedConstraint.of(step, TableConstraint.Kind.CHECK)) {
            LockedWork.scan(step, check.clause()).ifPresent(work -> report.accept(finding(step, check, work)));
        }
    }

    private static Finding finding(Step step, AddedConstraint check, LockedWork work) {
        AlterTable alter = (AlterTable) step.statement();
        String table = alter.name().toString();
        String name = ConstraintSql.name(step, alter.name(), check);
        var finding = Finding.at(step, INFO, check.clause())
                .object(table + "." + name)
                .label(Blocked.label(work.lock(), table, Work.SCAN))
                .message("The CHECK " + name + " is verified for every row of " + table + " under "
                        + work.lock().words() + ".")
                .with(Blocked.during(step, work, table))
                .because(Known.relation(step, alter.name()));
        if (check.form() == Form.INLINE) {
            finding.instead("now: the column without the check", NewColumnSql.bare(step, alter, check));
        }
        if (check.form() == Form.VALIDATED) {
            finding.note("Beside another action VALIDATE runs under the lock of that action: give it a statement"
                    + " and a transaction of its own.");
        } else {
            finding.instead("for new rows, in an instant", ConstraintSql.addNotValid(step, alter, check));
        }
        finding.instead("next migration: reads and writes go on", ConstraintSql.validate(step, alter, check));
        return finding.build();
    }
}
