package io.github.migralint.rules.locking;

import io.github.migralint.ast.CreateTable;
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
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Clause;
import java.util.Optional;
import java.util.function.Consumer;

/** A strong lock is asked for, and nothing ends the wait for it. */
public final class MissingLockTimeout implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "missing-lock-timeout",
                    "A strong lock on a table in use is asked for, and nothing ends the wait for it.",
                    Category.LOCKING,
                    Risk.LOW,
                    true,
                    Engines.ALL)
            .withStanding(Standing.ATTACHED_ONCE_PER_FILE);

    private static final int NEIGHBOURS = 10;
    private static final int A_HABIT = 2;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (LockRequest.setsLockTimeout(step) || LockRequest.endsOtherwise(step)) {
            return;
        }
        Optional<LockRequest> request = LockRequest.of(step).filter(lock -> !isMadeLater(step, lock));
        boolean later = request.isPresent()
                && step.sequel().settings().stream().anyMatch(statement -> LockRequest.bounds(step, statement));
        if (request.isPresent() && !later) {
            report.accept(finding(step, request.get()));
        }
    }

    /** Whether a new table points at one that the rest of the migration makes: it is not there yet, so nobody waits for it. */
    private static boolean isMadeLater(Step step, LockRequest request) {
        return step.statement() instanceof CreateTable
                && step.following().stream()
                        .anyMatch(later -> later instanceof CreateTable create
                                && !create.ifNotExists()
                                && create.name()
                                        .toString()
                                        .equals(request.table().name()));
    }

    /** How many of the migrations just before set one: in such a project the session does not, and this one forgot. */
    private static long ofNeighbours(Step step) {
        return step.prospect().earlier(NEIGHBOURS).stream()
                .filter(migration ->
                        migration.statements().stream().anyMatch(statement -> LockRequest.bounds(step, statement)))
                .count();
    }

    private static Finding finding(Step step, LockRequest request) {
        String table = request.table().name();
        long others = ofNeighbours(step);
        EngineWords words = EngineWords.of(step);
        String setting = words.lockTimeout();
        return Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .risk(others >= A_HABIT ? Risk.MEDIUM : Risk.LOW)
                .object(table)
                .label("waits " + words.usualWait() + " for the "
                        + request.mode().words() + " lock on " + table)
                .message("No " + setting + " is set: " + Blocked.behind(request.mode(), table) + ".")
                .because(
                        others >= A_HABIT
                                ? others + " of the migrations just before this one set " + setting
                                        + ", and this one does not"
                                : "neither the file nor, as far as is known, the session sets " + setting)
                .instead("before it, and try again when it gives up", LockRequest.setting(step))
                .build();
    }
}
