package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.HeldLock;
import io.github.migralint.history.SettingChange;
import io.github.migralint.history.Step;
import io.github.migralint.rules.engine.EngineWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a statement asks for a strong lock on a table in use, which it may have to wait for while all others wait behind it.
 *
 * @param table the table
 * @param mode the mode
 */
public record LockRequest(RelationKey table, LockMode mode) {
    /** The longest wait for a lock that is taken for harmless. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final int USUAL_SECONDS = 5;

    /** The first such request of a step; what the transaction holds already need not be waited for. */
    public static Optional<LockRequest> of(Step step) {
        if (step.statement() instanceof LockTable lock && lock.nowait()) {
            return Optional.empty();
        }
        return all(step).findFirst();
    }

    /** All of them. */
    public static Stream<LockRequest> all(Step step) {
        return step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> LockWindows.isStrong(lock.mode())
                        && LockWindows.isServingTable(step, lock.relation())
                        && !isHeld(step, lock))
                .map(lock -> new LockRequest(lock.relation(), lock.mode()));
    }

    private static boolean isHeld(Step step, Effect.TakesLock lock) {
        List<HeldLock> held = step.transaction().held();
        return held.stream()
                .anyMatch(earlier -> earlier.isOn(lock.relation())
                        && earlier.mode().strength() >= lock.mode().strength());
    }

    /** How long the step waits for its locks, where that is said: by the statement itself, or by a setting in force. */
    public static Optional<Duration> lockTimeout(Step step) {
        return saidByStatement(step).or(() -> EngineWords.of(step).lockTimeout(step));
    }

    /** Whether the statement itself says how long it waits. */
    private static Optional<Duration> saidByStatement(Step step) {
        return online(step.statement())
                .waiting()
                .flatMap(Option::value)
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static OnlineOptions online(Statement statement) {
        return switch (statement) {
            case AlterTable alter -> alter.online();
            case CreateIndex index -> index.online();
            case DropObject drop -> drop.online();
            default -> OnlineOptions.NONE;
        };
    }

    /** Whether somebody said how long it waits, be it without end or something that cannot be read. */
    public static boolean setsLockTimeout(Step step) {
        return online(step.statement()).waiting().isPresent()
                || step.transaction().sets(EngineWords.of(step).lockTimeout());
    }

    /** Whether another timeout ends the wait. */
    public static boolean endsOtherwise(Step step) {
        return EngineWords.of(step).endsOtherwise(step);
    }

    /** Whether the wait surely ends soon. */
    public static boolean isShort(Step step) {
        Optional<Duration> timeout = lockTimeout(step);
        boolean unreadable = setsLockTimeout(step) && timeout.isEmpty();
        return unreadable || timeout.filter(bound -> isHarmless(step, bound)).isPresent() || endsOtherwise(step);
    }

    /** Whether a bound on the wait is one, and not too long. */
    public static boolean isHarmless(Step step, Duration timeout) {
        return !EngineWords.of(step).isOff(timeout) && timeout.compareTo(LONGEST_WAIT) <= 0;
    }

    /** Whether a statement bounds the wait of what comes after it on the engine of a step. */
    public static boolean bounds(Step step, Statement statement) {
        String setting = EngineWords.of(step).lockTimeout();
        return SettingChange.of(statement).stream()
                .anyMatch(change -> change.name().equals(setting)
                        && change.value().filter(value -> !value.equals("0")).isPresent());
    }

    /** {@code SET LOCAL lock_timeout = '5s';} where a transaction is open. */
    public static String setting(Step step) {
        return EngineWords.of(step).boundWait(step, USUAL_SECONDS);
    }
}
