package io.github.migralint.report;

import io.github.migralint.rule.Place;
import io.github.migralint.rule.Risk;
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
        NOT_UNDERSTOOD("unanalyzable-sql", Risk.MEDIUM),
        /** A path that does not exist. */
        MISSING("file-missing", Risk.HIGH),
        /** A configuration or an option that cannot be used, so that nothing was analyzed. */
        CONFIGURATION("wrong-configuration", Risk.HIGH),
        /** A file that could not be read or looks wrong. */
        FILE("file-not-analyzed", Risk.MEDIUM),
        /** A rule that failed. */
        INTERNAL("internal-error", Risk.HIGH);

        private final String rule;
        private final Risk risk;

        Kind(String rule, Risk risk) {
            this.rule = rule;
            this.risk = risk;
        }

        /** Whether the call is wrong, and not a file that was to be checked. */
        public boolean isOfCall() {
            return this == MISSING || this == CONFIGURATION;
        }

        /** What stands for the id of a rule in formats that know only findings. */
        public String rule() {
            return rule;
        }

        /** How bad it is for those who believe that the file was checked. */
        public Risk risk() {
            return risk;
        }
    }

    /** Trouble at a place. */
    public static Problem at(Kind kind, Place place, String message) {
        return new Problem(kind, place.text().path(), Optional.of(place), message);
    }

    /** Trouble with a file as a whole. */
    public static Problem of(Kind kind, String file, String message) {
        return new Problem(kind, file, Optional.empty(), message);
    }

    /** The same with another path for its file, in the message as well. */
    public Problem named(String path) {
        boolean telling = file.contains("/") || file.contains(".");
        return new Problem(kind, path, place, telling ? message.replace(file, path) : message);
    }

    /** Line and column where it begins, if it has a place. */
    public Optional<Position> position() {
        return place.map(p -> p.text().position(p.span().start()));
    }
}
