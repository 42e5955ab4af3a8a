package io.github.migralint.framework;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How projects name folders and files that are meant for one engine only. */
public final class EngineNames {
    private static final Map<String, String> ENGINES = Map.ofEntries(
            Map.entry("postgresql", "postgresql"),
            Map.entry("postgres", "postgresql"),
            Map.entry("pgsql", "postgresql"),
            Map.entry("pg", "postgresql"),
            Map.entry("psql", "postgresql"),
            Map.entry("mysql", "mysql"),
            Map.entry("mariadb", "mariadb"),
            Map.entry("sqlite", "sqlite"),
            Map.entry("sqlite3", "sqlite"),
            Map.entry("sqlserver", "sqlserver"),
            Map.entry("mssql", "sqlserver"),
            Map.entry("oracle", "oracle"),
            Map.entry("h2", "h2"),
            Map.entry("hsqldb", "hsqldb"),
            Map.entry("hsql", "hsqldb"),
            Map.entry("derby", "derby"),
            Map.entry("db2", "db2"),
            Map.entry("cockroach", "cockroachdb"),
            Map.entry("cockroachdb", "cockroachdb"),
            Map.entry("crdb", "cockroachdb"),
            Map.entry("clickhouse", "clickhouse"),
            Map.entry("cassandra", "cassandra"),
            Map.entry("snowflake", "snowflake"),
            Map.entry("redshift", "redshift"),
            Map.entry("duckdb", "duckdb"),
            Map.entry("firebird", "firebird"),
            Map.entry("spanner", "spanner"));

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("postgresql", "PostgreSQL"),
            Map.entry("mysql", "MySQL"),
            Map.entry("mariadb", "MariaDB"),
            Map.entry("sqlite", "SQLite"),
            Map.entry("sqlserver", "SQL Server"),
            Map.entry("oracle", "Oracle"),
            Map.entry("h2", "H2"),
            Map.entry("hsqldb", "HSQLDB"),
            Map.entry("derby", "Derby"),
            Map.entry("db2", "Db2"),
            Map.entry("cockroachdb", "CockroachDB"),
            Map.entry("clickhouse", "ClickHouse"),
            Map.entry("cassandra", "Cassandra"),
            Map.entry("snowflake", "Snowflake"),
            Map.entry("redshift", "Redshift"),
            Map.entry("duckdb", "DuckDB"),
            Map.entry("firebird", "Firebird"),
            Map.entry("spanner", "Spanner"));

    /** Names that mean an engine wherever they stand among other words; the others mean other things as well. */
    private static final Set<String> CLEAR = Set.of(
            "postgresql",
            "postgres",
            "pgsql",
            "mysql",
            "mariadb",
            "sqlite",
            "sqlite3",
            "sqlserver",
            "mssql",
            "cockroachdb",
            "hsqldb",
            "clickhouse");

    private static final Pattern WORDS = Pattern.compile("[^a-z0-9]+");

    private EngineNames() {}

    /** The name of an engine for people. */
    public static String label(String engine) {
        return LABELS.getOrDefault(engine, engine);
    }

    /** The engine that a folder name, or a part of a file name, stands for. */
    public static Optional<String> engine(String name) {
        return Optional.ofNullable(ENGINES.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The engine that a folder is named for: {@code mysql}, {@code mysql-default}, {@code PostgresMigrations}. A folder that
     * names two is about both.
     */
    public static Optional<String> ofFolder(String name) {
        Optional<String> exact = engine(name);
        if (exact.isPresent()) {
            return exact;
        }
        String folded = name.toLowerCase(Locale.ROOT);
        var engines = new HashSet<String>();
        for (String word : WORDS.split(folded, -1)) {
            String bare = word.replaceFirst("^migrations?|migrations?$", "");
            if (CLEAR.contains(bare)) {
                engine(bare).ifPresent(engines::add);
            }
        }
        // the second half of a year is h2 too, but comes last
        if (engines.isEmpty() && folded.matches("h2[-_.][a-z].*")) {
            return Optional.of("h2");
        }
        return engines.size() == 1 ? engines.stream().findFirst() : Optional.empty();
    }

    /** The engine that a file name is marked with: {@code 1_a.mysql.up.sql}, {@code pgsql-schema.sql}. */
    public static Optional<String> ofFileName(String name) {
        String[] parts = name.split("\\.", -1);
        for (int i = 1; i < parts.length - 1; i++) {
            Optional<String> engine = engine(parts[i]);
            if (engine.isPresent()) {
                return engine;
            }
        }
        int dash = parts[0].indexOf('-');
        return dash < 0 ? Optional.empty() : engine(parts[0].substring(0, dash));
    }

    /** The engines that a path below the folder that was asked for is marked with. */
    static Set<String> of(List<String> path) {
        var engines = new HashSet<String>();
        path.subList(0, path.size() - 1).forEach(folder -> ofFolder(folder).ifPresent(engines::add));
        ofFileName(path.get(path.size() - 1)).ifPresent(engines::add);
        return engines;
    }

    /**
     * The paths that are not marked for an engine other than {@code dialect}. A folder {@code db2} alone is no mark: it is
     * more often the second version of a package for databases. What is for MySQL is for MariaDB where nothing is for
     * MariaDB alone, and the other way round.
     */
    static <T> List<T> meantFor(String dialect, List<T> files, Function<T, List<String>> path) {
        Set<String> all = all(files, path);
        String own = all.contains(dialect) ? dialect : relative(dialect).orElse(dialect);
        return all.isEmpty()
                ? files
                : files.stream()
                        .filter(file -> Set.of(own).containsAll(of(path.apply(file))))
                        .toList();
    }

    /** All engines that some of the paths are marked with. */
    static <T> Set<String> all(List<T> files, Function<T, List<String>> path) {
        var all = new HashSet<String>();
        files.forEach(file -> all.addAll(of(path.apply(file))));
        return all.equals(Set.of("db2")) ? Set.of() : all;
    }

    /** The engine that reads nearly the same SQL. */
    static Optional<String> relative(String engine) {
        return switch (engine) {
            case "mysql" -> Optional.of("mariadb");
            case "mariadb" -> Optional.of("mysql");
            default -> Optional.empty();
        };
    }
}
