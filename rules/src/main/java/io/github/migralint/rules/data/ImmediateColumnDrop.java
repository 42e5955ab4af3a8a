package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Effect.LosesData;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ExpandStep;
import io.github.migralint.rules.facts.ExpandSteps;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.rules.text.Staged;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A column goes while the running release may still use it. */
public final class ImmediateColumnDrop implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "immediate-column-drop",
            "A column is dropped and no earlier release stopped using it.",
            Category.DATA,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter) || !Serving.clients(step, alter.name())) {
            return;
        }
        for (LosesData loss : step.effects().of(LosesData.class)) {
            if (loss.objectKind() == ObjectKind.COLUMN && loss.kind() == LosesData.Loss.COLUMN) {
                dropped(step, alter, loss, report);
            }
        }
    }

    private static void dropped(Step step, AlterTable alter, LosesData loss, Consumer<Finding> report) {
        Optional<Table> table = step.before().table(alter.name());
        Optional<Column> column = table.flatMap(t -> t.column(loss.name()));
        if (column.isPresent() && !Serving.clients(step, column.get())) {
            return;
        }
        List<ExpandStep> prepared = column.map(c -> ExpandSteps.ofColumn(step, table.orElseThrow(), c))
                .orElse(List.of());
        report.accept(
                prepared.isEmpty() ? unprepared(step, alter, loss, column) : prepared(step, alter, loss, prepared));
    }

    private static Finding unprepared(Step step, AlterTable alter, LosesData loss, Optional<Column> column) {
        String target = "ALTER TABLE " + Sql.name(step, alter.name());
        String name = step.quote(loss.name());
        var finding = Finding.at(step, INFO, loss.place())
                .object(alter.name() + "." + loss.name())
                .label("the running release may still read and write " + loss.name() + "; its values are gone")
                .message("Dropping " + alter.name() + "." + loss.name()
                        + " loses its values for good, and code that still names the column fails.")
                .because(because(step, alter, loss, column));
        column.map(known -> ColumnSql.of(step).farewell(step, alter.name(), known))
                .orElse(List.of())
                .forEach(fix -> finding.instead(fix.when(), fix.sql()));
        return finding.instead(
                        "an earlier release",
                        "-- the application stops reading and writing " + loss.name()
                                + ", in column lists of its ORM too")
                .instead("when that release runs everywhere", target + " DROP COLUMN " + name + ";")
                .build();
    }

    private static Finding prepared(Step step, AlterTable alter, LosesData loss, List<ExpandStep> prepared) {
        var finding = Finding.at(step, INFO, loss.place())
                .risk(Risk.LOW)
                .object(alter.name() + "." + loss.name())
                .label("contract step: " + loss.name() + " was prepared for this in an earlier release")
                .message("Dropping " + alter.name() + "." + loss.name()
                        + " loses its values for good; an earlier release prepared it: "
                        + Staged.sentence(prepared) + ".")
                .because(Staged.reason(prepared));
        return finding.build();
    }

    private static Reason because(Step step, AlterTable alter, LosesData loss, Optional<Column> column) {
        return column.map(c -> (c.origin().migration() < 0
                                ? Reason.of(loss.name() + " was there before the history begins")
                                : Reason.at(
                                        loss.name() + " exists since ", c.origin(), loss.name() + " was created here"))
                        .and(", and no earlier release replaced it, made it optional or marked it as going"))
                .orElseGet(() -> Known.relation(step, alter.name()));
    }
}
