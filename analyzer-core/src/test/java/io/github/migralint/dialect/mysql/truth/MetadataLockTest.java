package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import io.github.migralint.effect.Blocking;
import io.github.migralint.effect.Effect;
import io.github.migralint.fixtures.AgreementTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A statement waits for an open transaction that has read a table where it is said to close the table to readers. */
class MetadataLockTest {
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final String PREPARATION = """
            CREATE TABLE parent (id INT NOT NULL PRIMARY KEY, a INT NULL) ENGINE=InnoDB
            CREATE TABLE child (id INT NOT NULL PRIMARY KEY, parent_id INT NULL, KEY k_parent (parent_id), CONSTRAINT fk_parent FOREIGN KEY (parent_id) REFERENCES parent (id)) ENGINE=InnoDB
            CREATE TABLE t (id INT NOT NULL PRIMARY KEY, parent_id INT NULL, KEY k_parent (parent_id)) ENGINE=InnoDB
            CREATE TABLE parted (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20))
            CREATE VIEW v AS SELECT id FROM t
            INSERT INTO parent VALUES (1, 1)
            INSERT INTO t VALUES (1, 1)
            """;

    /** Table that is read, and the statement that comes after. */
    private static final List<String> STATEMENTS = """
            t: ALTER TABLE t ADD COLUMN b INT NULL
            t: ALTER TABLE t ALTER COLUMN parent_id SET DEFAULT 5
            t: ALTER TABLE t ADD INDEX k_new (parent_id), ALGORITHM=INPLACE, LOCK=NONE
            t: ALTER TABLE t MODIFY COLUMN parent_id BIGINT NULL
            t: ALTER TABLE t ENGINE=InnoDB
            t: ALTER TABLE t RENAME TO t2
            t: CREATE INDEX k_new ON t (parent_id)
            t: DROP INDEX k_parent ON t
            t: RENAME TABLE t TO t2
            t: DROP TABLE t
            t: TRUNCATE TABLE t
            t: CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET @a = 1
            t: CREATE OR REPLACE VIEW v AS SELECT parent_id FROM t
            t: DROP VIEW v
            t: ANALYZE TABLE t
            t: OPTIMIZE TABLE t
            t: LOCK TABLES t WRITE
            t: LOCK TABLES t READ
            t: INSERT INTO t VALUES (2, NULL)
            t: UPDATE t SET parent_id = NULL
            t: CREATE TABLE n LIKE t
            t: CREATE TABLE n AS SELECT * FROM t
            parted: ALTER TABLE parted DROP PARTITION p1
            parted: ALTER TABLE parted ADD PARTITION (PARTITION p2 VALUES LESS THAN (30))
            parted: ALTER TABLE parted TRUNCATE PARTITION p1
            parent: ALTER TABLE t ADD CONSTRAINT fk_new FOREIGN KEY (parent_id) REFERENCES parent (id)
            parent: ALTER TABLE child DROP FOREIGN KEY fk_parent
            parent: ALTER TABLE child ADD COLUMN b INT NULL
            parent: CREATE TABLE n (parent_id INT NULL, FOREIGN KEY (parent_id) REFERENCES parent (id))
            parent: DROP TABLE child
            parent: INSERT INTO child VALUES (1, 1)
            parent: ALTER TABLE child ADD INDEX k_new (parent_id, id)
            parent: ALTER TABLE child ENGINE=InnoDB
            parent: ALTER TABLE child MODIFY COLUMN id BIGINT NOT NULL
            parent: RENAME TABLE child TO child2
            parent: TRUNCATE TABLE child
            child: ALTER TABLE parent ADD COLUMN b INT NULL
            child: ALTER TABLE parent ALTER COLUMN a SET DEFAULT 5
            child: ALTER TABLE parent ADD INDEX k_new (a)
            child: ALTER TABLE parent ENGINE=InnoDB
            child: ALTER TABLE parent MODIFY COLUMN a BIGINT NULL
            child: RENAME TABLE parent TO parent2
            child: ALTER TABLE parent RENAME TO parent2
            child: INSERT INTO parent VALUES (2, 2)
            child: CREATE INDEX k_new ON parent (a)
            """.lines().toList();

    @ParameterizedTest
    @EnumSource(
            value = Release.class,
            names = {"MARIADB_INSTALLED", "MYSQL_8_0_31"})
    void isForetold(Release release) throws Exception {
        LiveServer live = LiveServer.of(release);
        var stage = new Stage(live, "locks", PREPARATION);
        var agreement = new AgreementTable("Statements that wait for a reader, foretold and seen", "server");
        for (String line : STATEMENTS) {
            String table = line.substring(0, line.indexOf(':'));
            String sql = line.substring(table.length() + 2);
            boolean seen = waits(stage, table, sql);
            boolean said = stage.foretold(sql).effects().of(Effect.TakesLock.class).stream()
                    .anyMatch(lock -> lock.relation().name().equals(table)
                            && lock.mode().blocking() == Blocking.READS_AND_WRITES);
            agreement.count(live.toString(), "waits", said == seen);
            if (said != seen) {
                agreement.difference((seen ? "waits, not foretold: " : "does not wait: ") + line, live.toString());
            }
        }
        agreement.publish("mysql-locks-" + release);
        assertThat(agreement.differences()).isEmpty();
    }

    private static boolean waits(Stage stage, String table, String sql) throws SQLException {
        try (Connection connection = stage.open();
                Connection reader = stage.live().connect(stage.name())) {
            Stage.run(reader, "START TRANSACTION");
            Stage.run(reader, "SELECT COUNT(*) FROM " + table);
            Stage.run(connection, "SET SESSION lock_wait_timeout = 1");
            boolean waits = isTimedOut(connection, sql);
            Stage.run(reader, "ROLLBACK");
            return waits;
        }
    }

    /** Whether it gave up waiting; statements that maintain tables say so in a row of their answer. */
    private static boolean isTimedOut(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            try (ResultSet answer = statement.getResultSet()) {
                while (answer != null && answer.next()) {
                    int text = answer.getMetaData().getColumnCount();
                    if (String.valueOf(answer.getString(text)).startsWith("Lock wait timeout exceeded")) {
                        return true;
                    }
                }
            }
            return false;
        } catch (SQLException e) {
            return e.getErrorCode() == LOCK_WAIT_TIMEOUT;
        }
    }
}
