package io.github.migralint.dialect.mysql.procedural;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.UnreadCode;
import org.junit.jupiter.api.Test;

/** Procedures that are called, and compound statements, run statement by statement. */
class StoredProgramTest {
    private static final String TABLES =
            "CREATE TABLE t (id INT PRIMARY KEY, a INT, KEY k (a)); CREATE TABLE rows (n INT);";

    private static Run call(String body) {
        return Run.of(TABLES + "DELIMITER //\nCREATE PROCEDURE p() " + body + " //\nDELIMITER ;\nCALL p();");
    }

    private static Run block(String body) {
        return Run.of(TABLES + body.replaceFirst("BEGIN", "BEGIN NOT ATOMIC") + ";");
    }

    @Test
    void aGuardOfAProcedureIsAskedWhenItIsCalled() {
        Run run = Run.of(TABLES + """
                CREATE PROCEDURE p() BEGIN
                    IF NOT EXISTS (SELECT * FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND table_name = 't' AND column_name = 'c') THEN
                        ALTER TABLE t ADD c INT;
                    END IF;
                END;
                CALL p(); CALL p(); DROP PROCEDURE p;
                """);
        assertThat(run.columns("t")).containsExactly("id", "a", "c");
        assertThat(run.steps())
                .allSatisfy(step -> assertThat(step.effects().failure()).isEmpty());
    }

    @Test
    void aProcedureThatIsNotCalledDoesNothing() {
        Run run = Run.of(TABLES + "CREATE PROCEDURE p() BEGIN DROP TABLE t; END;");
        assertThat(run.inner()).isEmpty();
        assertThat(run.columns("t")).containsExactly("id", "a");
    }

    @Test
    void parametersReachTheTextsThatAreExecuted() {
        Run run = Run.of(TABLES + """
                CREATE PROCEDURE drop_index(IN tableName VARCHAR(64), IN indexName VARCHAR(64)) BEGIN
                    IF EXISTS (SELECT * FROM information_schema.STATISTICS
                        WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = tableName AND INDEX_NAME = indexName) THEN
                        SET @query = CONCAT('ALTER TABLE ', tableName, ' DROP INDEX ', indexName, ';');
                        PREPARE stmt FROM @query;
                        EXECUTE stmt;
                        DEALLOCATE PREPARE stmt;
                    END IF;
                END;
                CALL drop_index('t', 'k');
                CALL drop_index('t', 'k');
                """);
        assertThat(run.steps())
                .allSatisfy(step -> assertThat(step.effects().failure()).isEmpty());
        assertThat(run.schema().indexesOf(run.table("t").id())).hasSize(1);
    }

    @Test
    void aGuardThatOnlyTheDatabaseCanTellIsACondition() {
        Run run = block("BEGIN IF (SELECT MAX(n) FROM rows) > 3 THEN ALTER TABLE t ADD c INT; END IF; END");
        assertThat(run.inner()).containsExactly("ALTER TABLE t ADD c INT <- (SELECT MAX(n) FROM rows) > 3 holds");
        assertThat(run.table("t").complete()).isFalse();
    }

    @Test
    void variablesOfAProgramKeepWhatQueriesFind() {
        Run run = call("""
                BEGIN
                    DECLARE found INT DEFAULT 0;
                    SELECT COUNT(*) INTO found FROM information_schema.columns
                        WHERE table_name = 't' AND column_name = 'a';
                    IF found THEN ALTER TABLE t DROP COLUMN a; ELSE ALTER TABLE t ADD b INT; END IF;
                END""");
        assertThat(run.columns("t")).containsExactly("id");
    }

