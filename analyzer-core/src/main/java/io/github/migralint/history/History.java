package io.github.migralint.history;

import io.github.migralint.dialect.Engine;
import io.github.migralint.framework.Direction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All migrations of one project, in order, with where they came from.
 *
 * @param engine the server they are meant for
 * @param engineSource where that came from: {@code --db-version}, {@code default}
 * @param framework the migration tool: {@code Flyway}, {@code plain SQL files}
 * @param frameworkReason why it was taken for that
 * @param migrations in the order in which they run
 * @param complete whether the history starts from an empty database, or from a schema that is known
 * @param review what else was asked for
 */
public record History(
        Engine engine,
        String engineSource,
        String framework,
        String frameworkReason,
        List<Migration> migrations,
        boolean complete,
        Review review) {
    public History {
        migrations = List.copyOf(migrations);
    }

    /** A history of which nothing else was asked. */
    public History(
            Engine engine,
            String engineSource,
            String framework,
            String frameworkReason,
            List<Migration> migrations,
            boolean complete) {
        this(engine, engineSource, framework, frameworkReason, migrations, complete, Review.PLAIN);
    }

    /** The same, of which it is not known what was there before it. */
    public History open() {
        return new History(engine, engineSource, framework, frameworkReason, migrations, false, review);
    }

    /** The folder of its first migration; empty when there is none. */
    public Optional<String> folder() {
        return migrations.stream().findFirst().map(Migration::path).map(path -> {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? "." : path.substring(0, slash);
        });
    }

    /** How many migrations that go forward are under review. */
    public int underReview() {
        return (int) migrations.stream()
                .filter(migration -> migration.underReview() && migration.direction() == Direction.UP)
                .count();
    }

    /** Several projects as one, for what is said of all of them; the ordinals are still those of each project. */
    public static History joined(List<History> projects) {
        History first = projects.getFirst();
        if (projects.size() == 1) {
            return first;
        }
        return new History(
                first.engine,
                first.engineSource,
                different(projects.stream().map(History::framework)),
                different(projects.stream().map(History::frameworkReason)),
                projects.stream()
                        .flatMap(project -> project.migrations().stream())
                        .toList(),
                projects.stream().allMatch(History::complete),
                first.review);
    }

    private static String different(Stream<String> texts) {
        return texts.distinct().collect(Collectors.joining(", "));
    }
}
