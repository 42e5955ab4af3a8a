package io.github.migralint.framework;

/**
 * The transaction in which a tool runs a migration.
 *
 * @param mode what it does
 * @param reason why that is known, as a clause for messages: {@code Flyway runs each file in a transaction}
 * @param wayOut how a file of its own gets around the transaction, as a clause that follows {@code alone in its own
 *     migration}; empty when the tool has none or needs none
 */
public record Transaction(TransactionMode mode, String reason, String wayOut) {
    /** All statements in one transaction of the tool. */
    public static Transaction wrapped(String reason, String wayOut) {
        return new Transaction(TransactionMode.WRAPPED, reason, wayOut);
    }

    /** The statements of all pending migrations in one transaction of the tool. */
    public static Transaction shared(String reason, String wayOut) {
        return new Transaction(TransactionMode.SHARED, reason, wayOut);
    }

    /** Each statement on its own. */
    public static Transaction none(String reason) {
        return new Transaction(TransactionMode.NONE, reason);
    }

    /** All statements in one query string, which only a single statement keeps out of a transaction. */
    public static Transaction oneQuery(String reason) {
        return new Transaction(TransactionMode.IMPLICIT, reason, "as the only statement of its file");
    }

    /** A transaction around which there is no way, or need be none. */
    public Transaction(TransactionMode mode, String reason) {
        this(mode, reason, "");
    }
}
