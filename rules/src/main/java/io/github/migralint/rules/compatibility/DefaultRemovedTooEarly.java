package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.DefaultChange;
import io.github.migralint.rules.facts.NullabilityChange;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import java.util.function.Consumer;

/** A new required column loses its default while writers that do not know the column still run. */
public final class DefaultRemovedTooEarly implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "default-removed-too-early",
            "A new required column loses its default in the release that adds it.",
            Category.COMPATIBILITY,
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
        for (AlterAction action : alter.actions()) {
            DefaultChange.of(step, alter, action)
                    .filter(change -> change.replacement().isEmpty() && required(step, change))
                    .filter(change -> !becomesOptional(step, alter, action, change))
                    .ifPresent(change -> report.accept(finding(step, alter, change)));
        }
    }

    private static boolean required(Step step, DefaultChange change) {
        return change.column()
                .filter(column -> column.notNull() && !Serving.clients(step, column))
                .isPresent();
    }

    private static boolean becomesOptional(Step step, AlterTable alter, AlterAction action, DefaultChange change) {
        return Shipment.after(step, alter, action)
                .flatMap(later -> NullabilityChange.of(later).stream())
                .anyMatch(later ->
                        !later.required() && later.column().equals(change.name().value()));
    }

    private static Finding finding(Step step, AlterTable alter, DefaultChange change) {
        String column = change.name().value();
        var finding = Finding.at(step, INFO, change.clause())
                .object(alter.name() + "." + column)
                .label("every INSERT of the running release fails: it does not know " + column)
                .message("The new column " + alter.name() + "." + column
                        + " is NOT NULL and loses its default in the release that adds it: every INSERT of the running"
                        + " release fails (" + ColumnSql.of(step).missingValue() + ") until that is gone.")
                .because(change.column()
                        .map(known -> Reason.at(column + " was added in ", known.origin(), column + " was added here")
                                .and(", in the same release"))
                        .orElse(Reason.of("")))
                .instead("now", "-- keep the default")
                .instead(
                        "when the release that writes " + column + " runs everywhere",
                        "ALTER TABLE " + Sql.name(step, alter.name()) + " ALTER COLUMN " + step.quote(column)
                                + " DROP DEFAULT;");
        change.column()
                .map(Column::origin)
                .flatMap(origin -> Refusal.at(origin, column + " was added here"))
                .ifPresent(finding::related);
        return finding.build();
    }
}
