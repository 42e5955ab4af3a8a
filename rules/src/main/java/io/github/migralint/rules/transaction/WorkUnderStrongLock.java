package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Statement;
import io.github.migralint.effect.LockMode;
import io.github.migralint.history.HeldLock;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.facts.LockWindows;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.LongWork;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Held;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tables stay locked by an earlier statement while a later one works through rows. */
public final class WorkUnderStrongLock implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "work-under-strong-lock",
                    "A statement works through a table while an earlier one of its transaction keeps a table locked.",
                    Category.TRANSACTION,
                    Risk.HIGH,
                    true,
                    List.of("postgresql"))
            .withStanding(Standing.ATTACHED);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.transaction().held().isEmpty()) {
            return;
        }
        Optional<LongWork> work = LongWork.of(step);
        if (work.isEmpty() || Backfill.of(step).isPresent()) {
            return;
        }
        List<HeldLock> windows = LockWindows.of(step).stream()
                .filter(window -> outlasts(step, window))
                .toList();
        if (!windows.isEmpty()) {
            report.accept(finding(step, work.get(), windows));
        }
    }

    /** What the statement locks as strongly itself is its own affair. */
    private static boolean outlasts(Step step, HeldLock window) {
        Optional<LockMode> own = LockedWork.lockOn(step, window.relation());
        return own.map(mode -> mode.strength() < window.mode().strength()).orElse(true);
    }

    private static Finding finding(Step step, LongWork work, List<HeldLock> windows) {
        Statement statement = step.statement();
        String tables = Held.tables(windows);
        var finding = Finding.at(step, INFO, Clause.words(step, statement.span(), 2))
                .object(work.table().name())
                .label(work.words() + " while " + tables + (windows.size() > 1 ? " stay locked" : " stays locked"))
                .message("While " + work.words() + " here, the transaction keeps what it locked before: "
                        + Held.since(step, windows) + ".")
                .blocks(Held.blocked(windows, "until this work is done and the transaction ends"))
                .because("a lock is given back when its transaction ends, not when its statement does")
                .instead("in a migration of its own, after this one", Sql.text(step, statement.span()) + ";");
        Held.show(windows, finding);
        return finding.build();
    }
}
