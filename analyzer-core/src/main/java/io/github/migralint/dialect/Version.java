package io.github.migralint.dialect;

import java.util.Optional;

/**
 * A version of an engine.
 *
 * @param major first part
 * @param minor second part, 0 when not said
 */
public record Version(int major, int minor) implements Comparable<Version> {
    /** Reads {@code 16} or {@code 16.4}; further parts are ignored. */
    public static Optional<Version> parse(String text) {
        var matcher = java.util.regex.Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.\\d{1,4})*")
                .matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int minor = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return Optional.of(new Version(Integer.parseInt(matcher.group(1)), minor));
    }

    @Override
    public int compareTo(Version other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return minor == 0 ? Integer.toString(major) : major + "." + minor;
    }
}
