package io.github.migralint.framework;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.Optional;

/**
 * A part of a file that a tool runs by itself.
 *
 * @param name what the marker calls it: {@code up}, {@code changeset ann:1}; may be empty
 * @param direction forward, back, or never run
 * @param span the part, the marker included
 * @param transaction how it runs, when the markers say so
 */
public record Section(String name, Direction direction, Span span, Optional<Transaction> transaction) {
    /** A file without parts, which goes forward. */
    public static Section whole(SourceText text) {
        return new Section("", Direction.UP, text.span(), Optional.empty());
    }

    /** The direction that counts: a file that goes back does so as a whole. */
    public Direction directionIn(MigrationFile file) {
        return file.direction() == Direction.UP ? direction : file.direction();
    }
}
