package io.github.migralint.history;

/** What goes live together. */
public enum ReleaseMode {
    /** All migrations under review: the change that somebody is about to ship. */
    TOGETHER,
    /** Each migration on its own: an audit of a history that shipped long ago. */
    EACH
}
