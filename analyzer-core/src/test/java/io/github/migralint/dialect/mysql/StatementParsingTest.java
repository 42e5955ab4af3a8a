package io.github.migralint.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.MysqlStatement.AlterDatabase;
import io.github.migralint.ast.MysqlStatement.Execute;
import io.github.migralint.ast.MysqlStatement.LoadData;
import io.github.migralint.ast.MysqlStatement.LockTables;
import io.github.migralint.ast.MysqlStatement.MaintainTables;
import io.github.migralint.ast.MysqlStatement.Prepare;
import io.github.migralint.ast.MysqlStatement.SetVariables;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;
import io.github.migralint.ast.Volatility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, sessions, programs and accounts. */
final class StatementParsingTest {
    @Test
    void readsInserts() {
        Insert insert = Sql.statement(
                Insert.class,
                "INSERT IGNORE INTO s.t (a, `b`) VALUES (1, 'x'), (DEFAULT, (SELECT 2 FROM u))"
                        + " ON DUPLICATE KEY UPDATE a = VALUES(a), b = a + 1");
        assertThat(insert.table()).hasToString("s.t");
        assertThat(insert.columns()).hasToString("[a, b]");
        assertThat(insert.rows()).isEqualTo(2);
        assertThat(insert.ignore()).isTrue();
        assertThat(insert.onConflict()).isTrue();
        assertThat(insert.query().relations()).hasToString("[u]");
        Insert replace = Sql.statement(Insert.class, "REPLACE t SET a = 1, b = DEFAULT");
        assertThat(replace.replace()).isTrue();
        assertThat(replace.columns()).hasToString("[a, b]");
        assertThat(replace.rows()).isEqualTo(1);
        Insert copy = Sql.statement(
                Insert.class, "INSERT INTO t SELECT * FROM u JOIN v ON u.a = v.a ON DUPLICATE KEY UPDATE a = 1");
        assertThat(copy.source()).isEqualTo(Insert.Source.QUERY);
        assertThat(copy.query().relations()).hasToString("[u, v]");
        assertThat(copy.onConflict()).isTrue();
        assertThat(Sql.statement(Insert.class, "INSERT INTO t () VALUES ()").rows())
                .isEqualTo(1);
    }

    @Test
    void readsUpdates() {
        Update update = Sql.statement(
                Update.class,
                "UPDATE LOW_PRIORITY IGNORE t SET a = 1, b := (SELECT c FROM u) WHERE d ORDER BY e LIMIT 5");
        assertThat(update.table()).hasToString("t");
        assertThat(update.columns()).hasToString("[a, b]");
        assertThat(update.where().orElseThrow().normalized()).isEqualTo("d");
        assertThat(update.limited()).isTrue();
        assertThat(update.query().relations()).hasToString("[u]");
        Update joined = Sql.statement(
                Update.class, "UPDATE a JOIN s.b AS x ON a.i = x.i LEFT JOIN c USING (i) SET x.v = 1, a.w = c.w");
        assertThat(joined.table()).hasToString("s.b");
        assertThat(joined.query().writes()).hasToString("[a]");
        assertThat(joined.query().relations()).hasToString("[a, c]");
        assertThat(joined.where()).isEmpty();
        Update common = Sql.statement(
                Update.class, "WITH n AS (SELECT i FROM u) UPDATE t SET a = 1 WHERE i IN (SELECT i FROM n)");
        assertThat(common.table()).hasToString("t");
        assertThat(common.query().relations()).hasToString("[u]");
    }

    @Test
    void readsDeletes() {
        Delete delete = Sql.statement(Delete.class, "DELETE QUICK FROM t AS x PARTITION (p) WHERE x.a LIMIT 10");
        assertThat(delete.table()).hasToString("t");
        assertThat(delete.limited()).isTrue();
        Delete several =
                Sql.statement(Delete.class, "DELETE x, s.b.* FROM a AS x INNER JOIN s.b ON x.i = b.i, c WHERE c.i = 1");
        assertThat(several.table()).hasToString("a");
        assertThat(several.query().writes()).hasToString("[s.b]");
        assertThat(several.query().relations()).hasToString("[s.b, c]");
        Delete using = Sql.statement(Delete.class, "DELETE FROM x USING a x, b");
        assertThat(using.table()).hasToString("a");
        assertThat(using.where()).isEmpty();
    }

