package io.github.migralint.ast;

/** How long the rows of a relation live. */
public enum Persistence {
    PERMANENT,
    UNLOGGED,
    TEMPORARY
}
