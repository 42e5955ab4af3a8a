package io.github.migralint.report;

/**
 * Something that kept a part of the input from being analyzed, or an internal failure.
 *
 * @param kind what kind of trouble
 * @param file display path; may be empty
 * @param line from 1; 0 when it has no place
 * @param column from 1; 0 when it has no place
 * @param message a full sentence
 */
public record Problem(Problem.Kind kind, String file, int line, int column, String message) {
    /** What kind of trouble. */
    public enum Kind {
        /** A statement that could not be read. */
        NOT_UNDERSTOOD,
        /** A file that could not be read or looks wrong. */
        FILE,
        /** A rule that failed. */
        INTERNAL
    }
}
