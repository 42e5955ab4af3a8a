package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.OtherStatement;
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
import io.github.migralint.rules.engine.Engines;
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
            "LOCK TABLE stops the clients of a table until the transaction ends, or the lock is given back.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof MysqlStatement.LockTables lock) {
            untilUnlocked(step, lock, report);
        } else if (step.statement() instanceof OtherStatement other && isFlushWithReadLock(other)) {
            report.accept(everything(step));
        }
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

    private static void untilUnlocked(Step step, MysqlStatement.LockTables lock, Consumer<Finding> report) {
        List<MysqlStatement.TableLock> serving = lock.locks().stream()
                .filter(table -> Serving.clients(step, table.table()))
                .toList();
        if (serving.isEmpty()) {
            return;
        }
        MysqlStatement.TableLock first = serving.getFirst();
        boolean writes = serving.stream().anyMatch(MysqlStatement.TableLock::write);
        String tables = serving.stream().map(table -> table.table().toString()).collect(Collectors.joining(", "));
        report.accept(Finding.at(step, INFO, first.span())
                .object(first.table().toString())
                .label((writes ? "everybody" : "every writer") + " of " + tables + " waits until UNLOCK TABLES")
                .message("LOCK TABLES waits for every transaction that uses " + tables + ", commits the open one, and"
                        + " keeps others out until UNLOCK TABLES or the end of the session.")
                .blocks((writes ? "all reads and writes of " : "INSERT, UPDATE and DELETE on ") + tables
                        + ", from the moment it waits for the lock until UNLOCK TABLES")
                .because(Known.relation(step, first.table()))
                .instead(
                        "for rows that must stay as they are",
                        "SELECT … FROM " + Sql.name(step, first.table()) + " WHERE … FOR UPDATE;")
                .note("ALTER TABLE takes the locks that it needs by itself.")
                .build());
    }

    private static boolean isFlushWithReadLock(OtherStatement statement) {
        return !statement.tokens().isEmpty()
                && statement.tokens().getFirst().isWord("flush")
                && statement.tokens().stream().anyMatch(token -> token.isWord("lock"));
    }

    private static Finding everything(Step step) {
        return Finding.at(step, INFO, step.statement().span())
                .object("FLUSH TABLES")
                .label("every writer of the server waits until UNLOCK TABLES")
                .message("FLUSH TABLES WITH READ LOCK waits for every statement that runs, and then keeps all writers"
                        + " of the server waiting until UNLOCK TABLES or the end of the session.")
                .blocks("INSERT, UPDATE, DELETE and COMMIT of every database, until UNLOCK TABLES")
                .instead("for a consistent copy", "-- a backup tool, outside of migrations")
                .build();
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
                        .and(taken ? "; a later statement of the file locks it as strongly" : ""))
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
