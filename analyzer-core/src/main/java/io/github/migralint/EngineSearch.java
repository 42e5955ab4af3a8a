package io.github.migralint;

/** What of the server nobody said, so that it is found out for each project. */
public enum EngineSearch {
    /** Nothing: engine and version were said. */
    NOTHING,
    /** The version of an engine that was said. */
    VERSION,
    /** The engine and its version. */
    ENGINE
}
