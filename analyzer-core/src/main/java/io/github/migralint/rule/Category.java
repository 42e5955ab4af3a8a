package io.github.migralint.rule;

/** Families of rules. */
public enum Category {
    LOCKING,
    DATA,
    COMPATIBILITY,
    CONSTRAINT,
    TRANSACTION,
    ROLLBACK,
    ROBUSTNESS,
    PERFORMANCE,
    NAMING,
    SECURITY,
    HISTORY
}
