package io.github.migralint.trace;

/** What became of something. */
public enum Change {
    ADDED,
    REMOVED,
    CHANGED
}
