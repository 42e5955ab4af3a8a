package io.github.migralint.rules.transaction;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.HeldLock;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockWindows;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.LongWork;
import io.github.migralint.rules.text.Held;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A constraint is added without a check of the rows, and the rows are checked before its lock is given back. */
public final class ValidationInSameTransaction implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "validation-in-same-transaction",
                    "A NOT VALID constraint is validated while the lock of its ADD is still held.",
                    Category.TRANSACTION,
                    Risk.HIGH,
                    true,
                    List.of("postgresql"))
            .replacing("work-under-strong-lock", "check-validated-under-lock", "foreign-key-validated-under-lock");

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
            if (action instanceof AlterAction.ValidateConstraint validate) {
                check(step, alter, validate, report);
            }
        }
    }

    private static void check(
            Step step, AlterTable alter, AlterAction.ValidateConstraint validate, Consumer<Finding> report) {
        Optional<RelationKey> scanned = LongWork.of(step)
                .flatMap(work -> step.effects().of(Effect.ScansTable.class).stream()
                        .map(Effect.ScansTable::relation)
                        .findFirst());
        if (scanned.isEmpty()) {
            return;
        }
        Optional<HeldLock> held = LockWindows.on(step, scanned.get());
        if (added(alter, validate)) {
            LockedWork.lockOn(step, scanned.get())
                    .filter(mode -> mode.blocking().stopsWrites())
                    .ifPresent(mode -> report.accept(finding(step, alter, validate, mode, held)));
        } else if (held.isPresent() && addedBefore(step, alter, validate)) {
            report.accept(finding(step, alter, validate, held.get().mode(), held));
        }
    }

    /** Whether the same statement adds it. */
    private static boolean added(AlterTable alter, AlterAction.ValidateConstraint validate) {
        return alter.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.AddConstraint add
                        && add.constraint()
                                .name()
                                .filter(name ->
                                        name.value().equals(validate.name().value()))
                                .isPresent());
    }

    /** Whether this migration added it: the lock is still held, so it was in this transaction. */
    private static boolean addedBefore(Step step, AlterTable alter, AlterAction.ValidateConstraint validate) {
        return step.before()
                .table(alter.name())
                .flatMap(table -> table.constraint(validate.name().value()))
                .map(Constraint::origin)
                .filter(origin -> origin.migration() == step.migration().ordinal())
                .isPresent();
    }

    private static Finding finding(
            Step step,
            AlterTable alter,
            AlterAction.ValidateConstraint validate,
            LockMode mode,
            Optional<HeldLock> held) {
        String table = alter.name().toString();
        String constraint = validate.name().value();
        var finding = Finding.at(step, INFO, validate.span())
                .object(added(alter, validate) ? table + "." + constraint : table)
                .label("every row of " + table + " is read under the " + mode.words() + " lock of the ADD")
                .message("Validating " + constraint + " in the transaction that adds it reads every row of " + table
                        + " under " + mode.words() + ": NOT VALID gains nothing.")
                .blocks((mode.blocking().stopsReads() ? "all reads and writes of " : "INSERT, UPDATE and DELETE on ")
                        + table + ", until every row is read and the transaction ends")
                .because("VALIDATE alone takes a lock that stops nobody, but the lock of the ADD is kept until the"
                        + " transaction ends")
                .instead(
                        "in the next migration",
                        "ALTER TABLE " + Sql.name(step, alter.name()) + " VALIDATE CONSTRAINT " + step.quote(constraint)
                                + ";");
        Held.show(held.stream().toList(), finding);
        return finding.build();
    }
}
