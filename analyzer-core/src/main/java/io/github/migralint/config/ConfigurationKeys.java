package io.github.migralint.config;

import java.util.List;

/** The keys of a {@code migralint.toml}; {@code []} follows the name of an array of tables. */
public final class ConfigurationKeys {
    /** All keys with the tables that they are in, in the order of the documentation. */
    public static final List<String> ALL = List.of(
            "dialect",
            "db-version",
            "framework",
            "migrations",
            "history",
            "schema",
            "start-after",
            "release",
            "assume-in-transaction",
            "exclude",
            "fail-on",
            "rules.select",
            "rules.ignore",
            "risks",
            "overrides[].paths",
            "overrides[].select",
            "overrides[].ignore",
            "overrides[].risks",
            "ignore[].file",
            "ignore[].rule",
            "ignore[].object",
            "ignore[].reason",
            "ignore[].expires",
            "tables.large",
            "tables.small",
            "tables.rows",
            "database.lock-timeout",
            "database.statement-timeout");

    private ConfigurationKeys() {}

    /** The keys of a table, given by its name; the empty name is that of the whole file. */
    static List<String> in(String table) {
        String prefix = table.isEmpty() ? "" : table + ".";
        return ALL.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).replaceFirst("(\\[])?\\..*", ""))
                .distinct()
                .toList();
    }

    /** The tables that have a key. */
    static List<String> tablesWith(String key) {
        return ALL.stream()
                .filter(name -> name.endsWith("." + key))
                .map(name -> name.substring(0, name.length() - key.length() - 1))
                .toList();
    }
}
