package io.github.migralint.effect;

/** Work that grows with a table and is done while a statement holds its locks. */
public enum Work {
    /** None: only the catalog changes. */
    NONE,
    /** Every row is read. */
    SCAN,
    /** An index is built. */
    INDEX_BUILD,
    /** Table and indexes are written anew. */
    REWRITE
}
