package io.github.migralint.framework;

/**
 * A file or folder that could not be taken.
 *
 * @param displayPath how people are told of it
 * @param kind what is wrong
 * @param message a sentence without a period, for people
 */
public record FileProblem(String displayPath, Kind kind, String message) {
    /** What can be wrong with a path. */
    public enum Kind {
        MISSING,
        UNREADABLE,
        TOO_LARGE,
        NO_MIGRATIONS,
        TOO_MANY,
        OTHER_ENGINE
    }
}
