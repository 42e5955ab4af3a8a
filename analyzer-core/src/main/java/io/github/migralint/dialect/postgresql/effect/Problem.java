package io.github.migralint.dialect.postgresql.effect;

/**
 * Why the server surely refuses a part of a statement.
 *
 * @param sqlState the error
 * @param reason the reason, as a sentence
 */
record Problem(String sqlState, String reason) {}
