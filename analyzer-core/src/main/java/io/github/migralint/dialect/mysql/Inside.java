package io.github.migralint.dialect.mysql;

/** What stands in a parenthesis. */
enum Inside {
    /** Expressions with commas between them, or a query. */
    OPERANDS,
    /** The arguments of a function, with the words that some functions have between them. */
    ARGUMENTS,
    /** A query. */
    QUERY,
    /** Tables and joins, or a query. */
    TABLES,
    /** What CAST converts, and to what. */
    CAST,
    /** What a full-text index is searched for, and how. */
    SEARCH,
    /** The window of a window function. */
    WINDOW,
    /** Names with commas between them, or nothing. */
    NAMES,
    /** Columns and variables that are filled. */
    TARGETS,
    /** A row to be inserted, which may be empty. */
    ROW,
    /** What nobody reads closely. */
    ANYTHING
}
