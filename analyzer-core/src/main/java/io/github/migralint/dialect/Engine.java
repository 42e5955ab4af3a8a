package io.github.migralint.dialect;

/**
 * A dialect and the version of the server.
 *
 * @param dialect name of the dialect: {@code postgresql}
 * @param label name for people: {@code PostgreSQL}
 * @param version version of the server
 * @param written the version as it was said, which may be less exact: {@code 8.0}
 */
public record Engine(String dialect, String label, Version version, String written) {
    /** An engine of which the version was said in full. */
    public Engine(String dialect, String label, Version version) {
        this(dialect, label, version, version.toString());
    }

    /** {@code PostgreSQL 16}. */
    @Override
    public String toString() {
        return label + " " + written;
    }
}
