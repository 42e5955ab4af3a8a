package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.DropColumn;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Copies;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.ExpandStep;
import io.github.migralint.rules.facts.ExpandSteps;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.Optional;
import java.util.function.Consumer;

/** The new and the old of one change are exchanged in one release, which leaves no moment at which both work. */
public final class ExpandAndContractTogether implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "expand-and-contract-together",
                    "Values move to a new place and the old one is dropped in the same release.",
                    Category.COMPATIBILITY,
                    Risk.HIGH,
                    true,
                    Engines.ALL)
            .replacing("immediate-column-drop", "immediate-table-drop");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof DropObject drop && drop.kind() == ObjectKind.TABLE) {
            for (Dropped table : Dropped.of(step, drop)) {
                if (Serving.clients(step, table.name())) {
                    table(step, table, report);
                }
            }
        } else if (step.statement() instanceof AlterTable alter && Serving.clients(step, alter.name())) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof DropColumn drop) {
                    column(step, alter, drop, report);
                }
            }
        }
    }

    private static void column(Step step, AlterTable alter, DropColumn drop, Consumer<Finding> report) {
        Optional<Table> table = step.before().table(alter.name());
        Optional<Column> column = table.flatMap(t -> t.column(drop.column().value()));
        if (column.isEmpty()
                || !Serving.clients(step, column.get())
                || !ExpandSteps.ofColumn(step, table.get(), column.get()).isEmpty()) {
            return;
        }
        Copies.ofColumn(step, table.get(), column.get())
                .ifPresent(copy -> report.accept(
                        finding(step, alter.name() + "." + drop.column().value(), drop.span(), Risk.HIGH, copy)
                                .instead(
                                        "now",
                                        "-- only what is new, and a trigger or code that keeps both equal:\n-- "
                                                + copy.sentence())
                                .instead(
                                        "after the release that no longer uses "
                                                + drop.column().value(),
                                        "ALTER TABLE " + Sql.name(step, alter.name()) + " DROP COLUMN "
                                                + step.quote(drop.column().value()) + ";")
                                .build()));
    }

    private static void table(Step step, Dropped dropped, Consumer<Finding> report) {
        Optional<Table> table = step.before().table(dropped.name());
        boolean prepared =
                table.isPresent() && !ExpandSteps.ofTable(step, table.get()).isEmpty();
        if (prepared) {
            return;
        }
        if (Copies.inPlace(step, dropped.name())) {
            Copies.ofTable(step, dropped.name()).ifPresent(copy -> report.accept(rebuilt(step, dropped, copy)));
            return;
        }
        boolean answered = Shipment.after(step)
                .anyMatch(later -> later instanceof CreateView view && Names.same(view.name(), dropped.name()));
        Copies.ofTable(step, dropped.name())
                .ifPresent(copy -> report.accept(finding(
                                step,
                                dropped.name().toString(),
                                dropped.reference().span(),
                                answered ? Risk.MEDIUM : Risk.HIGH,
                                copy)
                        .instead(
                                "now",
                                "-- only the copy, and a trigger or code that keeps both equal:\n-- " + copy.sentence())
                        .instead(
                                "after the release that no longer uses "
                                        + dropped.name().name(),
                                "DROP TABLE " + Sql.name(step, dropped.name()) + ";")
                        .build()));
    }

    private static Finding rebuilt(Step step, Dropped table, ExpandStep copy) {
        return Finding.at(step, INFO, table.reference().span())
                .risk(Risk.LOW)
                .object(table.name().toString())
                .label("its rows live on in a table that takes its name")
                .message("The release builds " + table.name()
                        + " anew and drops the old one: whoever uses it finds the rows again, but other columns where"
                        + " they differ.")
                .because(copy.reason())
                .build();
    }

    private static Finding.Builder finding(Step step, String object, Span place, Risk risk, ExpandStep copy) {
        return Finding.at(step, INFO, place)
                .risk(risk)
                .object(object)
                .label("goes in the release that moved its values; the running one still uses it")
                .message(
                        "Dropping " + object + " in the release that moves its values leaves no moment at which old and"
                                + " new code both work, and what the old one writes after the copy is lost.")
                .because(copy.reason().and(", in the same release"));
    }
}
