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
import io.github.migralint.rules.facts.ExpandSteps;
import io.github.migralint.rules.facts.NullabilityChange;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writers that leave a column out write something else from now on, or fail. */
public final class DefaultChanged implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "default-changed",
            "A default that running writers rely on is replaced or removed.",
            Category.COMPATIBILITY,
            Risk.MEDIUM,
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
                    .filter(change -> change.column()
                            .map(column -> Serving.clients(step, column))
                            .orElse(true))
                    .ifPresent(change -> report.accept(finding(step, alter, change)));
        }
    }

    private static Finding finding(Step step, AlterTable alter, DefaultChange change) {
        String column = change.name().value();
        String object = alter.name() + "." + column;
        String old = change.old().map(value -> " from " + value).orElse("");
        boolean staysRequired =
                change.column().filter(Column::notNull).isPresent() && !becomesOptional(step, alter, change);
        boolean required = staysRequired || isLeftWithout(step, alter, change);
        var finding = Finding.at(step, INFO, change.clause()).object(object).because(because(step, alter, change));
        if (change.replacement().isPresent()) {
            String fresh = DefaultChange.text(change.replacement().get());
            finding.label("INSERTs that leave " + column + " out write " + fresh + " from now on")
                    .message("The default of " + object + " changes" + old + " to " + fresh
                            + ": the running release, which leaves the column out, means the old one.");
        } else if (required) {
            finding.risk(optedIn(step, alter, change) ? Risk.LOW : Risk.HIGH)
                    .label("INSERTs that leave " + column + " out fail from now on")
                    .message("Without its default, " + object
                            + " has to be given by every INSERT: those of the running release that leave it out fail"
                            + " (" + ColumnSql.of(step).missingValue() + ").");
        } else {
            finding.risk(optedIn(step, alter, change) ? Risk.LOW : Risk.MEDIUM)
                    .label("INSERTs that leave " + column + " out write NULL from now on")
                    .message("Without its default, INSERTs of the running release that leave " + object
                            + " out write NULL.");
        }
        return finding.instead("an earlier release", "-- every INSERT gives " + column + " a value of its own")
                .build();
    }

    /** On MySQL a column that lost its default by DROP DEFAULT has none, not even NULL where it may be NULL. */
    private static boolean isLeftWithout(Step step, AlterTable alter, DefaultChange change) {
        return step.engine().dialect().equals(Engines.MYSQL)
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof AlterAction.DropDefault drop
                                && drop.span().equals(change.clause()));
    }

    private static boolean becomesOptional(Step step, AlterTable alter, DefaultChange change) {
        return Stream.concat(
                        alter.actions().stream(),
                        Shipment.after(step, alter, alter.actions().getLast()))
                .flatMap(action -> NullabilityChange.of(action).stream())
                .anyMatch(later ->
                        !later.required() && later.column().equals(change.name().value()));
    }

    /** A column that came later than its table got its default for the sake of old writers, which a release has ended. */
    private static boolean optedIn(Step step, AlterTable alter, DefaultChange change) {
        Optional<Table> table = step.before().table(alter.name());
        return table.isPresent()
                && change.column().isPresent()
                && (change.column().get().origin().migration()
                                > table.get().origin().migration()
                        || !ExpandSteps.ofColumn(
                                        step, table.get(), change.column().get())
                                .isEmpty());
    }

    private static Reason because(Step step, AlterTable alter, DefaultChange change) {
        return change.column()
                .filter(column -> column.origin().migration() >= 0)
                .map(column -> Known.since(
                                column.name() + " exists", column.origin(), column.name() + " was created here")
                        .and(change.old()
                                .map(old -> " and has the default " + old)
                                .orElse("")))
                .orElseGet(() -> Known.relation(step, alter.name()));
    }
}
