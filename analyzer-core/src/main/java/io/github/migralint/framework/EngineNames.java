package io.github.migralint.framework;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How projects name folders and files that are meant for one engine only. */
public final class EngineNames {
    private static final Map<String, String> ENGINES = Map.ofEntries(
            Map.entry("postgresql", "postgresql"),
            Map.entry("postgres", "postgresql"),
            Map.entry("pgsql", "postgresql"),
            Map.entry("pg", "postgresql"),
            Map.entry("psql", "postgresql"),
            Map.entry("mysql", "mysql"),
            Map.entry("mariadb", "mysql"),
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

    private EngineNames() {}

    /** The engine that a folder name, or a part of a file name, stands for. */
    public static Optional<String> engine(String name) {
        return Optional.ofNullable(ENGINES.get(name.toLowerCase(Locale.ROOT)));
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
        path.subList(0, path.size() - 1).forEach(folder -> engine(folder).ifPresent(engines::add));
        ofFileName(path.get(path.size() - 1)).ifPresent(engines::add);
        return engines;
    }

    /**
     * The paths that are not marked for an engine other than {@code dialect}. A folder {@code db2} alone is no mark: it is
     * more often the second version of a package for databases.
     */
    static <T> List<T> meantFor(String dialect, List<T> files, Function<T, List<String>> path) {
        var all = new HashSet<String>();
        files.forEach(file -> all.addAll(of(path.apply(file))));
        if (all.equals(Set.of("db2"))) {
            return files;
        }
        return files.stream()
                .filter(file -> Set.of(dialect).containsAll(of(path.apply(file))))
                .toList();
    }
}
