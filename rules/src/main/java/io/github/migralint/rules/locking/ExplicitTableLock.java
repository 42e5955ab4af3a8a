package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockRequest;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** LOCK TABLE stops the clients of a table until the transaction ends. */
public final class ExplicitTableLock implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "explicit-table-lock",
            "LOCK TABLE stops the clients of a table until the transaction ends.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof LockTable lock) || lock.nowait()) {
            return;
        }
        List<QualifiedName> serving = lock.tables().stream()
                .filter(table -> mode(step, table).isPresent() && Serving.clients(step, table))
                .toList();
        if (!serving.isEmpty()) {
            report.accept(finding(step, serving));
        }
    }

    private static Optional<LockMode> mode(Step step, QualifiedName table) {
        return step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> lock.relation().name().equals(table.name())
                        || lock.relation().name().endsWith("." + table.name()))
                .map(Effect.TakesLock::mode)
                .filter(mode -> mode.blocking().stopsWrites())
                .max(Comparator.comparingInt(LockMode::strength));
    }

    private static Finding finding(Step step, List<QualifiedName> locked) {
        QualifiedName first = locked.getFirst();
        LockMode mode = mode(step, first).orElseThrow();
        String tables = locked.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        boolean taken = locked.stream()
                .allMatch(table -> step.following().stream().anyMatch(statement -> locksAnyway(statement, table)));
        return Finding.at(step, INFO, first.span())
                .risk(taken ? Risk.MEDIUM : Risk.HIGH)
                .object(first.toString())
                .label(mode.words() + " lock on " + tables + " until the transaction ends")
                .message("LOCK TABLE waits for every running query of " + tables + " and then keeps " + mode.words()
                        + " until the transaction ends.")
                .blocks((mode.blocking().stopsReads() ? "all reads and writes of " : "INSERT, UPDATE and DELETE on ")
                        + tables + ", from the moment it waits for the lock until the transaction ends")
                .because(Known.relation(step, first)
                        + (taken ? "; a later statement of the file locks it as strongly" : ""))
                .instead(
                        "if it must be: the weakest mode that will do, and give up soon",
                        LockRequest.setting(step) + "\nLOCK TABLE " + Sql.name(step, first)
                                + " IN SHARE UPDATE EXCLUSIVE MODE;")
                .build();
    }

    private static boolean locksAnyway(Statement statement, QualifiedName table) {
        return switch (statement) {
            case AlterTable alter -> alter.name().name().equals(table.name());
            case Rename rename -> rename.object().name().name().equals(table.name());
            default -> false;
        };
    }
}
