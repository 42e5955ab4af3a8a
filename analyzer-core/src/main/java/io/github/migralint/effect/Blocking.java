package io.github.migralint.effect;

/** Whom a lock stops, from nobody to everybody. */
public enum Blocking {
    /** Neither readers nor writers; at most other schema changes. */
    NOTHING,
    /** Other schema changes and maintenance; readers and writers go on. */
    SCHEMA_CHANGES,
    /** INSERT, UPDATE and DELETE wait; reads go on. */
    WRITES,
    /** Everybody waits. */
    READS_AND_WRITES;

    /** Whether writers wait. */
    public boolean stopsWrites() {
        return compareTo(WRITES) >= 0;
    }

    /** Whether readers wait. */
    public boolean stopsReads() {
        return this == READS_AND_WRITES;
    }
}