    @Test
    void casesAndLoops() {
        Run run = call("""
                BEGIN
                    DECLARE i INT DEFAULT 1;
                    CASE i WHEN 2 THEN DROP TABLE t; ELSE ALTER TABLE t ADD b INT; END CASE;
                    WHILE i < 3 DO
                        SET @s = CONCAT('ALTER TABLE t ADD c', i, ' INT');
                        EXECUTE IMMEDIATE @s;
                        SET i = i + 1;
                    END WHILE;
                    REPEAT SET i = i - 1; ALTER TABLE rows ADD m INT; UNTIL i > 0 END REPEAT;
                    l: LOOP
                        ALTER TABLE rows ADD o INT;
                        LEAVE l;
                    END LOOP l;
                    FOR j IN 1..2 DO EXECUTE IMMEDIATE CONCAT('ALTER TABLE t ADD d', j, ' INT'); END FOR;
                END""");
        assertThat(run.columns("t")).containsExactly("id", "a", "b", "c1", "c2", "d1", "d2");
        assertThat(run.columns("rows")).containsExactly("n", "m", "o");
    }

    @Test
    void aCursorGoesThroughRowsThatNobodyKnows() {
        Run run = block("""
                BEGIN
                    DECLARE done INT DEFAULT FALSE;
                    DECLARE name VARCHAR(64);
                    DECLARE c CURSOR FOR SELECT n FROM rows;
                    DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = TRUE;
                    OPEN c;
                    l: LOOP
                        FETCH c INTO name;
                        IF done THEN LEAVE l; END IF;
                        ALTER TABLE t ADD b INT;
                    END LOOP;
                    CLOSE c;
                    ALTER TABLE rows ADD m INT;
                END""");
        assertThat(run.inner()).hasSize(2);
        assertThat(run.inner().getFirst()).startsWith("ALTER TABLE t ADD b INT <- ");
        assertThat(run.inner().getLast()).isEqualTo("ALTER TABLE rows ADD m INT");
    }

    @Test
    void aHandlerThatContinuesPassesOverWhatFails() {
        Run run = call("""
                BEGIN
                    DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
                    ALTER TABLE t ADD COLUMN a INT;
                    ALTER TABLE t ADD COLUMN b INT;
                END""");
        assertThat(run.columns("t")).containsExactly("id", "a", "b");
        assertThat(run.steps().getLast().effects().failure()).isEmpty();
    }

    @Test
    void aHandlerOfOneErrorLeavesOthers() {
        Run run = call("BEGIN DECLARE CONTINUE HANDLER FOR 1060 BEGIN END; DROP TABLE missing; END");
        assertThat(run.steps().getLast().effects().failure()).isPresent();
    }

    @Test
    void aHandlerThatExitsKeepsWhatWasDone() {
        Run run = call("""
                BEGIN
                    DECLARE EXIT HANDLER FOR SQLSTATE '42S21' ALTER TABLE rows ADD m INT;
                    ALTER TABLE t ADD b INT;
                    ALTER TABLE t ADD a INT;
                    ALTER TABLE t ADD z INT;
                END""");
        assertThat(run.columns("t")).containsExactly("id", "a", "b");
        assertThat(run.columns("rows")).containsExactly("n", "m");
    }

    @Test
    void compoundStatementsRunWhereTheyStand() {
        Run run = Run.of(TABLES + """
                BEGIN NOT ATOMIC
                    DECLARE n INT DEFAULT 1;
                    IF n = 1 THEN ALTER TABLE t ADD b INT; END IF;
                END;
                IF EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'rows') THEN DROP TABLE rows; END IF;
                """);
        assertThat(run.inner()).containsExactly("ALTER TABLE t ADD b INT", "DROP TABLE rows");
    }

    @Test
    void signalsEndTheProgram() {
        Run run = block("""
                BEGIN
                    IF EXISTS (SELECT 1 FROM rows) THEN
                        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'clean up first';
                    END IF;
                    ALTER TABLE t ADD b INT;
                END""");
        assertThat(run.inner()).containsExactly("ALTER TABLE t ADD b INT");
    }

    @Test
    void whatCannotBeReadIsSaid() {
        Run run = Run.of("CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END LOOP; END;");
        assertThat(UnreadCode.in(run.steps().getLast().statement())).isNotEmpty();
        assertThat(UnreadCode.in(Run.of("CREATE PROCEDURE p() BEGIN DROP TABLE t; END;")
                        .steps()
                        .getLast()
                        .statement()))
                .isEmpty();
    }
}
