package io.github.migralint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of the advice for MySQL can be run there, and is no weaker than what the statement says. */
class MysqlAdviceTest {
    @TempDir
    private Path folder;

    @Test
    void textTakesItsDefaultInParentheses() throws IOException {
        assertThat(advice("ALTER TABLE orders MODIFY note TEXT NOT NULL;", "not-null-without-backfill"))
                .first()
                .isEqualTo("ALTER TABLE orders MODIFY note TEXT DEFAULT (/* value */);");
    }

    @Test
    void aColumnKeepsTheCharacterSetOfItsTableUnsaid() throws IOException {
        assertThat(advice("ALTER TABLE orders MODIFY note TEXT NOT NULL;", "not-null-without-backfill"))
                .last()
                .isEqualTo("ALTER TABLE orders MODIFY note TEXT NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;");
    }

    @Test
    void aColumnThatNobodyKnowsIsDefinedAsTheStatementSays() throws IOException {
        assertThat(withoutHistory(
                        "ALTER TABLE shops MODIFY opened DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP;",
                        "not-null-without-backfill"))
                .last()
                .isEqualTo("ALTER TABLE shops MODIFY opened DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                        + " ALGORITHM=INPLACE, LOCK=NONE;");
    }

    @Test
    void tooLongValuesAreCountedByTheirLength() throws IOException {
        assertThat(advice("ALTER TABLE orders MODIFY country VARCHAR(36);", "narrowing-type-change"))
                .first()
                .isEqualTo("SELECT country, COUNT(*) FROM orders WHERE CHAR_LENGTH(country) > 36 GROUP BY country;");
    }

    @Test
    void orphansAreFoundByAllColumnsOfTheKey() throws IOException {
        assertThat(advice(
                        "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (region, shop) REFERENCES places (a, b);",
                        "foreign-key-validated-under-lock"))
                .last()
                .isEqualTo("SELECT child.* FROM orders AS child LEFT JOIN places AS parent"
                        + " ON parent.a = child.region AND parent.b = child.shop"
                        + " WHERE parent.a IS NULL AND child.region IS NOT NULL AND child.shop IS NOT NULL;");
    }

    @Test
    void anIndexThatServesTheKeyIsNotBuiltAgain() throws IOException {
        assertThat(advice(
                        "ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (customer) REFERENCES people (id);",
                        "foreign-key-validated-under-lock"))
                .first()
                .asString()
                .startsWith("SET SESSION foreign_key_checks = 0;");
    }

    @Test
    void columnsOfOneTableGoIntoOneStatement() throws IOException {
        assertThat(advice(
                        "ALTER TABLE orders ADD COLUMN a INT;\nALTER TABLE orders ADD COLUMN b INT NULL;",
                        "half-applied-migration"))
                .containsExactly("ALTER TABLE orders\n    ADD COLUMN a INT,\n    ADD COLUMN b INT NULL;");
    }

    @Test
    void theGhostOfATableGetsAllChangesAtOnce() throws IOException {
        assertThat(advice("ALTER TABLE orders MODIFY note LONGTEXT, MODIFY country MEDIUMTEXT;", "column-type-rewrite"))
                .first()
                .asString()
                .contains("--alter='MODIFY note LONGTEXT, MODIFY country MEDIUMTEXT'");
    }

    @Test
    void anotherTypeIsTheReasonOfACopyEvenWhereNullIsAllowedToo() throws IOException {
        assertThat(findings("ALTER TABLE orders MODIFY photo MEDIUMBLOB;", "column-type-rewrite"))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .doesNotContain("may hold NULL");
    }

    private List<String> advice(String sql, String rule) throws IOException {
        return sql(findings(sql, rule));
    }

    private List<String> withoutHistory(String sql, String rule) throws IOException {
        return sql(findingsOf("", sql, rule));
    }

    private static List<String> sql(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.instead().stream())
                .map(Fix::sql)
                .toList();
    }

    private List<Finding> findings(String sql, String rule) throws IOException {
        String history = """
                -- file: V1__orders.sql
                CREATE TABLE orders (
                    id BIGINT PRIMARY KEY, note TEXT, country VARCHAR(255), region INT, shop INT, customer BIGINT,
                    photo BLOB NOT NULL, KEY orders_customer (customer));
                CREATE TABLE places (a INT, b INT, PRIMARY KEY (a, b));
                CREATE TABLE people (id BIGINT PRIMARY KEY);
                -- file: V2__change.sql
                """;
        return findingsOf(history, sql, rule);
    }

    private List<Finding> findingsOf(String history, String sql, String rule) throws IOException {
        String page = "# page\n\n```sql engine=mysql-8.0.31\n" + history + sql + "\n```\n";
        return new Bench(folder, Scenario.of("page", page).getFirst(), Rules.all())
                .findings().stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .toList();
    }
}
