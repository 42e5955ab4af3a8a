package io.github.migralint.history;

import io.github.migralint.dialect.Engine;
import java.util.List;

/**
 * All migrations of one call, in order, with where they came from.
 *
 * @param engine the server they are meant for
 * @param engineSource where that came from: {@code --db-version}, {@code default}
 * @param framework the migration tool: {@code Flyway}, {@code plain SQL files}
 * @param frameworkReason why it was taken for that
 * @param migrations in the order in which they run
 * @param complete whether the history starts from an empty database
 */
public record History(
        Engine engine,
        String engineSource,
        String framework,
        String frameworkReason,
        List<Migration> migrations,
        boolean complete) {
    public History {
        migrations = List.copyOf(migrations);
    }
}
