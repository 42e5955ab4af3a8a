package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.LockRequest;
import java.util.Optional;
import java.util.function.Consumer;

/** A file bounds the wait for locks, but not before its first strong lock. */
public final class LockTimeoutTooLate implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "lock-timeout-too-late",
                    "The lock_timeout of the file is set only after the first strong lock was asked for.",
                    Category.TRANSACTION,
                    Risk.MEDIUM,
                    true,
                    Engines.ALL)
            .withStanding(Standing.ATTACHED_ONCE_PER_FILE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (LockRequest.setsLockTimeout(step) || LockRequest.endsOtherwise(step)) {
            return;
        }
        Optional<LockRequest> request = LockRequest.of(step);
        if (request.isEmpty()) {
            return;
        }
        step.sequel().settings().stream()
                .filter(statement -> LockRequest.bounds(step, statement))
                .findFirst()
                .ifPresent(later -> report.accept(finding(step, request.get(), later)));
    }

    private static Finding finding(Step step, LockRequest request, Statement later) {
        String table = request.table().name();
        int line = step.migration().origin(step.statement()).line();
        EngineWords words = EngineWords.of(step);
        return Finding.about(step, INFO, later)
                .object(table)
                .label("too late for line " + line + ", which locks " + table)
                .message("Line " + line + " waits " + words.usualWait() + " for the "
                        + request.mode().words() + " lock on " + table + ": " + words.lockTimeout()
                        + " is set only afterwards.")
                .because("a setting holds only for the statements after it")
                .instead("before the first lock", LockRequest.setting(step))
                .build();
    }
}
