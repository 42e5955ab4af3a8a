package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.TableConstraint.Kind;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.ConstraintSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.function.Consumer;

/** An EXCLUDE constraint builds its index, and compares all rows, while everybody waits. */
public final class BlockingExclusionConstraint implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "blocking-exclusion-constraint",
            "An EXCLUDE constraint builds its index while all reads and writes of the table wait.",
            Category.LOCKING,
            Risk.CRITICAL,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (AddedConstraint constraint : AddedConstraint.of(step, Kind.EXCLUDE)) {
            LockedWork.indexBuild(step, constraint.clause())
                    .ifPresent(work -> report.accept(finding(step, constraint, work)));
        }
    }

    private static Finding finding(Step step, AddedConstraint constraint, LockedWork work) {
        AlterTable alter = (AlterTable) step.statement();
        String table = alter.name().toString();
        String name = ConstraintSql.name(step, alter.name(), constraint);
        var finding = Finding.at(step, INFO, constraint.clause())
                .object(table + "." + name)
                .label(Blocked.label(work.lock(), table, Work.INDEX_BUILD))
                .message("The EXCLUDE constraint " + name + " builds its index and compares every row with the others"
                        + " under " + work.lock().words() + ": nobody reads or writes " + table + " meanwhile.")
                .with(Blocked.during(step, work, table))
                .because(Known.relation(step, alter.name()));
        exchangeTables(step, alter, constraint, finding);
        return finding.note(
                        "EXCLUDE can be added neither NOT VALID nor USING INDEX: there is no gentle form for a table"
                                + " that is in use. If it has to stay, announce a window and bound the wait by lock_timeout.")
                .build();
    }

    private static void exchangeTables(
            Step step, AlterTable alter, AddedConstraint constraint, Finding.Builder finding) {
        String old = Sql.name(step, alter.name());
        String replacement = Sql.beside(step, alter.name(), alter.name().name() + "_new");
        finding.instead(
                        "now: an empty table that has the constraint",
                        "CREATE TABLE " + replacement + " (LIKE " + old + " INCLUDING ALL);\nALTER TABLE " + replacement
                                + " ADD "
                                + ConstraintSql.definition(step, constraint).strip() + ";")
                .instead(
                        "next: a trigger that writes to both, and the old rows in batches",
                        "INSERT INTO " + replacement + " SELECT * FROM " + old + " WHERE "
                                + Batches.range(step, alter.name()) + " ON CONFLICT DO NOTHING;")
                .instead(
                        "last, in one short transaction: they change names",
                        "ALTER TABLE " + old + " RENAME TO "
                                + step.quote(alter.name().name() + "_old") + ";\nALTER TABLE " + replacement
                                + " RENAME TO " + step.quote(alter.name().name()) + ";");
    }
}
