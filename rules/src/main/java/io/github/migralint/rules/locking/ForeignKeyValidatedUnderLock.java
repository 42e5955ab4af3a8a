package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.TableConstraint;
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

/** Every row of a table is looked up in the table it references while the writers of both wait. */
public final class ForeignKeyValidatedUnderLock implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "foreign-key-validated-under-lock",
            "A foreign key checks every existing row while both of its tables are locked.",
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
        for (AddedConstraint key : AddedConstraint.of(step, TableConstraint.Kind.FOREIGN_KEY)) {
            LockedWork.scan(step, key.clause()).ifPresent(work -> report.accept(finding(step, key, work)));
        }
    }

    private static Finding finding(Step step, AddedConstraint key, LockedWork work) {
        AlterTable alter = (AlterTable) step.statement();
        String table = alter.name().toString();
        String parent = key.references().orElse("the referenced table");
        String both = parent.equals(table) ? table : table + " and " + parent;
        String name = ConstraintSql.name(step, alter.name(), key);
        var finding = Finding.at(step, INFO, key.clause())
                .object(table + "." + name)
                .label("locks " + both + " while every row of " + table + " is looked up")
                .message("The foreign key " + name + " is checked for every row of " + table + " while "
                        + (parent.equals(table) ? "it is" : "both tables are") + " locked.")
                .with(Blocked.during(step, work, both))
                .because(Known.relation(step, alter.name()));
        switch (key.form()) {
            case INLINE -> inline(step, alter, key, finding);
            case ADDED -> added(step, alter, key, finding);
            case VALIDATED -> validated(step, alter, key, finding);
            case ENFORCED ->
                finding.note("Enforcing a key checks all rows under the lock; drop it and add it NOT VALID instead.");
        }
        return finding.build();
    }

    private static void inline(Step step, AlterTable alter, AddedConstraint key, Finding.Builder finding) {
        finding.instead("now: the column without the key", NewColumnSql.bare(step, alter, key));
        added(step, alter, key, finding);
    }

    private static void added(Step step, AlterTable alter, AddedConstraint key, Finding.Builder finding) {
        if (PartitionedTables.refusesNotValidKeys(step, alter.name())) {
            PartitionedTables.foreignKeyRecipe(step, alter, key, finding);
            return;
        }
        finding.instead("for new rows, in an instant", ConstraintSql.addNotValid(step, alter, key));
        validated(step, alter, key, finding);
    }

    private static void validated(Step step, AlterTable alter, AddedConstraint key, Finding.Builder finding) {
        finding.instead("next migration: reads and writes go on", ConstraintSql.validate(step, alter, key));
        if (key.form() == Form.VALIDATED) {
            finding.note("Beside another action VALIDATE runs under the lock of that action: give it a statement"
                    + " and a transaction of its own.");
        }
    }
}
