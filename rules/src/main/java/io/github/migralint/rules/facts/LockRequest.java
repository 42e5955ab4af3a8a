package io.github.migralint.rules.facts;

import static io.github.migralint.history.TransactionState.LOCK_TIMEOUT;
import static io.github.migralint.history.TransactionState.STATEMENT_TIMEOUT;
import static io.github.migralint.history.TransactionState.TRANSACTION_TIMEOUT;

import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.HeldLock;
import io.github.migralint.history.SettingChange;
import io.github.migralint.history.Step;
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

    /** The lock_timeout in force, if somebody set one and it can be read. */
    public static Optional<Duration> lockTimeout(Step step) {
        return step.transaction().timeout(LOCK_TIMEOUT);
    }

    /** Whether somebody set lock_timeout, be it to zero or to something that cannot be read. */
    public static boolean setsLockTimeout(Step step) {
        return step.transaction().sets(LOCK_TIMEOUT);
    }

    /** Whether another timeout ends the wait. */
    public static boolean endsOtherwise(Step step) {
        return Stream.of(STATEMENT_TIMEOUT, TRANSACTION_TIMEOUT)
                .flatMap(setting -> step.transaction().timeout(setting).stream())
                .anyMatch(timeout -> !timeout.isZero());
    }

    /** Whether the wait surely ends soon. */
    public static boolean isShort(Step step) {
        boolean unreadable = setsLockTimeout(step) && lockTimeout(step).isEmpty();
        return unreadable || lockTimeout(step).filter(LockRequest::isHarmless).isPresent() || endsOtherwise(step);
    }

    /** Whether a lock_timeout is set, and not too long. */
    public static boolean isHarmless(Duration timeout) {
        return !timeout.isZero() && timeout.compareTo(LONGEST_WAIT) <= 0;
    }

    /** Whether a statement sets lock_timeout to something. */
    public static boolean bounds(Statement statement) {
        return SettingChange.of(statement).stream()
                .anyMatch(change -> change.name().equals(LOCK_TIMEOUT)
                        && change.value().filter(value -> !value.equals("0")).isPresent());
    }

    /** {@code SET LOCAL} where a transaction is open. */
    public static String setting(Step step) {
        return (step.transaction().open() ? "SET LOCAL" : "SET") + " lock_timeout = '5s';";
    }
}