    @Test
    void readsQueries() {
        Select select = Sql.statement(
                Select.class,
                "SELECT SQL_CALC_FOUND_ROWS a.*, COUNT(*) AS n FROM a"
                        + " STRAIGHT_JOIN b USE INDEX FOR JOIN (i, PRIMARY) WHERE a.x REGEXP '^y' AND (a.y, 1) IN (SELECT y, z FROM c)"
                        + " GROUP BY 1 WITH ROLLUP HAVING n > 1 ORDER BY n DESC LIMIT 1, 2 FOR UPDATE SKIP LOCKED");
        assertThat(select.query().relations()).hasToString("[a, b, c]");
        assertThat(select.rowLock()).contains("FOR UPDATE");
        Select calls = Sql.statement(Select.class, "SELECT SLEEP(5), f(1, g(2)) AS x");
        assertThat(calls.calls()).extracting(call -> call.function().toString()).containsExactly("SLEEP", "f");
        assertThat(Sql.statement(
                                Select.class,
                                "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)"
                                        + " SELECT * FROM c, t")
                        .query()
                        .relations())
                .hasToString("[t]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT CASE a WHEN 1 THEN 'x' WHEN 2 THEN CASE WHEN b THEN 1 END ELSE c END FROM t",
                "SELECT DATE_ADD(a, INTERVAL 1 DAY), a + INTERVAL b MONTH, INTERVAL(1, 2, 3) FROM t",
                "SELECT CAST(a AS UNSIGNED), CAST(b AS CHAR(3) CHARACTER SET utf8mb4), CONVERT(c, DECIMAL(10, 2)) FROM t",
                "SELECT CONVERT(a USING utf8mb4), TRIM(LEADING 'x' FROM b), SUBSTRING(c FROM 2 FOR 3) FROM t",
                "SELECT EXTRACT(YEAR_MONTH FROM a), TIMESTAMPDIFF(MINUTE, a, b), POSITION('x' IN c) FROM t",
                "SELECT GROUP_CONCAT(DISTINCT a ORDER BY b DESC, c SEPARATOR ', ') FROM t",
                "SELECT a->'$.x', a->>'$.y', b MEMBER OF (a->'$.z'), JSON_VALUE(a, '$.n' RETURNING SIGNED) FROM t",
                "SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), SUM(c) OVER w"
                        + " FROM t WINDOW w AS (ORDER BY a)",
                "SELECT MATCH (a, b) AGAINST ('x' IN BOOLEAN MODE) FROM t",
                "SELECT !a, ~b, -c, NOT d, BINARY e, a <=> b, a DIV b, a XOR b, a SOUNDS LIKE b, a NOT BETWEEN 1 AND 2 FROM t",
                "SELECT _utf8mb4'x' COLLATE utf8mb4_bin, N'y', X'1F', b'01', 0x1F, 'a' 'b', DATE '2020-01-01', @x := 1, @@global.y",
                "SELECT * FROM (SELECT 1 AS a UNION SELECT 2) AS x, LATERAL (SELECT x.a) y",
                "SELECT * FROM JSON_TABLE('[1]', '$[*]' COLUMNS (a INT PATH '$')) AS j",
                "SELECT * FROM t FOR SYSTEM_TIME AS OF TIMESTAMP '2020-01-01 00:00:00' AS x",
                "SELECT a FROM ((t JOIN u ON t.i = u.i) JOIN v USING (i))",
                "(SELECT a FROM t LIMIT 1) UNION ALL (SELECT b FROM u) ORDER BY 1",
                "SELECT a INTO OUTFILE '/tmp/x' FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' LINES TERMINATED BY '\\n' FROM t",
                "SELECT a, b INTO @x, @y FROM t",
                "VALUES ROW(1, 2), ROW(3, 4)",
                "TABLE t ORDER BY a LIMIT 3",
                "SELECT ALL a FROM t WHERE b = ANY (SELECT c FROM u) AND EXISTS (SELECT 1 FROM v)",
                "SELECT NEXT VALUE FOR s, rank, offset FROM t PROCEDURE ANALYSE(10, 2000)",
            })
    void readsInsideQueries(String sql) {
        assertThat(Sql.kind(sql)).isEqualTo("SELECT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "SELECT a b c FROM t",
                "SELECT (a FROM t",
                "SELECT f(a,) FROM t",
                "SELECT a FROM t WHERE",
                "SELECT a FROM t WHERE AND b",
                "SELECT a FROM t GROUP a",
                "SELECT a IN () FROM t",
                "SELECT CASE WHEN a THEN b FROM t",
                "SELECT a FROM t LIMIT",
                "INSERT INTO t (a) VALUE",
                "INSERT INTO t VALUES (1, 2",
                "UPDATE t SET WHERE a",
                "UPDATE t a = 1",
                "DELETE t WHERE a",
                "CREATE TABLE t (a)",
                "CREATE TABLE t (a INT,)",
                "CREATE TABLE t (a VARCHAR())",
                "CREATE TABLE t (a INT) ENGIN InnoDB",
                "CREATE TABLE select (a INT)",
                "ALTER TABLE t ADD",
                "ALTER TABLE t DROP COLUMN",
                "ALTER TABLE t ADD INDEX i",
                "CREATE INDEX i (a)",
                "DROP INDEX i",
                "SET a",
                "SET GLOBAL",
                "GRANT SELECT ON t",
                "START",
                "LOCK TABLES t",
                "PREPARE s",
                "CREATE VIEW v",
                "CREATE PROCEDURE p()",
                "NONSENSE",
            })
    void reportsWhatIsNoStatement(String sql) {
        assertThat(Sql.statements(sql)).hasSize(1).first().isInstanceOf(Unparsed.class);
    }

