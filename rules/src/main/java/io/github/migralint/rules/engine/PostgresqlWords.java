package io.github.migralint.rules.engine;

import static io.github.migralint.history.TransactionState.LOCK_TIMEOUT;
import static io.github.migralint.history.TransactionState.STATEMENT_TIMEOUT;
import static io.github.migralint.history.TransactionState.TRANSACTION_TIMEOUT;

import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of PostgreSQL. */
record PostgresqlWords() implements EngineWords {
    static final PostgresqlWords WORDS = new PostgresqlWords();

    private static final int LONGEST_NAME = 63;

    @Override
    public String lockTimeout() {
        return LOCK_TIMEOUT;
    }

    @Override
    public Optional<Duration> lockTimeout(Step step) {
        return step.transaction().timeout(LOCK_TIMEOUT);
    }

    @Override
    public boolean isOff(Duration timeout) {
        return timeout.isZero();
    }

    @Override
    public boolean endsOtherwise(Step step) {
        return Stream.of(STATEMENT_TIMEOUT, TRANSACTION_TIMEOUT)
                .flatMap(setting -> step.transaction().timeout(setting).stream())
                .anyMatch(timeout -> !timeout.isZero());
    }

    @Override
    public String usualWait() {
        return "without end";
    }

    @Override
    public String boundWait(Step step, int seconds) {
        return (step.transaction().open() ? "SET LOCAL" : "SET") + " lock_timeout = '" + seconds + "s';";
    }

    @Override
    public String boundWaitOfSession(int seconds) {
        return "SET lock_timeout = '" + seconds + "s';";
    }

    @Override
    public String readsGoOn() {
        return "reads go on";
    }

    @Override
    public String syntaxError() {
        return "42601";
    }

    @Override
    public boolean takesBackSchemaChanges() {
        return true;
    }

    @Override
    public String begin() {
        return "BEGIN;";
    }

    @Override
    public String constraintName(
            String table, Optional<Table> known, TableConstraint.Kind kind, List<String> columns) {
        String suffix = switch (kind) {
            case FOREIGN_KEY -> "_fkey";
            case CHECK -> "_check";
            case UNIQUE -> "_key";
            case PRIMARY_KEY -> "_pkey";
            case NOT_NULL -> "_not_null";
            case EXCLUDE -> "_excl";
        };
        boolean withColumns = kind != TableConstraint.Kind.PRIMARY_KEY && !columns.isEmpty();
        String stem = withColumns ? table + "_" + String.join("_", columns) : table;
        return stem.substring(0, Math.min(stem.length(), LONGEST_NAME - suffix.length())) + suffix;
    }
}
