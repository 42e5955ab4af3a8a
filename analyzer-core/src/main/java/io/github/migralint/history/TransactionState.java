package io.github.migralint.history;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The transaction in which a statement runs.
 *
 * @param number which of the transactions of its session it is, from 1; 0 outside of one
 * @param open whether it runs inside a transaction block
 * @param known whether that is known: of some files nothing tells how they are run
 * @param explicit whether the script itself began it, or said BEGIN inside of it
 * @param ofTool whether its tool began it
 * @param held locks taken earlier in it that others may wait for
 * @param settings settings in force, names folded
 */
public record TransactionState(
        int number,
        boolean open,
        boolean known,
        boolean explicit,
        boolean ofTool,
        List<HeldLock> held,
        Map<String, String> settings) {
    /** How long a statement waits for a lock. */
    public static final String LOCK_TIMEOUT = "lock_timeout";

    /** How long a statement may take, waiting included. */
    public static final String STATEMENT_TIMEOUT = "statement_timeout";

    /** How long a transaction may take, from PostgreSQL 17 on. */
    public static final String TRANSACTION_TIMEOUT = "transaction_timeout";

    public TransactionState {
        // a view of what was held then: a copy for each statement would take quadratic space
        held = Collections.unmodifiableList(held);
        settings = Map.copyOf(settings);
    }

    /** A timeout in force: zero where there is none because somebody said so, nothing where nobody said anything. */
    public Optional<Duration> timeout(String setting) {
        return Optional.ofNullable(settings.get(setting)).flatMap(SettingDuration::parse);
    }

    /** Whether somebody set that, to whatever value. */
    public boolean sets(String setting) {
        return settings.containsKey(setting);
    }
}
