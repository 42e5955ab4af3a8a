package io.github.migralint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cutting of scripts for MySQL and MariaDB. */
class MysqlCutterTest {
    /** Each case: one statement, although semicolons stand in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END",
                "CREATE DEFINER=`root`@`%` PROCEDURE p(IN a INT) SQL SECURITY INVOKER BEGIN SELECT a; END",
                "CREATE PROCEDURE IF NOT EXISTS p() BEGIN SELECT 1; END",
                "CREATE OR REPLACE PROCEDURE p() COMMENT 'begin; end' BEGIN END",
                "CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; ELSEIF b THEN SELECT 2; ELSE SELECT 3; END IF; END",
                "CREATE PROCEDURE p() BEGIN IF a THEN IF b THEN SELECT 1; END IF; END IF; SELECT IF(a, 1, 2); END",
                "CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; ELSE IF b THEN SELECT 2; END IF; END IF; END",
                "CREATE PROCEDURE p() BEGIN SELECT CASE WHEN a THEN 1 ELSE IF(b, 1, 2) END; SELECT 2; END",
                "CREATE PROCEDURE p() BEGIN CASE a WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE; SELECT 2; END",
                "CREATE PROCEDURE p() BEGIN CASE WHEN a THEN SELECT CASE b WHEN 1 THEN 2 END; END CASE; SELECT 1; END",
                "CREATE PROCEDURE p() l1: BEGIN l2: LOOP LEAVE l2; END LOOP l2; WHILE a DO SELECT 1; END WHILE; END l1",
                "CREATE PROCEDURE p() BEGIN REPEAT SET a = REPEAT('x', 2); UNTIL a END REPEAT; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1; DROP TABLE IF EXISTS t; END",
                "CREATE PROCEDURE p() BEGIN SELECT t.end, start, end FROM t; SELECT begin FROM t; END",
                "CREATE PROCEDURE p() BEGIN DO SLEEP(1); DO IF(a, 1, 2); START TRANSACTION; COMMIT; END",
                "CREATE FUNCTION f(a INT) RETURNS INT DETERMINISTIC BEGIN DECLARE b INT; RETURN b; END",
                "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; SET NEW.b = 2; END",
                "CREATE TRIGGER r AFTER UPDATE ON t FOR EACH ROW IF NEW.a > 1 THEN SET @x = 1; END IF",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; DELETE FROM u; END",
                "ALTER EVENT e DO BEGIN DELETE FROM t; DELETE FROM u; END",
                "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END",
                "IF EXISTS (SELECT 1) THEN SELECT 1; SELECT 2; END IF",
                "CREATE PROCEDURE p() BEGIN FOR i IN 1..3 DO SELECT i; END FOR; SELECT 2; END",
            })
    void programsAreOneStatement(String program) {
        assertThat(MysqlText.cut("SELECT 0;\n" + program + ";\nSELECT 9;", MysqlText.MARIADB)
                        .pieces())
                .hasSize(3)
                .element(1)
                .satisfies(piece -> assertThat(piece.span()).isEqualTo(new Span(10, 10 + program.length())));
        String delimited = "DELIMITER //\n" + program + " //\nDELIMITER ;\nSELECT 9;";
        assertThat(MysqlText.cut(delimited, MysqlText.MARIADB).pieces()).hasSize(2);
    }

    /** Each case: as many statements as semicolons. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN; UPDATE t SET a = 1; COMMIT;",
                "BEGIN WORK; UPDATE t SET a = 1; COMMIT;",
                "CREATE TABLE event (begin INT, `case` INT, end INT); SELECT 1;",
                "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW SET NEW.a = IF(NEW.b, 1, CASE WHEN 1 THEN 2 END); SELECT 1;",
                "CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW FOLLOWS s INSERT INTO u VALUES (1); SELECT 1;",
                "CREATE FUNCTION f(a INT) RETURNS INT RETURN IF(a, 1, 2); SELECT 1;",
                "CREATE FUNCTION f RETURNS STRING SONAME 'f.so'; SELECT 1;",
                "CREATE PROCEDURE p() ALTER TABLE t ADD a INT; CALL p(); DROP PROCEDURE IF EXISTS p;",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO CALL p(); SELECT 1;",
                "DROP TABLE IF EXISTS t; CREATE TABLE IF NOT EXISTS t (a INT); CREATE VIEW v AS SELECT IF(1, 2, 3);",
                "ALTER TABLE t ADD a INT; ALTER EVENT e DISABLE; SELECT CASE WHEN 1 THEN 2 END;",
                "CREATE DEFINER=event@localhost VIEW v AS SELECT 1; SELECT 2;",
            })
    void otherStatementsEndAtTheirSemicolon(String sql) {
        assertThat(MysqlText.cut(sql, MysqlText.MYSQL).pieces())
                .hasSize((int) sql.chars().filter(c -> c == ';').count());
    }

    @Test
    void delimitersEndStatementsWhereverTheyStand() {
        String sql = "delimiter $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$ SELECT '$$' AS a$$\nSELECT 1$$"
                + "DELIMITER ;\nSELECT 3; SELECT 4\\G SELECT 5 \\g\n";
        assertThat(MysqlText.statements(sql, MysqlText.MYSQL))
                .containsExactly(
                        "CREATE PROCEDURE p ( ) BEGIN SELECT 1 ; END",
                        "SELECT '$$' AS a",
                        "SELECT 1",
                        "SELECT 3",
                        "SELECT 4",
                        "SELECT 5");
    }

    @Test
    void semicolonsBetweenProgramsEndStatementsWithADelimiterToo() {
        String sql = "DELIMITER ;;\nDROP PROCEDURE IF EXISTS p;\nCREATE PROCEDURE p() BEGIN SELECT 1; END;;\n"
                + "CALL p();;\nDELIMITER ; -- back\nSELECT 2;";
        assertThat(MysqlText.statements(sql, MysqlText.MYSQL))
                .containsExactly(
                        "DROP PROCEDURE IF EXISTS p",
                        "CREATE PROCEDURE p ( ) BEGIN SELECT 1 ; END",
                        "CALL p ( )",
                        "SELECT 2");
    }

    @Test
    void aDelimiterEndsAProgramThatDoesNotClose() {
        String sql = "DELIMITER $$\nCREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END$$\nDELIMITER ;\nSELECT 2;";
        assertThat(MysqlText.cut(sql, MysqlText.MYSQL).pieces()).hasSize(2);
        String forgotten = "DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END\nDELIMITER ;\nSELECT 2;";
        assertThat(MysqlText.cut(forgotten, MysqlText.MYSQL).pieces()).hasSize(2);
    }

    @Test
    void aProgramThatDoesNotCloseCostsItselfOnly() {
        String sql = "CREATE PROCEDURE p() BEGIN\n  SELECT 1;\n  UPDATE t SET a = 1;\nDROP TABLE t;\nSELECT 2;";
        assertThat(MysqlText.statements(sql, MysqlText.MYSQL))
                .startsWith("CREATE PROCEDURE p ( ) BEGIN SELECT 1 ; UPDATE t SET a = 1")
                .element(1)
                .asString()
                .startsWith("DROP TABLE t");
    }

    @Test
    void dumps() {
        String sql = "/*!40101 SET NAMES utf8 */;\n/*!50003 CREATE*/ /*!50017 DEFINER=`r`@`%`*/ /*!50003 TRIGGER r "
                + "BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; END */;\n/*M!999999\\- sandbox */\n"
                + "/*!80000 SET x = 1 */;\nSELECT 1;";
        List<String> mysql = List.of(
                "SET NAMES utf8",
                "CREATE DEFINER = `r` @`%` TRIGGER r BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW . a = 1 ; END",
                "SET x = 1",
                "SELECT 1");
        assertThat(MysqlText.statements(sql, MysqlText.MYSQL)).isEqualTo(mysql);
        assertThat(MysqlText.statements(sql, MysqlText.MARIADB)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET sql_mode = 'ANSI_QUOTES';",
                "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ANSI_QUOTES';",
                "SET @@sql_mode := CONCAT(@@sql_mode, ',ANSI_QUOTES');",
                "SET @@session.sql_mode = 'ansi';",
                "SET sql_mode = ANSI;",
                "SET @old = @@sql_mode, sql_mode = 'ORACLE';",
                "/*!40101 SET SQL_MODE='POSTGRESQL' */;",
                "SET sql_mode = 'ANSI_QUOTES'; SET GLOBAL sql_mode = '';",
                "SET sql_mode = 'ANSI_QUOTES'; SET @@global.sql_mode = '';",
                "SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT'; SET sql_mode = REPLACE(@@sql_mode, 'PIPES_AS_CONCAT', '');",
            })
    void quotesOfIdentifiers(String set) {
        assertThat(lastKind(set + "\"a\"")).isEqualTo(TokenKind.QUOTED_IDENTIFIER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET sql_mode = '';",
                "SET GLOBAL sql_mode = 'ANSI_QUOTES';",
                "SET PERSIST sql_mode = 'ANSI_QUOTES';",
                "SET @sql_mode = 'ANSI_QUOTES';",
                "SET NAMES utf8;",
                "SET STATEMENT sql_mode = 'ANSI_QUOTES' FOR SELECT 1;",
                "SET sql_mode = 'ANSI_QUOTES'; SET sql_mode = @old;",
                "SET sql_mode = 'ANSI_QUOTES'; SET sql_mode = DEFAULT;",
                "SET sql_mode = 'ANSI_QUOTES'; SET sql_mode = 'STRICT_ALL_TABLES';",
                "SET sql_mode = 'ANSI_QUOTES'; SET sql_mode = REPLACE(@@sql_mode, 'ANSI_QUOTES', '');",
            })
    void quotesOfStrings(String set) {
        assertThat(lastKind(set + "\"a\"")).isEqualTo(TokenKind.STRING);
    }

    @Test
    void backslashesWithoutAMeaning() {
        assertThat(MysqlText.statements("SELECT 'a\\'; SELECT 1; -- '\n", MysqlText.MYSQL))
                .hasSize(1);
        assertThat(MysqlText.statements(
                        "SET sql_mode = 'NO_BACKSLASH_ESCAPES'; SELECT 'a\\'; SELECT 1;", MysqlText.MYSQL))
                .containsExactly("SET sql_mode = 'NO_BACKSLASH_ESCAPES'", "SELECT 'a\\'", "SELECT 1");
    }

    @Test
    void breakpointsOfDrizzle() {
        assertThat(MysqlText.statements(
                        "SELECT 1\n--> statement-breakpoint\nSELECT 2;--> statement-breakpoint", MysqlText.MYSQL))
                .containsExactly("SELECT 1", "SELECT 2");
    }

    private static TokenKind lastKind(String sql) {
        List<StatementPiece> pieces = MysqlText.cut(sql, MysqlText.MARIADB).pieces();
        return pieces.get(pieces.size() - 1).tokens().getLast().kind();
    }
}
