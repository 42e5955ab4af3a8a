package io.github.migralint.config;

import io.github.migralint.rule.Place;
import java.util.Optional;

/** A configuration that cannot be used; the message begins with the place: {@code migralint.toml:3:1: unknown key}. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String file;
    private final transient Optional<Place> place;

    private ConfigurationException(String reason, String file, Optional<Place> place) {
        super(reason);
        this.reason = reason;
        this.file = file;
        this.place = place;
    }

    /** Something wrong with a file as a whole; the reason names it. */
    static ConfigurationException of(String file, String reason) {
        return new ConfigurationException(reason, file, Optional.empty());
    }

    /** Something wrong at a place of a file. */
    static ConfigurationException at(Place place, String what) {
        String file = place.text().path();
        var position = place.text().position(place.span().start());
        String reason = file + ":" + position.line() + ":" + position.column() + ": " + what;
        return new ConfigurationException(reason, file, Optional.of(place));
    }

    /** Where and what is wrong, for the user. */
    public String reason() {
        return reason;
    }

    /** Display path of the configuration. */
    public String file() {
        return file;
    }

    /** The part of it that is wrong, if it could be read so far. */
    public Optional<Place> place() {
        return place;
    }
}
