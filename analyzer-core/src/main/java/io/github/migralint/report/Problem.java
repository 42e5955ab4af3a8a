package io.github.migralint.report;

import io.github.migralint.rule.Place;
import io.github.migralint.source.Position;
import java.util.Optional;

/**
 * Something that kept a part of the input from being analyzed, or an internal failure.
 *
 * @param kind what kind of trouble
 * @param file display path; may be empty
 * @param place where in the file, if it has a place
 * @param message a full sentence that ends with a period
 */
public record Problem(Problem.Kind kind, String file, Optional<Place> place, String message) {
    /** What kind of trouble. */
    public enum Kind {
        /** A statement that could not be read. */
        NOT_UNDERSTOOD,
        /** A path that does not exist. */
        MISSING,
        /** A configuration or an option that cannot be used, so that nothing was analyzed. */
        CONFIGURATION,
        /** A file that could not be read or looks wrong. */
        FILE,
        /** A rule that failed. */
        INTERNAL
    }

    /** Trouble at a place. */
    public static Problem at(Kind kind, Place place, String message) {
        return new Problem(kind, place.text().path(), Optional.of(place), message);
    }

    /** Trouble with a file as a whole. */
    public static Problem of(Kind kind, String file, String message) {
        return new Problem(kind, file, Optional.empty(), message);
    }

    /** Line and column where it begins, if it has a place. */
    public Optional<Position> position() {
        return place.map(p -> p.text().position(p.span().start()));
    }
}
