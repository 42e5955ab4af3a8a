package io.github.migralint.framework;

import java.util.Set;

/**
 * Over what connections a tool runs the files of one call.
 *
 * @param shared whether it surely runs them all over one, so that what a file sets for its session holds for the next
 * @param restored settings that it puts back between two files, names folded
 */
public record Connections(boolean shared, Set<String> restored) {
    /** A connection for each file, or nobody knows. */
    public static final Connections UNSHARED = new Connections(false, Set.of());

    public Connections {
        restored = Set.copyOf(restored);
    }

    /** One connection for all files; the settings named are put back between them, and nothing else. */
    public static Connections oneForAll(String... restored) {
        return new Connections(true, Set.of(restored));
    }
}
