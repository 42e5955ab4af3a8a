package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.AlterColumnType;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.Effect;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.TimeZoneChange;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.function.Consumer;

/** A new type changes what is stored: table and indexes are written anew while everybody waits. */
public final class ColumnTypeRewrite implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "column-type-rewrite",
            "A type change writes the whole table and its indexes anew while everybody waits.",
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
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterColumnType change) {
                LockedWork.rewrite(step, change.span())
                        .or(() -> TimeZoneChange.rewrite(step, alter, change))
                        .ifPresent(work -> report.accept(finding(step, alter, change, work)));
            }
        }
    }

    private static Finding finding(Step step, AlterTable alter, AlterColumnType change, LockedWork work) {
        String table = alter.name().toString();
        String column = change.column().value();
        var finding = Finding.at(step, INFO, change.span())
                .object(table + "." + column)
                .label("rewrites " + table + indexes(step, alter) + " under "
                        + work.lock().words())
                .message("Changing " + table + "." + column + " to "
                        + Sql.text(step, change.type().span())
                        + (work.reason().isEmpty() ? "" : " (" + work.reason() + ")")
                        + (step.effects().certain() ? " writes" : " probably writes")
                        + " every row anew under " + work.lock().words() + ".")
                .with(Blocked.during(step, work, table))
                .because(Known.type(step, alter.name(), column));
        replaceColumn(step, alter, change, finding);
        if (alsoScanned(step, work)) {
            finding.note("Tables that reference the column are locked and read as well.");
        }
        return finding.build();
    }

    private static void replaceColumn(Step step, AlterTable alter, AlterColumnType change, Finding.Builder finding) {
        String table = Sql.name(step, alter.name());
        String old = step.quote(change.column().value());
        String replacement = step.quote(change.column().value() + "_new");
        String value = change.using().map(using -> Sql.text(step, using.span())).orElse(old);
        finding.instead(
                "now",
                "ALTER TABLE " + table + " ADD COLUMN " + replacement + " "
                        + Sql.text(step, change.type().span()) + ";");
        finding.instead(
                "next: keep both columns equal (trigger or application), then fill in batches",
                "UPDATE " + table + " SET " + replacement + " = " + value + " WHERE "
                        + Batches.range(step, alter.name()) + " AND " + replacement + " IS NULL;");
        finding.instead(
                "after the release that reads " + replacement, "ALTER TABLE " + table + " DROP COLUMN " + old + ";");
    }

    private static String indexes(Step step, AlterTable alter) {
        int count = step.before()
                .table(alter.name())
                .map(table -> step.before().indexesOf(table.id()).size())
                .orElse(0);
        return switch (count) {
            case 0 -> "";
            case 1 -> " and its index";
            default -> " and its " + count + " indexes";
        };
    }

    private static boolean alsoScanned(Step step, LockedWork work) {
        return step.effects().of(Effect.ScansTable.class).stream()
                .anyMatch(scan -> !scan.relation().name().equals(work.table().name()));
    }
}
