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
import io.github.migralint.rules.facts.AddedConstraint.Form;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.ConstraintSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The index of a key is built while everybody waits. */
public final class BlockingUniqueConstraint implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "blocking-unique-constraint",
            "UNIQUE or PRIMARY KEY builds its index while all reads and writes of the table wait.",
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
        for (Kind kind : List.of(Kind.UNIQUE, Kind.PRIMARY_KEY)) {
            for (AddedConstraint key : AddedConstraint.of(step, kind)) {
                if (!rewritesAnyway(step, key)) {
                    LockedWork.indexBuild(step, key.clause())
                            .ifPresent(work -> report.accept(finding(step, key, work)));
                }
            }
        }
    }

    /** A key inside of a new column that writes the table anew is a part of that danger. */
    private static boolean rewritesAnyway(Step step, AddedConstraint key) {
        return key.newColumn()
                .flatMap(column -> LockedWork.rewrite(step, column.span()))
                .isPresent();
    }

    private static Finding finding(Step step, AddedConstraint key, LockedWork work) {
        AlterTable alter = (AlterTable) step.statement();
        String table = alter.name().toString();
        String name = ConstraintSql.name(step, alter.name(), key);
        var finding = Finding.at(step, INFO, key.clause())
                .object(table + "." + name)
                .label(Blocked.label(work.lock(), table, Work.INDEX_BUILD))
                .message("The " + words(key) + " " + name + " builds its index under "
                        + work.lock().words() + ": nobody reads or writes " + table + " meanwhile.")
                .with(Blocked.during(step, work, table))
                .because(Known.relation(step, alter.name()));
        if (partitioned(step, alter)) {
            finding.note("On a partitioned table give each partition the same constraint first, by this recipe: the"
                    + " parent then takes them over and builds nothing.");
        }
        recipe(step, alter, key, name, finding);
        return finding.build();
    }

    private static void recipe(Step step, AlterTable alter, AddedConstraint key, String name, Finding.Builder finding) {
        String target = "ALTER TABLE " + Sql.name(step, alter.name());
        if (key.form() == Form.INLINE) {
            finding.instead("now: the column without the key", NewColumnSql.bare(step, alter, key));
        }
        if (key.kind() == Kind.PRIMARY_KEY && mayHoldNull(step, alter, key)) {
            finding.note("Columns that may be NULL are read once more under the lock: make them NOT NULL first.");
        }
        String columns = key.columns().stream().map(step::quote).collect(Collectors.joining(", "));
        finding.instead(
                        Runner.alone(step),
                        "CREATE UNIQUE INDEX CONCURRENTLY " + step.quote(name) + " ON " + Sql.name(step, alter.name())
                                + " (" + columns + ");")
                .instead(
                        "next migration, in an instant",
                        target + " ADD CONSTRAINT " + step.quote(name) + " " + words(key) + " USING INDEX "
                                + step.quote(name) + ";");
        Runner.whyAlone(step, "CREATE INDEX CONCURRENTLY").ifPresent(finding::note);
    }

    /** Whether the history does not know every column of the key for NOT NULL. */
    private static boolean mayHoldNull(Step step, AlterTable alter, AddedConstraint key) {
        Optional<Table> table = step.before().table(alter.name());
        return !key.columns().stream()
                .allMatch(name -> table.flatMap(known -> known.column(name))
                        .filter(Column::notNull)
                        .isPresent());
    }

    private static String words(AddedConstraint key) {
        return key.kind() == Kind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE";
    }

    private static boolean partitioned(Step step, AlterTable alter) {
        return step.before()
                .table(alter.name())
                .filter(table -> table.kind() == Table.Kind.PARTITIONED)
                .isPresent();
    }
}
