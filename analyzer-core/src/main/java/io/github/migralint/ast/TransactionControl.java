package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * Begins, ends or divides a transaction.
 *
 * @param action what is done
 * @param savepoint the savepoint or prepared transaction
 * @param chain whether a new transaction begins at once
 * @param span where it stands
 */
public record TransactionControl(
        TransactionControl.Action action, Optional<Identifier> savepoint, boolean chain, Span span)
        implements Statement {
    /** What is done to the transaction. */
    public enum Action {
        BEGIN,
        COMMIT,
        ROLLBACK,
        SAVEPOINT,
        RELEASE,
        ROLLBACK_TO,
        PREPARE,
        COMMIT_PREPARED,
        ROLLBACK_PREPARED
    }
}
