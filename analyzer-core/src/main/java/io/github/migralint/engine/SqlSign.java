package io.github.migralint.engine;

import io.github.migralint.framework.EngineNames;
import java.util.Optional;
import java.util.Set;

/**
 * Something in SQL that only some engines read.
 *
 * @param text the sign as people are told of it: {@code ENGINE=}
 * @param weight how much it says: from 10 on it is sure
 * @param engines those that read it
 */
record SqlSign(String text, int weight, Set<String> engines) {
    /** From this weight on a sign is sure. */
    static final int SURE = 10;

    static final Set<String> POSTGRESQL = Set.of("postgresql");
    static final Set<String> LIKE_POSTGRESQL = Set.of("postgresql", "cockroachdb");
    static final Set<String> MYSQL = Set.of("mysql");
    static final Set<String> MARIADB = Set.of("mariadb");
    static final Set<String> LIKE_MYSQL = Set.of("mysql", "mariadb");
    static final Set<String> SQLITE = Set.of("sqlite");
    static final Set<String> SQL_SERVER = Set.of("sqlserver");
    static final Set<String> ORACLE = Set.of("oracle");
    static final Set<String> COCKROACHDB = Set.of("cockroachdb");
    static final Set<String> CLICKHOUSE = Set.of("clickhouse");

    static final SqlSign BACKTICKS = new SqlSign("backticks", 6, Set.of("mysql", "mariadb", "sqlite"));
    static final SqlSign BRACKETS = new SqlSign("[names in brackets]", 6, Set.of("sqlserver", "sqlite"));
    static final SqlSign HASH_COMMENT = new SqlSign("comments with #", 5, LIKE_MYSQL);
    static final SqlSign EXECUTABLE_COMMENT = new SqlSign("/*! */", SURE, LIKE_MYSQL);
    static final SqlSign MARIADB_COMMENT = new SqlSign("/*M! */", SURE, MARIADB);
    static final SqlSign DOLLAR_QUOTES = new SqlSign("$$", 8, LIKE_POSTGRESQL);
    static final SqlSign CAST = new SqlSign("::", 6, LIKE_POSTGRESQL);
    static final SqlSign ARRAY = new SqlSign("[] types", 6, LIKE_POSTGRESQL);
    static final SqlSign ENGINE = new SqlSign("ENGINE=", SURE, LIKE_MYSQL);
    static final SqlSign CLICKHOUSE_ENGINE = new SqlSign("a MergeTree engine", SURE, CLICKHOUSE);
    static final SqlSign SEQUENCE_ENGINE = new SqlSign("CREATE SEQUENCE with ENGINE=", SURE, MARIADB);
    static final SqlSign UUID_TYPE = new SqlSign("the type uuid beside backticks", SURE, MARIADB);
    static final SqlSign REPLACE_TABLE = new SqlSign("CREATE OR REPLACE TABLE", SURE, MARIADB);
    static final SqlSign DELIMITER = new SqlSign("DELIMITER", SURE, LIKE_MYSQL);
    static final SqlSign GO = new SqlSign("lines with GO", SURE, SQL_SERVER);
    static final SqlSign SLASH = new SqlSign("lines with /", 6, ORACLE);
    static final SqlSign IDENTITY = new SqlSign("IDENTITY(", 8, SQL_SERVER);
    static final SqlSign NUMBER = new SqlSign("NUMBER(", 8, ORACLE);
    static final SqlSign STORING = new SqlSign("STORING (", SURE, COCKROACHDB);
    static final SqlSign CATALOG = new SqlSign("names like pg_catalog", 6, POSTGRESQL);

    /** What the line says with which a script of Sqitch begins: {@code -- Deploy shop:orders to pg}. */
    static Optional<SqlSign> ofDeployLine(String line) {
        String bare = line.strip();
        return EngineNames.engine(bare.substring(bare.lastIndexOf(' ') + 1))
                .map(engine -> new SqlSign("the line of Sqitch", SURE, Set.of(engine)));
    }
}
