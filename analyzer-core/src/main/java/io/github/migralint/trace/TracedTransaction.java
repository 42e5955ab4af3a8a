package io.github.migralint.trace;

/**
 * A transaction of a migration.
 *
 * @param beginning who begins it
 * @param ending what ends it
 * @param from its first statement, from 0, counting BEGIN
 * @param to its last one, counting COMMIT
 */
public record TracedTransaction(Beginning beginning, Ending ending, int from, int to) {
    /** Who begins a transaction. */
    public enum Beginning {
        /** The migration tool. */
        TOOL,
        /** The server, which takes several statements in one query for one transaction. */
        SERVER,
        /** A statement that runs others. */
        BLOCK,
        /** The script. */
        SCRIPT
    }

    /** What ends a transaction. */
    public enum Ending {
        /** COMMIT of the script. */
        COMMIT,
        /** ROLLBACK of the script. */
        ROLLBACK,
        /** A statement that commits what is open before it runs. */
        IMPLICIT_COMMIT,
        /** Its tool, server or block, after the last statement. */
        AT_END,
        /** Nothing in this migration: its tool goes on with the next one in the same transaction. */
        GOES_ON,
        /** Nothing: what the script began is undone when its session ends. */
        NEVER
    }

    /** Whether a statement runs in it. */
    public boolean contains(int statement) {
        return from <= statement && statement <= to;
    }
}
