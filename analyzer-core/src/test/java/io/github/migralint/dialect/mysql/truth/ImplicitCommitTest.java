package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import io.github.migralint.effect.Effect;
import io.github.migralint.fixtures.AgreementTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A row that was inserted before a statement survives a ROLLBACK after it where the statement is said to commit. Statements
 * that begin or end a transaction are not asked for: that is all they do.
 */
class ImplicitCommitTest {
    private static final String PREPARATION = """
            CREATE TABLE witness (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB
            CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a INT NULL, KEY k_a (a)) ENGINE=InnoDB
            CREATE TABLE other (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB
            CREATE TEMPORARY TABLE tmp (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB
            CREATE VIEW v AS SELECT id FROM t
            """;

    private static final List<String> STATEMENTS = """
            ALTER TABLE t ADD COLUMN b INT NULL
            ALTER TABLE t ADD COLUMN a INT NULL
            ALTER TABLE t DROP COLUMN missing
            ALTER TABLE missing ADD COLUMN a INT NULL
            ALTER TABLE t ADD COLUMN b INT NULL, NO SUCH CLAUSE
            CREATE TABLE n (id INT)
            CREATE TABLE t (id INT)
            CREATE TABLE IF NOT EXISTS t (id INT)
            CREATE TABLE n LIKE t
            CREATE TABLE n AS SELECT 1 AS a
            CREATE TEMPORARY TABLE n (id INT)
            DROP TEMPORARY TABLE tmp
            DROP TABLE other
            DROP TABLE missing
            DROP TABLE IF EXISTS missing
            TRUNCATE TABLE other
            RENAME TABLE other TO other2
            CREATE INDEX k_new ON t (a)
            DROP INDEX k_a ON t
            CREATE VIEW v2 AS SELECT 1 AS a
            CREATE OR REPLACE VIEW v AS SELECT a FROM t
            DROP VIEW v
            CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET @a = 1
            CREATE PROCEDURE p () SELECT 1
            CREATE FUNCTION f () RETURNS INT DETERMINISTIC RETURN 1
            CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1
            CREATE DATABASE commit_other
            ALTER TABLE t COMMENT='c'
            ANALYZE TABLE t
            OPTIMIZE TABLE t
            CHECK TABLE t
            LOCK TABLES t READ, witness WRITE
            GRANT SELECT ON t TO root@localhost
            CREATE USER migralint_u
            FLUSH TABLES
            SET autocommit = 1
            SET autocommit = 0
            SET SESSION sql_mode = ''
            SET SESSION lock_wait_timeout = 5
            SAVEPOINT s
            INSERT INTO t VALUES (1, 1)
            UPDATE t SET a = 2
            DELETE FROM t
            SELECT 1
            REPLACE INTO t VALUES (1, 1)
            """.lines().toList();

    @ParameterizedTest
    @EnumSource(
            value = Release.class,
            names = {"MARIADB_INSTALLED", "MYSQL_5_7", "MYSQL_8_0_31"})
    void isForetold(Release release) throws Exception {
        LiveServer live = LiveServer.of(release);
        var stage = new Stage(live, "commits", PREPARATION);
        var agreement = new AgreementTable("Statements that commit, foretold and seen", "server");
        for (String sql : STATEMENTS) {
            boolean seen = commits(stage, sql);
            boolean said =
                    !stage.foretold(sql).effects().of(Effect.Commits.class).isEmpty();
            agreement.count(live.toString(), "commits", said == seen);
            if (said != seen) {
                agreement.difference((seen ? "commits, not foretold: " : "does not commit: ") + sql, live.toString());
            }
        }
        agreement.publish("mysql-commits-" + release);
        assertThat(agreement.differences()).isEmpty();
    }

    private static boolean commits(Stage stage, String sql) throws SQLException {
        try (Connection connection = stage.open();
                Connection witness = stage.live().connect(stage.name())) {
            LiveServer.refusal(connection, "DROP DATABASE IF EXISTS commit_other");
            LiveServer.refusal(connection, "DROP USER IF EXISTS migralint_u");
            Stage.run(connection, "START TRANSACTION");
            Stage.run(connection, "INSERT INTO witness VALUES (1)");
            LiveServer.refusal(connection, sql);
            LiveServer.refusal(connection, "ROLLBACK");
            LiveServer.refusal(connection, "UNLOCK TABLES");
            return LiveServer.answers(witness, "SELECT COUNT(*) FROM witness").equals(List.of("1"));
        }
    }
}
