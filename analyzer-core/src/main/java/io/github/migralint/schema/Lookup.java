package io.github.migralint.schema;

import java.util.Optional;

/**
 * The answer to the question whether something exists.
 *
 * @param <T> what was asked for
 */
public sealed interface Lookup<T> {
    /**
     * It exists.
     *
     * @param value what was found
     * @param <T> what was asked for
     */
    record Found<T>(T value) implements Lookup<T> {}

    /**
     * It surely does not exist.
     *
     * @param <T> what was asked for
     */
    record Absent<T>() implements Lookup<T> {}

    /**
     * The history does not tell.
     *
     * @param <T> what was asked for
     */
    record Unknown<T>() implements Lookup<T> {}

    /** What was found, if it was. */
    default Optional<T> found() {
        return this instanceof Found<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Whether it surely does not exist. */
    default boolean isAbsent() {
        return this instanceof Absent<T>;
    }
}
