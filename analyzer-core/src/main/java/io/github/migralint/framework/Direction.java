package io.github.migralint.framework;

/** Whether a migration goes forward or back. */
public enum Direction {
    /** It brings the schema forward. */
    UP,
    /** It takes a migration back; never part of a replay. */
    DOWN,
    /** It runs on an occasion of its own, such as a callback; never part of a replay. */
    NONE
}
