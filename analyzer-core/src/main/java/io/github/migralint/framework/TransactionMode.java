package io.github.migralint.framework;

/** How a migration tool runs the statements of a migration. */
public enum TransactionMode {
    /** All in one transaction that the tool begins and ends. */
    WRAPPED,
    /** All, and those of all other pending migrations, in one transaction that the tool begins and ends. */
    SHARED,
    /** Each statement on its own. */
    NONE,
    /** All in one query string, which a server may take for one transaction when it holds several statements. */
    IMPLICIT,
    /** Nothing tells. */
    UNKNOWN
}
