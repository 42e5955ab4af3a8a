package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Update;
import io.github.migralint.history.HeldLock;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockWindows;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Held;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows are changed in bulk while the transaction keeps the lock of a schema change. */
public final class BackfillInDdlTransaction implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "backfill-in-ddl-transaction",
                    "Rows are changed in bulk while the lock of an earlier schema change is kept.",
                    Category.TRANSACTION,
                    Risk.HIGH,
                    true,
                    List.of("postgresql"))
            .replacing("unbatched-backfill", "update-without-where", "work-under-strong-lock");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.transaction().held().isEmpty()) {
            return;
        }
        Optional<Backfill> backfill = Backfill.of(step);
        if (backfill.isEmpty()) {
            return;
        }
        List<HeldLock> windows = LockWindows.of(step);
        if (!windows.isEmpty()) {
            report.accept(finding(step, backfill.get(), windows));
        }
    }

    private static Finding finding(Step step, Backfill backfill, List<HeldLock> windows) {
        String tables = Held.tables(windows);
        var finding = Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .object(backfill.table().toString())
                .label(backfill.work().words() + " while " + tables
                        + (windows.size() > 1 ? " stay locked" : " stays locked"))
                .message(
                        "This " + Backfill.verb(step.statement()) + " runs in the transaction of a schema change, which"
                                + " keeps its lock until the last row is done: " + Held.since(step, windows) + ".")
                .blocks(Held.blocked(windows, "until the last row is done and the transaction ends"))
                .because("a lock is given back when its transaction ends, not when its statement does")
                .instead("the schema change in a migration of its own, then in batches, each committed", batch(step));
        Held.show(windows, finding);
        return finding.build();
    }

    private static String batch(Step step) {
        if (step.statement() instanceof Update update) {
            return Batches.update(step, update);
        }
        return step.statement() instanceof Delete delete && delete.where().isPresent()
                ? Batches.delete(step, delete)
                : Sql.text(step, step.statement().span()) + ";";
    }
}
