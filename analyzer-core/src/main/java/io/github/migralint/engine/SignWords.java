package io.github.migralint.engine;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words, and pairs of words, by which engines can be told. */
final class SignWords {
    private static final SignWords ALL = new SignWords();

    private final Map<String, SqlSign> words = new HashMap<>();
    /** By the second word, then by the first. */
    private final Map<String, Map<String, SqlSign>> pairs = new HashMap<>();

    private SignWords() {
        sure(SqlSign.LIKE_MYSQL, "auto_increment");
        hints(SqlSign.LIKE_MYSQL, 8, "innodb", "myisam", "utf8mb4", "mediumtext", "longtext", "mediumblob");
        hints(SqlSign.LIKE_MYSQL, 8, "longblob", "mediumint", "tinytext", "tinyblob", "zerofill");
        hints(SqlSign.LIKE_MYSQL, 8, "on duplicate", "drop foreign", "update current_timestamp");
        hints(SqlSign.LIKE_MYSQL, 6, "unsigned", "modify column", "change column");
        hints(SqlSign.LIKE_MYSQL, 4, "character set");
        sure(SqlSign.MYSQL, "utf8mb4_0900_ai_ci");
        sure(SqlSign.MARIADB, "inet6", "system versioning");

        sure(SqlSign.POSTGRESQL, "plpgsql", "tsvector", "citext", "hstore", "create extension");
        hints(SqlSign.POSTGRESQL, 8, "concurrently", "uuid_generate_v4", "daterange", "tstzrange", "using gin");
        hints(SqlSign.POSTGRESQL, 8, "using gist");
        hints(SqlSign.POSTGRESQL, 6, "owner to", "create policy", "statement_timeout", "create domain");
        hints(SqlSign.LIKE_POSTGRESQL, 8, "bigserial", "smallserial", "timestamptz", "bytea", "regclass");
        hints(SqlSign.LIKE_POSTGRESQL, 8, "gen_random_uuid", "as enum");
        hints(SqlSign.LIKE_POSTGRESQL, 5, "serial", "ilike", "not valid", "character varying", "alter type");
        hints(SqlSign.LIKE_POSTGRESQL, 4, "nextval", "drop not", "create type", "time zone", "set not");
        hints(SqlSign.LIKE_POSTGRESQL, 3, "data type", "as identity");

        hints(Set.of("postgresql", "cockroachdb", "sqlite"), 8, "jsonb");

        sure(SqlSign.SQLITE, "nocase", "autoincrement", "pragma", "sqlite_master", "sqlite_sequence", "without rowid");
        hints(SqlSign.SQLITE, 8, "insert or", "randomblob");
        hints(SqlSign.SQLITE, 6, "strftime", "julianday");

        sure(SqlSign.SQL_SERVER, "dbo", "uniqueidentifier", "datetime2", "datetimeoffset", "nonclustered", "nocount");
        sure(SqlSign.SQL_SERVER, "sp_rename", "sp_executesql");
        hints(SqlSign.SQL_SERVER, 6, "nvarchar", "sysname");

        sure(SqlSign.ORACLE, "varchar2", "nvarchar2", "pls_integer");
        hints(SqlSign.ORACLE, 4, "sysdate", "systimestamp", "nologging");

        sure(SqlSign.COCKROACHDB, "crdb_internal", "configure zone", "upsert into");
        sure(SqlSign.CLICKHOUSE, "datetime64", "lowcardinality");
    }

    private void sure(Set<String> engines, String... all) {
        hints(engines, SqlSign.SURE, all);
    }

    private void hints(Set<String> engines, int weight, String... all) {
        for (String one : all) {
            var sign = new SqlSign(one.toUpperCase(Locale.ROOT), weight, engines);
            int blank = one.indexOf(' ');
            if (blank < 0) {
                words.put(one, sign);
            } else {
                pairs.computeIfAbsent(one.substring(blank + 1), second -> new HashMap<>())
                        .put(one.substring(0, blank), sign);
            }
        }
    }

    /** What a word in lower case says. */
    static Optional<SqlSign> of(String word) {
        return word.startsWith("pg_") ? Optional.of(SqlSign.CATALOG) : Optional.ofNullable(ALL.words.get(word));
    }

    /** What two words in lower case say that follow each other. */
    static Optional<SqlSign> of(String first, String second) {
        return Optional.ofNullable(ALL.pairs.getOrDefault(second, Map.of()).get(first));
    }
}
