package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.Effect;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ChangeCause;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.TimeZoneChange;
import io.github.migralint.rules.facts.TypeChange;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.Optional;
import java.util.function.Consumer;

/** A new type changes what is stored: table and indexes are written anew while everybody waits. */
public final class ColumnTypeRewrite implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "column-type-rewrite",
            "A type change writes the whole table and its indexes anew while its clients wait.",
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
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        for (TypeChange change : TypeChange.of(step)) {
            ClauseWork.of(step, change.clause(), ChangeCause.TYPE)
                    .or(() -> TimeZoneChange.rewrite(step, alter, change)
                            .map(work -> new ClauseWork(work, Optional.empty())))
                    .ifPresent(work -> report.accept(finding(step, alter, change, work)));
        }
    }

    private static Finding finding(Step step, AlterTable alter, TypeChange change, ClauseWork work) {
        String table = alter.name().toString();
        String column = change.column().value();
        String reason = work.work().reason();
        var finding = Finding.at(step, INFO, change.clause())
                .risk(work.risk(Risk.CRITICAL))
                .object(table + "." + column)
                .label("rewrites " + table + indexes(step, alter) + " " + work.manner())
                .message("Changing " + table + "." + column + " to "
                        + Sql.text(step, change.type().span())
                        + (reason.isEmpty() ? "" : " (" + reason + ")")
                        + (step.effects().certain() ? " writes" : " probably writes")
                        + " every row anew " + work.manner() + ".")
                .with(Blocked.during(step, work, table))
                .because(Known.type(step, alter.name(), column));
        Detour.of(step).typeChange(step, alter, change, work, finding);
        if (alsoScanned(step, work.work())) {
            finding.note("Tables that reference the column are locked and read as well.");
        }
        return finding.build();
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
