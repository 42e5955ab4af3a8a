package io.github.migralint.framework;

/**
 * The transaction in which a tool runs a migration.
 *
 * @param mode what it does
 * @param reason why that is known, as a clause for messages: {@code Flyway runs each file in a transaction}
 */
public record Transaction(TransactionMode mode, String reason) {}
