package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.NullabilityChange;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.Known;
import io.github.migralint.schema.Column;
import java.util.Optional;
import java.util.function.Consumer;

/** A column may be NULL from now on, and code that reads it may not know. */
public final class NotNullRemoved implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "not-null-removed",
            "A column that never was NULL may be NULL from now on, and readers may not expect that.",
            Category.COMPATIBILITY,
            Risk.LOW,
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
            NullabilityChange.of(action)
                    .filter(change -> !change.required() && matters(step, alter, action, change))
                    .ifPresent(change -> report.accept(finding(step, alter, change)));
        }
    }

    private static boolean matters(Step step, AlterTable alter, AlterAction action, NullabilityChange change) {
        String name = change.column();
        Optional<Column> column = step.before().table(alter.name()).flatMap(table -> table.column(name));
        boolean nullableAlready = column.map(known -> !known.notNull()).orElse(change.restated());
        boolean newborn = column.isPresent() && !Serving.clients(step, column.get());
        boolean backAgain = Shipment.after(step, alter, action)
                .flatMap(later -> NullabilityChange.of(later).stream())
                .anyMatch(later -> later.required() && later.column().equals(name));
        return !nullableAlready && !newborn && !backAgain && !Shipment.dropsColumn(step, alter, action, name);
    }

    private static Finding finding(Step step, AlterTable alter, NullabilityChange change) {
        String column = change.column();
        return Finding.at(step, INFO, change.clause())
                .object(alter.name() + "." + column)
                .label("code of the running release that reads " + column + " may meet NULL")
                .message("From now on " + alter.name() + "." + column
                        + " may be NULL, which code that reads it never saw.")
                .because(Known.relation(step, alter.name()))
                .instead("an earlier release", "-- code that reads " + column + " copes with NULL")
                .build();
    }
}
