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

/** Every row of a table is looked up in the table it references while the writers of both wait. */
public final class ForeignKeyValidatedUnderLock implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "foreign-key-validated-under-lock",
            "A foreign key checks every existing row while writers of its table wait.",
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
        for (AddedConstraint key : AddedConstraint.of(step, TableConstraint.Kind.FOREIGN_KEY)) {
            ClauseWork.of(step, key.clause(), ChangeCause.FOREIGN_KEY)
                    .ifPresent(work -> report.accept(finding(step, key, work)));
        }
    }

    private static Finding finding(Step step, AddedConstraint key, ClauseWork work) {
        AlterTable alter = (AlterTable) step.statement();
        String table = alter.name().toString();
        String parent = key.references().orElse("the referenced table");
        String both = parent.equals(table) ? table : table + " and " + parent;
        String name = ConstraintSql.name(step, alter.name(), key);
        boolean copied = work.way().isPresent();
        var finding = Finding.at(step, INFO, key.clause())
                .risk(work.risk(Risk.HIGH))
                .object(table + "." + name)
                .label(
                        copied
                                ? "copies " + table + " " + work.manner() + ", to look up every row"
                                : "locks " + both + " while every row of " + table + " is looked up")
                .message("The foreign key " + name + " is checked for every row of " + table + " while "
                        + (copied ? "the table is copied " + work.manner() : locked(table, parent)) + ".")
                .with(Blocked.during(step, work, copied ? table : both))
                .because(Known.relation(step, alter.name()));
        Detour.of(step).foreignKey(step, alter, key, finding);
        return finding.build();
    }

    private static String locked(String table, String parent) {
        return (parent.equals(table) ? "it is" : "both tables are") + " locked";
    }
}
