package io.github.migralint.ast;

import java.util.Optional;

/**
 * How a change must be carried out: an engine that cannot do so refuses it.
 *
 * @param algorithm {@code ALGORITHM = …}, its value folded: {@code instant}, {@code nocopy}, {@code inplace}, {@code copy}
 * @param lock {@code LOCK = …}, its value folded: {@code none}, {@code shared}, {@code exclusive}
 * @param waiting {@code WAIT n}, {@code NOWAIT}: how many seconds it waits for its lock, 0 for none at all
 */
public record OnlineOptions(Optional<Option> algorithm, Optional<Option> lock, Optional<Option> waiting) {
    /** Nothing is demanded. */
    public static final OnlineOptions NONE = new OnlineOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /** The algorithm, unless none is named or the engine chooses. */
    public Optional<String> algorithmNamed() {
        return named(algorithm);
    }

    /** The lock, unless none is named or the engine chooses. */
    public Optional<String> lockNamed() {
        return named(lock);
    }

    private static Optional<String> named(Optional<Option> option) {
        return option.flatMap(Option::value).filter(value -> !value.equals("default"));
    }
}
