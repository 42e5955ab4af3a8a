package io.github.migralint.framework;

/** When a file runs that sets up the sessions in which migrations run. */
public enum Opening {
    /** It is no such file. */
    NEVER,
    /** Once, right after the tool has connected, outside of the transactions of the migrations. */
    CONNECTION,
    /** Before each migration, in its transaction. */
    FILE
}
