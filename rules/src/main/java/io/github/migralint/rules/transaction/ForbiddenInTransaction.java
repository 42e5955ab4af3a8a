package io.github.migralint.rules.transaction;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A statement stands in a transaction although the engine runs it only outside of one. */
public final class ForbiddenInTransaction implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "forbidden-in-transaction",
            "The statement stands in a transaction, in which the server refuses it.",
            Category.TRANSACTION,
            Risk.CRITICAL,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean judgesRefused() {
        return true;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Optional<String> error = error(step);
        if (error.isEmpty()) {
            return;
        }
        String sqlState = error.get();
        Optional<AlterAction.DetachPartition> detach = detach(step);
        Span head = detach.map(AlterAction.DetachPartition::span).orElseGet(() -> head(step));
        String name = detach.isPresent()
                ? "ALTER TABLE … DETACH PARTITION … CONCURRENTLY"
                : Sql.text(step, head).toUpperCase(Locale.ROOT);
        report.accept(Finding.at(step, INFO, head)
                .object(name)
                .label(sqlState + ": " + name + " cannot run inside a transaction block")
                .message(step.engine().label() + " refuses this statement with error " + sqlState + ": " + name
                        + " cannot run inside a transaction block.")
                .because(step.embedding().isPresent() ? "a block runs in one transaction" : Runner.frame(step))
                .instead(Runner.alone(step), Sql.text(step, step.statement().span()) + ";")
                .build());
    }

    /** The error that the statement gives in its transaction, unless it gives another one before. */
    private static Optional<String> error(Step step) {
        if (step.effects().failure().isPresent()) {
            return Refusal.of(step, Cause.FORBIDDEN_IN_TRANSACTION).map(Fails::sqlState);
        }
        return step.effects().of(Effect.ForbiddenInTransaction.class).stream()
                .filter(effect -> step.transaction().open())
                .map(Effect.ForbiddenInTransaction::sqlState)
                .findFirst();
    }

    private static Optional<AlterAction.DetachPartition> detach(Step step) {
        return step.statement() instanceof AlterTable alter
                ? alter.actions().stream()
                        .filter(AlterAction.DetachPartition.class::isInstance)
                        .map(AlterAction.DetachPartition.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** The words up to CONCURRENTLY, or the first two. */
    private static Span head(Step step) {
        Span statement = step.statement().span();
        Span first = Clause.words(step, statement, 1);
        for (int words = 2; words <= 4 && first.end() < statement.end(); words++) {
            Span head = Clause.words(step, statement, words);
            if (Sql.text(step, head).toLowerCase(Locale.ROOT).endsWith(" concurrently")) {
                return head;
            }
        }
        boolean single = Sql.text(step, first).equalsIgnoreCase("vacuum")
                || Sql.text(step, first).equalsIgnoreCase("cluster");
        return single ? first : Clause.words(step, statement, 2);
    }
}
