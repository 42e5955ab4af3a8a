package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Statement;
import io.github.migralint.history.SettingChange;
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
import io.github.migralint.rules.text.Clause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A bound on the wait for locks is set, but to so much that clients notice, or to none at all. */
public final class LockTimeoutTooLong implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "lock-timeout-too-long",
                    "The lock_timeout is switched off, or lets everybody wait for longer than ten seconds.",
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
        Optional<Duration> timeout =
                LockRequest.lockTimeout(step).filter(bound -> !LockRequest.isHarmless(step, bound));
        if (timeout.isEmpty() || LockRequest.endsOtherwise(step)) {
            return;
        }
        LockRequest.of(step).ifPresent(request -> report.accept(finding(step, request, timeout.get())));
    }

    private static Finding finding(Step step, LockRequest request, Duration timeout) {
        String table = request.table().name();
        String setting = EngineWords.of(step).lockTimeout();
        boolean off = EngineWords.of(step).isOff(timeout);
        String value = step.transaction().settings().getOrDefault(setting, String.valueOf(timeout.toSeconds()));
        String waits = off ? "without end" : "for up to " + words(timeout);
        Finding.Builder finding = setBy(step)
                .map(statement -> Finding.about(step, INFO, statement))
                .orElseGet(() -> Finding.at(
                        step, INFO, Clause.words(step, step.statement().span(), 2)));
        return finding.object(table)
                .label(setting + " is " + value + ": " + line(step) + " waits " + waits + " for the lock on " + table)
                .message("While " + line(step) + " waits " + waits + " for the "
                        + request.mode().words() + " lock on " + table
                        + (request.mode().blocking().stopsReads()
                                ? ", everything that comes later waits behind it."
                                : ", every later write to it waits behind it."))
                .because(setting + " is " + value
                        + (off
                                ? ", which switches it off"
                                : ", and more than " + words(LockRequest.LONGEST_WAIT) + " is an outage"))
                .instead("instead, and try again when it gives up", LockRequest.setting(step))
                .build();
    }

    private static String line(Step step) {
        Statement outermost = step.embedding().map(inner -> inner.host()).orElse(step.statement());
        return "line " + step.migration().origin(outermost).line();
    }

    /** The last statement before that sets it, if the file does. */
    private static Optional<Statement> setBy(Step step) {
        List<Statement> earlier = step.migration().statements().subList(0, step.index());
        return earlier.reversed().stream()
                .filter(statement -> SettingChange.of(statement).stream()
                        .anyMatch(change ->
                                change.name().equals(EngineWords.of(step).lockTimeout())))
                .findFirst();
    }

    private static String words(Duration time) {
        if (time.toMinutes() >= 2 && time.toSecondsPart() == 0) {
            return time.toMinutes() + " minutes";
        }
        return time.toSeconds() + " seconds";
    }
}