    private static String settings(String sql) {
        var text = new StringBuilder();
        for (var variable : Sql.statement(SetVariables.class, sql).variables()) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(variable.scope())
                    .append(' ')
                    .append(variable.name())
                    .append(variable.value().map(value -> "=" + value).orElse(""));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET lock_wait_timeout = 5 | SESSION lock_wait_timeout=5",
                "SET SESSION sql_mode = 'STRICT_ALL_TABLES', GLOBAL x = ON | SESSION sql_mode=STRICT_ALL_TABLES; GLOBAL x=ON",
                "SET @@GLOBAL.a = 1, @@b := -2, @@SESSION.c = DEFAULT | GLOBAL a=1; SESSION b=-2; SESSION c",
                "SET PERSIST a = 1 | PERSIST a=1",
                "SET @x = 1, @`y z` = (SELECT 2) | USER x=1; USER y z",
                "SET @old = @@sql_mode | USER old",
                "SET NAMES utf8mb4 COLLATE utf8mb4_bin | SESSION names=utf8mb4",
                "SET NAMES 'latin1' | SESSION names=latin1",
                "SET CHARACTER SET utf8mb4 | SESSION character set=utf8mb4",
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY"
                        + " | NEXT_TRANSACTION transaction=ISOLATION LEVEL READ COMMITTED, READ ONLY",
                "SET GLOBAL TRANSACTION READ WRITE | GLOBAL transaction=READ WRITE",
                "SET NEW.a = 1 | PROGRAM new.a=1",
                "SET foreign_key_checks = OFF | SESSION foreign_key_checks=OFF",
            })
    void readsSettings(String sql, String expected) {
        assertThat(settings(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY | BEGIN",
                "BEGIN WORK | BEGIN",
                "BEGIN | BEGIN",
                "COMMIT AND NO CHAIN NO RELEASE | COMMIT",
                "ROLLBACK WORK | ROLLBACK",
                "ROLLBACK TO SAVEPOINT s | ROLLBACK_TO",
                "SAVEPOINT s | SAVEPOINT",
                "RELEASE SAVEPOINT s | RELEASE",
            })
    void readsTransactions(String sql, TransactionControl.Action action) {
        assertThat(Sql.statement(TransactionControl.class, sql).action()).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLUSH TABLES WITH READ LOCK | FLUSH",
                "RESET MASTER | RESET MASTER",
                "KILL QUERY 5 | KILL",
                "SHOW CREATE TABLE t | SHOW",
                "EXPLAIN FORMAT=JSON SELECT 1 | EXPLAIN",
                "DESCRIBE t | EXPLAIN",
                "ANALYZE FORMAT=JSON SELECT 1 | ANALYZE",
                "INSTALL PLUGIN p SONAME 'p.so' | INSTALL PLUGIN",
                "CHANGE REPLICATION SOURCE TO SOURCE_HOST='x' | CHANGE REPLICATION",
                "START REPLICA | START REPLICA",
                "STOP SLAVE | STOP SLAVE",
                "XA COMMIT 'x' | XA",
                "HANDLER t OPEN | HANDLER",
                "DO SLEEP(1) | DO",
                "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'x' | SIGNAL",
                "LOAD INDEX INTO CACHE t | LOAD INDEX",
                "SET ROLE ALL | SET ROLE",
                "SET PASSWORD FOR 'a'@'b' = 'c' | SET PASSWORD",
                "SET STATEMENT max_statement_time=1 FOR SELECT 1 | SET STATEMENT",
                "CREATE USER IF NOT EXISTS 'a'@'%' IDENTIFIED BY 'x' | CREATE USER",
                "ALTER USER a@localhost ACCOUNT LOCK | ALTER USER",
                "DROP USER a, 'b'@'c' | DROP USER",
                "RENAME USER a TO b | RENAME USER",
                "CREATE ROLE r | CREATE ROLE",
                "CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'x') | CREATE SERVER",
                "CREATE TABLESPACE s ADD DATAFILE 's.ibd' | CREATE TABLESPACE",
                "DROP TABLESPACE s | DROP TABLESPACE",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t | CREATE EVENT",
                "ALTER EVENT e DISABLE | ALTER EVENT",
                "DROP EVENT IF EXISTS e | DROP EVENT",
                "ALTER PROCEDURE p SQL SECURITY INVOKER | ALTER PROCEDURE",
                "DEALLOCATE PREPARE s | DEALLOCATE PREPARE",
                "BEGIN NOT ATOMIC SELECT 1; END | BEGIN NOT ATOMIC",
                "UNLOCK TABLES | UNLOCK TABLES",
                "USE s | USE",
                "TRUNCATE t | TRUNCATE TABLE",
                "CREATE SEQUENCE s START WITH 5 INCREMENT BY 2 NOCACHE | CREATE SEQUENCE",
                "ALTER SEQUENCE s RESTART 1 | ALTER SEQUENCE",
                "ALTER VIEW v AS SELECT 1 | ALTER VIEW",
            })
    void callsStatementsAsTheManualDoes(String sql, String kind) {
        assertThat(Sql.kind(sql)).isEqualTo(kind);
    }

    @Test
    void looksIntoWhatIsExplained() {
        OtherStatement explained = Sql.statement(OtherStatement.class, "EXPLAIN FORMAT=TREE DELETE FROM t");
        assertThat(explained.inner()).get().isInstanceOf(Delete.class);
    }

    @Test
    void readsLocksAndMaintenance() {
        LockTables locks = Sql.statement(LockTables.class, "LOCK TABLES a READ LOCAL, s.b AS x WRITE");
        assertThat(locks.locks()).map(lock -> lock.table() + " " + lock.write()).containsExactly("a false", "s.b true");
        MaintainTables maintain = Sql.statement(MaintainTables.class, "OPTIMIZE LOCAL TABLE a, s.b");
        assertThat(maintain.action()).isEqualTo("OPTIMIZE");
        assertThat(maintain.tables()).hasToString("[a, s.b]");
    }

    @Test
    void readsPreparedStatements() {
        assertThat(Sql.statement(Prepare.class, "PREPARE S FROM @sql").name()).isEqualTo("s");
        assertThat(Sql.statement(Execute.class, "EXECUTE s USING @a, @b").name())
                .contains("s");
        Execute immediate = Sql.statement(Execute.class, "EXECUTE IMMEDIATE CONCAT('DROP TABLE ', 't')");
        assertThat(immediate.name()).isEmpty();
        assertThat(immediate.source()).isPresent();
    }

    @Test
    void readsFiles() {
        LoadData load = Sql.statement(
                LoadData.class,
                "LOAD DATA LOCAL INFILE 'x' REPLACE INTO TABLE s.t CHARACTER SET utf8mb4 FIELDS TERMINATED BY ','"
                        + " LINES STARTING BY 'x' TERMINATED BY '\\n' IGNORE 1 LINES (a, @b) SET c = @b");
        assertThat(load.table()).hasToString("s.t");
        assertThat(load.local()).isTrue();
        assertThat(load.replace()).isTrue();
        assertThat(load.ignore()).isFalse();
        assertThat(load.columns()).hasToString("[a, @b]");
    }

    @Test
    void readsViews() {
        CreateView view = Sql.statement(
                CreateView.class,
                "CREATE OR REPLACE ALGORITHM=MERGE DEFINER=`app`@`%` SQL SECURITY INVOKER VIEW v (a) AS SELECT b FROM t"
                        + " WITH LOCAL CHECK OPTION");
        assertThat(view.replace()).isTrue();
        assertThat(view.definer()).contains("app@%");
        assertThat(view.columns()).hasToString("[a]");
        assertThat(view.query().relations()).hasToString("[t]");
    }

    @Test
    void readsDatabases() {
        CreateSchema created = Sql.statement(CreateSchema.class, "CREATE DATABASE d DEFAULT CHARACTER SET = latin1");
        assertThat(created.options().getFirst().value()).contains("latin1");
        assertThat(Sql.statement(AlterDatabase.class, "ALTER DATABASE CHARSET utf8mb4")
                        .database())
                .isEmpty();
        assertThat(Sql.statement(DropObject.class, "DROP SCHEMA IF EXISTS d").kind())
                .isEqualTo(ObjectKind.DATABASE);
    }

    @Test
    void readsRoutines() {
        CreateFunction function = Sql.statement(
                CreateFunction.class,
                "CREATE DEFINER='app'@'%' FUNCTION s.f(a INT, b VARCHAR(20) CHARSET utf8mb4) RETURNS DECIMAL(10,2)"
                        + " DETERMINISTIC READS SQL DATA SQL SECURITY INVOKER COMMENT 'x' RETURN a + 1");
        assertThat(function.name()).hasToString("s.f");
        assertThat(function.argumentNames()).containsExactly("a", "b");
        assertThat(function.argumentTypes()).hasToString("[int, varchar(20)]");
        assertThat(function.returnType().orElseThrow()).hasToString("decimal(10,2)");
        assertThat(function.volatility()).isEqualTo(Volatility.IMMUTABLE);
        assertThat(function.securityDefiner()).isFalse();
        assertThat(function.definer()).contains("app@%");
        assertThat(function.body().orElseThrow().tokens()).hasSize(4);
        CreateFunction procedure = Sql.statement(
                CreateFunction.class,
                "CREATE PROCEDURE p(IN a INT, OUT `B` TEXT) BEGIN SELECT 1; IF a THEN SET b = 'x'; END IF; END");
        assertThat(procedure.procedure()).isTrue();
        assertThat(procedure.argumentNames()).containsExactly("a", "b");
        assertThat(procedure.securityDefiner()).isTrue();
        assertThat(Sql.statement(Call.class, "CALL s.p(1, @x)").procedure()).hasToString("s.p");
        assertThat(Sql.statement(Call.class, "CALL p").arguments().tokens()).isEmpty();
    }

    @Test
    void readsTriggers() {
        CreateTrigger trigger = Sql.statement(
                CreateTrigger.class,
                "CREATE TRIGGER g BEFORE UPDATE ON s.t FOR EACH ROW FOLLOWS h SET NEW.a = OLD.a + 1");
        assertThat(trigger.name()).hasToString("g");
        assertThat(trigger.table()).hasToString("s.t");
        assertThat(trigger.timing()).isEqualTo("BEFORE");
        assertThat(trigger.events()).containsExactly("UPDATE");
        assertThat(trigger.body().orElseThrow().tokens()).hasSize(10);
        assertThat(Sql.statement(DropObject.class, "DROP TRIGGER IF EXISTS s.g").kind())
                .isEqualTo(ObjectKind.TRIGGER);
    }

    @Test
    void readsGrants() {
        Grant grant =
                Sql.statement(Grant.class, "GRANT SELECT (a, b), INSERT ON shop.* TO 'app'@'%', r WITH GRANT OPTION");
        assertThat(grant.privileges()).containsExactly("SELECT", "INSERT");
        assertThat(grant.allInSchema()).isTrue();
        assertThat(grant.objects().getFirst().name()).hasToString("shop");
        assertThat(grant.grantees()).containsExactly("app@%", "r");
        assertThat(grant.grantOption()).isTrue();
        Grant all = Sql.statement(Grant.class, "REVOKE ALL PRIVILEGES ON *.* FROM a@localhost");
        assertThat(all.revoke()).isTrue();
        assertThat(all.privileges()).containsExactly("ALL");
        assertThat(all.objects().getFirst().name()).hasToString("*.*");
        Grant role = Sql.statement(Grant.class, "GRANT r1, r2 TO a WITH ADMIN OPTION");
        assertThat(role.kind()).isEmpty();
        assertThat(role.objects()).map(object -> object.name().toString()).containsExactly("r1", "r2");
        assertThat(Sql.statement(Grant.class, "GRANT EXECUTE ON PROCEDURE s.p TO a")
                        .kind())
                .contains(ObjectKind.PROCEDURE);
    }
}
