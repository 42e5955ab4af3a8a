package io.github.migralint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.framework.EngineClue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engine SQL speaks of, and by which of its words. */
class SignScannerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    CREATE TABLE t (id int) ENGINE=InnoDB;                      | mysql      | ENGINE=
                    create table t (id int) engine = innodb                     | mysql      | ENGINE=
                    CREATE TABLE `t` (`id` int);                                | mysql      | backticks
                    /*!40101 SET NAMES utf8 */;                                 | mysql      | /*! */
                    CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY);         | mysql      | AUTO_INCREMENT
                    ALTER TABLE t MODIFY COLUMN a bigint;                       | mysql      | MODIFY COLUMN
                    DELIMITER $$                                                | mysql      | DELIMITER
                    /*M!100300 SET x = 1 */;                                    | mariadb    | /*M! */
                    CREATE OR REPLACE TABLE `t` (`id` int);                     | mariadb    | CREATE OR REPLACE TABLE
                    CREATE TABLE `t` (`id` uuid NOT NULL) ENGINE=InnoDB;        | mariadb    | the type uuid beside backticks
                    CREATE TABLE t (id int) ENGINE=InnoDB WITH SYSTEM VERSIONING;  | mariadb | SYSTEM VERSIONING
                    CREATE SEQUENCE s ENGINE=InnoDB;                            | mariadb    | CREATE SEQUENCE with ENGINE=
                    CREATE TABLE t (id bigserial PRIMARY KEY);                  | postgresql | BIGSERIAL
                    CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql;  | postgresql | $$
                    SELECT '1'::int;                                            | postgresql | ::
                    CREATE EXTENSION pgcrypto;                                  | postgresql | CREATE EXTENSION
                    CREATE TYPE mood AS ENUM ('sad');                           | postgresql | AS ENUM
                    ALTER TABLE t ADD COLUMN tags text[];                       | postgresql | [] types
                    CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);      | sqlite     | AUTOINCREMENT
                    INSERT OR REPLACE INTO "t" VALUES (1);                      | sqlite     | INSERT OR
                    ALTER TABLE [dbo].[t] ADD [a] NVARCHAR(10);                 | sqlserver  | DBO
                    CREATE TABLE t (a VARCHAR2(10), b NUMBER(10));              | oracle     | VARCHAR2
                    CREATE INDEX i ON t (a) STORING (b);                        | cockroachdb | STORING (
                    CREATE TABLE t (a Int32) ENGINE = ReplicatedMergeTree() ORDER BY a;  | clickhouse | a MergeTree engine
                    -- Deploy shop:orders to pg                                 | postgresql | the line of Sqitch
                    """)
    void speaks(String sql, String engine, String sign) {
        assertThat(verdict(sql)).isEqualTo(engine + ": " + sign + " in a.sql");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    CREATE TABLE t (id int PRIMARY KEY);
                    ALTER TABLE t ADD COLUMN price numeric(10, 2) NOT NULL DEFAULT 0;
                    -- ENGINE=InnoDB AUTO_INCREMENT `t`
                    /* $$ :: jsonb CREATE EXTENSION */ SELECT 1;
                    INSERT INTO t VALUES ('ENGINE=InnoDB AUTO_INCREMENT `t` it''s', 'AUTOINCREMENT');
                    CREATE TABLE "auto_increment" (id int);
                    UPDATE ${schema}.t SET a = $1;
                    """)
    void saysNothing(String sql) {
        assertThat(verdict(sql)).isEqualTo("nothing");
    }

    @Test
    void linesOfAScriptSayTheirEngine() {
        assertThat(verdict("CREATE TABLE t (id int)\nGO\n")).startsWith("sqlserver: lines with GO");
        assertThat(verdict("INSERT INTO t VALUES (1)\n/\nINSERT INTO t VALUES (SYSDATE)\n/\n"))
                .startsWith("oracle: ");
        assertThat(verdict("# a note\nALTER TABLE t ADD a int;\n")).startsWith("mysql: comments with #");
        assertThat(verdict("SELECT a - # 3 FROM t; go")).isEqualTo("nothing");
    }

    @Test
    void whatSpeaksForTwoSaysNothing() {
        assertThat(verdict("SELECT `a`, '1'::int;")).isEqualTo("nothing");
    }

    @Test
    void severalFilesAreWeighed() {
        var count = new SignCount();
        count.add("1.sql", SignScanner.signsIn("CREATE TABLE t (id bigserial);"));
        count.add("2.sql", SignScanner.signsIn("CREATE TABLE `t` (id int AUTO_INCREMENT);"));
        count.add("3.sql", SignScanner.signsIn("CREATE TABLE `t` (id int) ENGINE=InnoDB;"));
        assertThat(count.verdict()).contains(new EngineClue("mysql", "AUTO_INCREMENT in 2.sql"));
    }

    @Test
    void noTextBreaksIt() {
        for (String open :
                new String[] {"'", "\"", "`", "$$", "$a", "/*", "/*!", "--", "#", "[", "[a", ":", "'\\", "/"}) {
            assertThat(SignScanner.signsIn(open)).isNotNull();
            assertThat(SignScanner.signsIn("a " + open + "\n")).isNotNull();
        }
    }

    private static String verdict(String sql) {
        var count = new SignCount();
        count.add("a.sql", SignScanner.signsIn(sql));
        return count.verdict().map(clue -> clue.engine() + ": " + clue.place()).orElse("nothing");
    }
}
