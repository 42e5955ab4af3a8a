package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that PostgreSQL rejects: each is reported, at the place where it goes wrong, and costs itself only. */
final class BrokenStatementTest {
    private static Unparsed broken(String sql) {
        List<Statement> statements = Sql.statements(sql);
        assertThat(statements).as(sql).hasSize(1);
        assertThat(statements.get(0)).as(sql).isInstanceOf(Unparsed.class);
        return (Unparsed) statements.get(0);
    }

    /** The problem stands at the text between the marks ‹ and ›. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DROP INDEX IF ‹NOT› EXISTS i | expected EXISTS before \"NOT\"",
                "CREATE TABLE t (a int, ‹)› | unexpected \")\"",
                "CREATE TABLE t (a int ‹b› text) | expected \")\" before \"b\"",
                "CREATE TABLE t (a ‹)› | expected a type before \")\"",
                "CREATE TABLE ‹(›a int) | expected a name before \"(\"",
                "CREATE ‹TABEL› t (a int) | unexpected \"TABEL\"",
                "ALTER TABLE t ADD a int ‹ADD› b int | expected the end before \"ADD\"",
                "ALTER TABLE t DROP a, ‹› | the statement is not complete",
                "ALTER TABLE t RENAME a TO b, ‹RENAME› c TO d | expected an action that can stand in a list before \"RENAME\"",
                "ALTER TABLE t ALTER a ‹int› | unexpected \"int\"",
                "DROP ‹COLUMN› a | unexpected \"COLUMN\"",
                "CREATE INDEX i ‹t› (a) | expected ON before \"t\"",
                "CREATE INDEX i ON t ‹a› | expected \"(\" before \"a\"",
                "CREATE INDEX IF NOT EXISTS ‹ON› t (a) | expected a name before \"ON\"",
                "CREATE OR REPLACE ‹TABLE› t (a int) | expected something that can be replaced before \"TABLE\"",
                "UPDATE t SET a = 1 ‹b› = 2 | expected the end before \"b\"",
                "UPDATE t SET a = ‹WHERE› b | expected an expression before \"WHERE\"",
                "DELETE ‹t› WHERE a = 1 | expected FROM before \"t\"",
                "INSERT INTO t VALUES (1, ‹)› | expected an expression before \")\"",
                "SELECT a, ‹FROM› t | expected an expression before \"FROM\"",
                "SELECT * FROM t WHERE ‹› | expected an expression before the end of the statement",
                "GRANT SELECT ‹t› TO x | expected TO before \"t\"",
                "CREATE VIEW v AS ‹› | the statement is not complete",
                "ALTER TYPE e ADD VALUE ‹a› | expected a string before \"a\"",
                "COMMENT ON TABLE t ‹'x'› | expected IS before \"'x'\"",
                "SET x ‹5› | expected \"=\", FROM or TO before \"5\"",
                "CREATE POLICY p ‹FOR› t | expected ON before \"FOR\"",
                "‹FOO› BAR | unexpected \"FOO\"",
            })
    void saysWhereAndWhy(String marked, String problem) {
        String sql = marked.replace("‹", "").replace("›", "");
        Unparsed statement = broken(sql);
        assertThat(statement.problem()).isEqualTo(problem);
        int at = marked.indexOf('‹');
        int end = marked.indexOf('›') - 1;
        boolean atEnd = at == end;
        assertThat(statement.problemSpan().start())
                .isEqualTo(atEnd ? sql.strip().length() : at);
        assertThat(statement.problemSpan().end()).isEqualTo(atEnd ? sql.strip().length() : end);
    }

    @Test
    void keepsTheNeighbours() {
        List<Statement> statements = Sql.statements("SELECT 1; ALTER TABLE shop.orders ADD; SELECT 2;");
        assertThat(statements).hasSize(3);
        assertThat(statements.get(0)).isInstanceOf(Select.class);
        assertThat(statements.get(2)).isInstanceOf(Select.class);
        Unparsed broken = (Unparsed) statements.get(1);
        assertThat(broken.keywords()).isEqualTo("ALTER TABLE");
        assertThat(broken.mentions()).extracting(Object::toString).containsExactly("shop.orders");
    }
}
