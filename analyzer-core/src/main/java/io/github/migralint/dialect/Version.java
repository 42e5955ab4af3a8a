package io.github.migralint.dialect;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of an engine.
 *
 * @param major first part
 * @param minor second part, 0 when not said
 * @param patch third part, 0 when not said
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.(\\d{1,4}))?(?:\\.\\d{1,4})*");

    /** A version of which no third part is told. */
    public Version(int major, int minor) {
        this(major, minor, 0);
    }

    /** Reads {@code 16}, {@code 16.4} or {@code 8.0.31}; further parts are ignored. */
    public static Optional<Version> parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Version(part(matcher.group(1)), part(matcher.group(2)), part(matcher.group(3))));
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether this is an earlier version than another. */
    public boolean isBefore(Version other) {
        return compareTo(other) < 0;
    }

    /** Written out: the comparators of Java generate classes at every start, and versions are compared at every start. */
    @Override
    public int compareTo(Version other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        return minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        if (patch != 0) {
            return major + "." + minor + "." + patch;
        }
        return minor == 0 ? Integer.toString(major) : major + "." + minor;
    }
}
