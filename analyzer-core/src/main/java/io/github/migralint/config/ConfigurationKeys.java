package io.github.migralint.config;

import io.github.migralint.config.ConfigurationKey.Form;
import io.github.migralint.config.ConfigurationKey.Vocabulary;
import java.util.List;
import java.util.Optional;

/** The keys of a {@code migralint.toml}. */
public final class ConfigurationKeys {
    /** All keys with the tables that they are in, in the order of the documentation. */
    public static final List<ConfigurationKey> ALL = List.of(
            key(
                    "extends",
                    Form.TEXTS,
                    Vocabulary.ANY,
                    "Other configuration files on which this one builds; of several the later one is stronger.",
                    "\"../migralint.toml\""),
            key(
                    "dialect",
                    Form.TEXT,
                    Vocabulary.DIALECTS,
                    "The engine of the server; found out where it is not said.",
                    "\"postgresql\""),
            key(
                    "db-version",
                    Form.TEXT_OR_NUMBER,
                    Vocabulary.VERSIONS,
                    "The version of the server, which may name the engine itself; found out, or the newest, where it is"
                            + " not said.",
                    "\"postgresql-16\""),
            key(
                    "migrations",
                    Form.TEXTS,
                    Vocabulary.ANY,
                    "What is checked and inspected when no path is named.",
                    "[\"db/migration\"]"),
            key(
                    "framework",
                    Form.TEXT,
                    Vocabulary.FRAMEWORKS,
                    "The migration tool; found out where it is not said.",
                    "\"flyway\""),
            key(
                            "history",
                            Form.TEXT,
                            Vocabulary.ANY,
                            "The migrations before a file named alone: \"auto\" for those of its folder, \"none\", or a"
                                    + " folder.",
                            "\"auto\"")
                    .withDefault("\"auto\""),
            key(
                    "schema",
                    Form.TEXT,
                    Vocabulary.ANY,
                    "A script that makes the schema on which the migrations begin, such as what pg_dump --schema-only or"
                            + " mysqldump --no-data writes.",
                    "\"db/schema.sql\""),
            key(
                    "start-after",
                    Form.TEXT_OR_NUMBER,
                    Vocabulary.ANY,
                    "The last version that is no longer under review: migrations up to it are replayed, and not reported"
                            + " on.",
                    "\"41\""),
            key(
                    "exclude",
                    Form.TEXTS,
                    Vocabulary.ANY,
                    "Files that are no migrations: they are not read, even when they are named.",
                    "[\"seed\", \"*_demo.sql\"]"),
            key(
                    "release",
                    Form.TEXT,
                    Vocabulary.RELEASES,
                    "What ships in one release: \"together\", all that is checked, or \"each\" migration by itself.",
                    "\"each\""),
            key(
                    "assume-in-transaction",
                    Form.BOOLEAN,
                    Vocabulary.ANY,
                    "Whether files of which nothing tells how they are run are run in one transaction.",
                    "true"),
            key("fail-on", Form.TEXT, Vocabulary.THRESHOLDS, "The least risk that makes a check fail.", "\"medium\"")
                    .withDefault("\"high\""),
            key(
                    "baseline",
                    Form.TEXT,
                    Vocabulary.ANY,
                    "The file that holds the findings that were accepted; a migralint-baseline.json beside this file is"
                            + " found by itself.",
                    "\"db/migralint-baseline.json\""),
            key(
                            "rules.select",
                            Form.TEXTS,
                            Vocabulary.RULE_WORDS,
                            "The rules that are on: by name, by family, \"default\" or \"all\".",
                            "[\"default\", \"performance\"]")
                    .withDefault("[\"default\"]"),
            key(
                    "rules.ignore",
                    Form.TEXTS,
                    Vocabulary.RULE_WORDS,
                    "Rules that are off.",
                    "[\"type-change-seen-by-clients\"]"),
            key(
                    "risks",
                    Form.TABLE_OF_TEXTS,
                    Vocabulary.RISKS_OF_RULES,
                    "Other risks than the usual ones, by rule; \"off\" for no finding at all.",
                    "{ truncated-table = \"high\" }"),
            key("overrides[].paths", Form.TEXTS, Vocabulary.ANY, "The files for which it holds.", "[\"legacy\"]")
                    .asRequired(),
            key(
                    "overrides[].select",
                    Form.TEXTS,
                    Vocabulary.RULE_WORDS,
                    "Rules that are on in these files.",
                    "[\"data\"]"),
            key(
                    "overrides[].ignore",
                    Form.TEXTS,
                    Vocabulary.RULE_WORDS,
                    "Rules that are off in these files.",
                    "[\"all\"]"),
            key(
                    "overrides[].risks",
                    Form.TABLE_OF_TEXTS,
                    Vocabulary.RISKS_OF_RULES,
                    "Risks in these files, by rule.",
                    "{ truncated-table = \"low\" }"),
            key(
                            "ignore[].file",
                            Form.TEXTS,
                            Vocabulary.ANY,
                            "The files in which findings are accepted.",
                            "\"db/migration/V12__orders.sql\"")
                    .asRequired(),
            key(
                            "ignore[].rule",
                            Form.TEXTS,
                            Vocabulary.RULES,
                            "The rules whose findings are accepted.",
                            "\"blocking-index-creation\"")
                    .asRequired(),
            key(
                    "ignore[].object",
                    Form.TEXT,
                    Vocabulary.ANY,
                    "What the findings are about; a table takes all that is in it.",
                    "\"orders\""),
            key(
                    "ignore[].reason",
                    Form.TEXT,
                    Vocabulary.ANY,
                    "Why they are accepted; required for findings of HIGH and CRITICAL.",
                    "\"applied in May\""),
            key(
                    "ignore[].expires",
                    Form.DATE,
                    Vocabulary.ANY,
                    "The last day on which they are accepted.",
                    "2030-12-31"),
            key(
                    "tables.large",
                    Form.TEXTS,
                    Vocabulary.ANY,
                    "Tables that are big and busy.",
                    "[\"orders\", \"audit.*\"]"),
            key(
                    "tables.small",
                    Form.TEXTS,
                    Vocabulary.ANY,
                    "Tables so small that work on all rows takes no time worth a word.",
                    "[\"currency\"]"),
            key(
                    "tables.rows",
                    Form.TABLE_OF_NUMBERS,
                    Vocabulary.ANY,
                    "Numbers of rows, by table.",
                    "{ customers = 42_000_000 }"),
            key(
                    "database.lock-timeout",
                    Form.TEXT_OR_NUMBER,
                    Vocabulary.DURATIONS,
                    "The lock_timeout with which the sessions of the migration tool begin; on MySQL and MariaDB the"
                            + " lock_wait_timeout.",
                    "\"5s\""),
            key(
                    "database.statement-timeout",
                    Form.TEXT_OR_NUMBER,
                    Vocabulary.DURATIONS,
                    "The statement_timeout with which the sessions of the migration tool begin; on MariaDB the"
                            + " max_statement_time.",
                    "\"15min\""));

    private ConfigurationKeys() {}

    private static ConfigurationKey key(
            String name, Form form, Vocabulary vocabulary, String description, String example) {
        return new ConfigurationKey(name, form, vocabulary, false, description, Optional.empty(), example);
    }

    /** The names of all keys. */
    public static List<String> names() {
        return ALL.stream().map(ConfigurationKey::name).toList();
    }

    /** The key of a name. */
    static ConfigurationKey named(String name) {
        return ALL.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key " + name));
    }

    /** The names of the tables and arrays of tables that hold keys. */
    static List<String> tables() {
        return ALL.stream()
                .map(ConfigurationKey::table)
                .filter(table -> !table.isEmpty())
                .distinct()
                .toList();
    }

    /** The keys of a table, given by its name; the empty name is that of the whole file. */
    static List<String> in(String table) {
        String prefix = table.isEmpty() ? "" : table + ".";
        return names().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).replaceFirst("(\\[])?\\..*", ""))
                .distinct()
                .toList();
    }

    /** The tables that have a key. */
    static List<String> tablesWith(String key) {
        return ALL.stream()
                .filter(known ->
                        known.simpleName().equals(key) && !known.table().isEmpty())
                .map(ConfigurationKey::table)
                .toList();
    }
}
