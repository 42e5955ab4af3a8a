package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.NewColumn;
import io.github.migralint.rules.facts.NullabilityChange;
import io.github.migralint.rules.facts.Readiness;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.Optional;
import java.util.function.Consumer;

/** A column refuses NULL before its rows are filled and its writers know it. */
public final class NotNullWithoutBackfill implements Rule {
    static final RuleInfo INFO = new RuleInfo(
            "not-null-without-backfill",
            "A column becomes NOT NULL while rows or running writers may still leave it NULL.",
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
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        boolean serving = Serving.clients(step, alter.name());
        if (!serving && !Serving.filled(step, alter.name())) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.AddColumn add) {
                added(step, alter, add.column(), report);
            } else if (serving) {
                tightened(step, alter, action, report);
            }
        }
    }

    private static void added(Step step, AlterTable alter, ColumnDefinition column, Consumer<Finding> report) {
        boolean exists = step.before()
                .table(alter.name())
                .flatMap(table -> table.column(column.name().value()))
                .isPresent();
        if (!exists && NewColumn.required(column) && !NewColumn.fillsItself(step, column)) {
            report.accept(NotNullAdvice.requiredColumn(step, alter, column, clause(column)));
        }
    }

    private static Span clause(ColumnDefinition column) {
        return column.constraints().stream()
                .filter(constraint -> constraint.kind() == ColumnConstraint.Kind.NOT_NULL
                        || constraint.kind() == ColumnConstraint.Kind.PRIMARY_KEY)
                .map(ColumnConstraint::span)
                .findFirst()
                .map(span -> column.name().span().cover(span))
                .orElse(column.span());
    }

    private static void tightened(Step step, AlterTable alter, AlterAction action, Consumer<Finding> report) {
        Optional<NullabilityChange> change = NullabilityChange.of(action).filter(NullabilityChange::required);
        if (change.isPresent()) {
            tightened(step, alter, change.get(), report);
        } else if (action instanceof AlterAction.AddConstraint add
                && add.constraint().kind() == TableConstraint.Kind.CHECK
                && add.constraint().attributes().notValid()) {
            guarded(step, alter, add.constraint(), add.span(), report);
        }
    }

    private static void guarded(
            Step step, AlterTable alter, TableConstraint check, Span clause, Consumer<Finding> report) {
        step.before().table(alter.name()).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> check.expression()
                        .map(e -> Readiness.provesNotNull(e, column.name()))
                        .orElse(false))
                .findFirst()
                .ifPresent(column -> tightened(
                        step, alter, new NullabilityChange(column.name(), true, true, false, clause), report));
    }

    /** A definition that is said again may only repeat that the column refuses NULL. */
    private static void tightened(Step step, AlterTable alter, NullabilityChange change, Consumer<Finding> report) {
        Optional<Table> table = step.before().table(alter.name());
        Optional<Column> column = table.flatMap(t -> t.column(change.column()));
        if (column.filter(Column::notNull).isPresent()) {
            return;
        }
        Readiness readiness = column.map(c -> Readiness.of(step, table.orElseThrow(), c))
                .orElseGet(() -> Readiness.ofUnknown(step, change.column()));
        if (change.notValid() ? !readiness.writers() : !readiness.complete()) {
            report.accept(
                    NotNullAdvice.tightened(step, alter, change, readiness, change.restated() && column.isEmpty()));
        }
    }
}
