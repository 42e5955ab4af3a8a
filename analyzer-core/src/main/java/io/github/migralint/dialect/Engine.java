package io.github.migralint.dialect;

/**
 * A dialect and the version of the server.
 *
 * @param dialect name of the dialect: {@code postgresql}
 * @param label name for people: {@code PostgreSQL}
 * @param version version of the server
 */
public record Engine(String dialect, String label, Version version) {
    /** {@code PostgreSQL 16}. */
    @Override
    public String toString() {
        return label + " " + version;
    }
}
