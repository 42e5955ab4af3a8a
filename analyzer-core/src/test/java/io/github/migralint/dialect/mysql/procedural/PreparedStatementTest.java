package io.github.migralint.dialect.mysql.procedural;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prepared statements: what their text is, as far as the history tells. */
class PreparedStatementTest {
    private static final String TABLE = """
            CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20) NOT NULL COMMENT 'x', KEY k (a), CONSTRAINT f FOREIGN KEY (id) REFERENCES t (id));
            CREATE VIEW v AS SELECT id FROM t;
            CREATE PROCEDURE p() SELECT 1;
            CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 'x';
            """;

    private static final String GUARD = """
            SET @s = IF((SELECT COUNT(*) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 't' AND column_name = '%s') = 0,
                'ALTER TABLE t ADD %s INT', 'SELECT 1');
            PREPARE stmt FROM @s;
            EXECUTE stmt;
            DEALLOCATE PREPARE stmt;
            """;

    @Test
    void aGuardThatHoldsRuns() {
        Run run = Run.of(TABLE + GUARD.formatted("c", "c"));
        assertThat(run.inner()).containsExactly("ALTER TABLE t ADD c INT");
        assertThat(run.columns("t")).containsExactly("id", "a", "c");
    }

    @Test
    void aGuardThatDoesNotHoldDoesNothing() {
        Run run = Run.of(TABLE + GUARD.formatted("A", "a"));
        assertThat(run.inner()).containsExactly("SELECT 1");
        assertThat(run.columns("t")).containsExactly("id", "a");
    }

    @Test
    void aGuardThatOnlyTheDatabaseCanTellIsACondition() {
        Run run = Run.onUnknown("ALTER TABLE t ADD z INT;" + GUARD.formatted("c", "c"));
        assertThat(run.inner())
                .hasSize(2)
                .anySatisfy(step -> assertThat(step).startsWith("ALTER TABLE t ADD c INT <- "))
                .anySatisfy(step -> assertThat(step).startsWith("SELECT 1 <- "));
        assertThat(run.table("t").complete()).isFalse();
    }

    @Test
    void whatIsKnownOfATableIsKnownInAnUnknownDatabase() {
        Run run = Run.onUnknown("CREATE TABLE t (id INT);" + GUARD.formatted("c", "c"));
        assertThat(run.inner()).containsExactly("ALTER TABLE t ADD c INT");
    }

    /** Each case: a question, and its answer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            value = {
                "EXISTS (SELECT * FROM information_schema.tables WHERE table_name = 't') | yes",
                "EXISTS (SELECT * FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'u' AND TABLE_SCHEMA = SCHEMA()) | no",
                "EXISTS (SELECT * FROM information_schema.tables WHERE table_name = 'T') | unknown",
                "EXISTS (SELECT * FROM information_schema.tables WHERE table_schema = 'shop') | unknown",
                "(SELECT COUNT(*) FROM information_schema.tables i WHERE i.table_type = 'VIEW' AND i.table_name LIKE 'v%') | yes",
                "NOT EXISTS (SELECT 1 FROM information_schema.views WHERE table_name = 'v') | no",
                "(SELECT is_nullable FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a') = 'NO' | yes",
                "(SELECT data_type FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a') = 'int' | no",
                "(SELECT COUNT(1) FROM information_schema.statistics WHERE table_name = 't' AND index_name = 'K') > 0 | yes",
                "(SELECT COUNT(*) FROM information_schema.statistics WHERE table_name = 't' AND index_name = 'j') > 0 | no",
                "EXISTS (SELECT NULL FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND table_name = 't' AND constraint_name = 'f' AND constraint_type = 'FOREIGN KEY') | yes",
                "(SELECT COUNT(*) FROM information_schema.table_constraints WHERE table_name = 't' AND constraint_type = 'PRIMARY KEY') = 1 | yes",
                "(SELECT COUNT(*) FROM information_schema.key_column_usage WHERE referenced_table_name = 't' AND column_name = 'id') = 1 | yes",
                "(SELECT constraint_name FROM information_schema.referential_constraints WHERE table_name = 't') = 'f' | yes",
                "EXISTS (SELECT 1 FROM information_schema.routines WHERE routine_name = 'P' AND routine_type = 'PROCEDURE') | yes",
                "EXISTS (SELECT 1 FROM information_schema.routines WHERE routine_name = 'q') | no",
                "EXISTS (SELECT 1 FROM information_schema.triggers WHERE trigger_name = 'r' AND event_object_table = 't') | yes",
                "EXISTS (SELECT 1 FROM t) | unknown",
                "'a' IN (SELECT column_name FROM information_schema.columns WHERE table_name = 't') | yes",
                "IFNULL(@unset, 0) = 0 AND @unset IS NULL | yes",
                "CASE WHEN 1 = 2 THEN 'a' ELSE CONCAT('b', 1, LOWER('C')) END = 'b1c' | yes",
                "VERSION() LIKE '8%' | unknown",
            })
    void questions(String question, String answer) {
        String sql = "SET @s = IF(" + question + ", 'SELECT ''yes''', 'SELECT ''no'''); PREPARE p FROM @s; EXECUTE p;";
        var inner = Run.of(TABLE + sql).inner();
        String told =
                inner.size() == 1 ? inner.getFirst().replace("SELECT ", "").replace("'", "") : "unknown";
        assertThat(told).isEqualTo(answer);
    }

    @Test
    void aQueryMayPutTheTextIntoTheVariable() {
        Run run = Run.of(TABLE + """
                SELECT IF(COUNT(*) > 0, 'ALTER TABLE t DROP COLUMN a', 'DO 0') INTO @sql
                FROM information_schema.columns WHERE table_name = 't' AND column_name = 'a';
                PREPARE x FROM @SQL; EXECUTE X;
                """);
        assertThat(run.inner()).containsExactly("ALTER TABLE t DROP COLUMN a");
    }

    @Test
    void textsArePutTogether() {
        Run run = Run.of(TABLE + """
                SET @name = 't', @add = CONCAT('ALTER TABLE ', @name, ' ADD d INT;');
                PREPARE x FROM @add; EXECUTE x;
                EXECUTE IMMEDIATE CONCAT('ALTER TABLE ', @name, ' ADD e INT');
                """);
        assertThat(run.columns("t")).containsExactly("id", "a", "d", "e");
    }

    @Test
    void aTextOfNobodyKnowsWhatIsSaidToBeUnseen() {
        Run run = Run.of(TABLE + "SET @s = (SELECT a FROM t); PREPARE x FROM @s; EXECUTE x;");
        assertThat(run.schema().complete()).isFalse();
    }

    @Test
    void variablesEndWithTheirSession() {
        assertThat(Run.of("SET @a = 1;").schema().sessionValue("@a")).isEmpty();
    }
}
