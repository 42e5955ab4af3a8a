package io.github.migralint.history;

import io.github.migralint.dialect.Dialect;
import java.util.Map;

/**
 * What is known of the live database besides its schema.
 *
 * @param tables how big its tables are
 * @param settings settings with which the sessions of the migration tool begin, because the role or the connection has
 *     them; names folded: {@code lock_timeout} to {@code 5s}
 */
public record Deployment(TableSizes tables, Map<String, String> settings) {
    /** Nothing is known. */
    public static final Deployment UNKNOWN = new Deployment(TableSizes.UNKNOWN, Map.of());

    public Deployment {
        settings = Map.copyOf(settings);
    }

    /** The same, with the settings by which an engine knows them. */
    public Deployment on(Dialect dialect) {
        return new Deployment(tables, dialect.timeouts(settings));
    }
}
