package io.github.migralint.dialect.postgresql.replay;

/** How a table says that it goes with its transaction. */
final class TemporaryTables {
    /** The option that holds what happens at the end of the transaction. */
    static final String ON_COMMIT = "on commit";

    /** The table goes. */
    static final String DROP = "drop";

    private TemporaryTables() {}
}
