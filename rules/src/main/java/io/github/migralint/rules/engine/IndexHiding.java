package io.github.migralint.rules.engine;

import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Version;
import java.util.Optional;

/** How an index is hidden from the planner before it is dropped. */
public final class IndexHiding {
    private static final Version INVISIBLE_SINCE = new Version(8, 0);
    private static final Version IGNORED_SINCE = new Version(10, 6);

    private IndexHiding() {}

    /** The word that hides an index of ALTER INDEX, where the engine has one: {@code INVISIBLE}. */
    public static Optional<String> word(Engine engine) {
        boolean mariadb = engine.dialect().equals(Engines.MARIADB);
        Version since = mariadb ? IGNORED_SINCE : INVISIBLE_SINCE;
        return engine.version().isBefore(since) ? Optional.empty() : Optional.of(mariadb ? "IGNORED" : "INVISIBLE");
    }

    /** The word that brings it back. */
    public static String back(Engine engine) {
        return engine.dialect().equals(Engines.MARIADB) ? "NOT IGNORED" : "VISIBLE";
    }

    /** The query that tells whether anybody uses an index, where it cannot be hidden. */
    public static String usage(Engine engine, String table) {
        return engine.dialect().equals(Engines.MARIADB)
                ? "SELECT * FROM information_schema.index_statistics WHERE table_name = '" + table
                        + "'; -- with userstat = 1"
                : "SELECT * FROM sys.schema_unused_indexes WHERE object_name = '" + table + "';";
    }
}
