package io.github.migralint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SQL of the advice does what the statement did, and can be run. */
class AdviceTest {
    @TempDir
    private Path folder;

    @Test
    void aBatchKeepsTheConditionOfItsUpdate() throws IOException {
        assertThat(advice("UPDATE orders SET region = 'eu' WHERE country <> 'us';", "backfill-in-ddl-transaction"))
                .containsExactly("UPDATE orders SET region = 'eu' WHERE country <> 'us' AND id BETWEEN :from AND :to;");
    }

    @Test
    void aBatchKeepsAlternativesTogether() throws IOException {
        assertThat(advice(
                        "UPDATE orders SET region = 'eu' WHERE country = 'de' OR country = 'fr';",
                        "backfill-in-ddl-transaction"))
                .containsExactly("UPDATE orders SET region = 'eu' WHERE (country = 'de' OR country = 'fr')"
                        + " AND id BETWEEN :from AND :to;");
    }

    @Test
    void aBatchKeepsItsJoinAndSaysWhoseKeyItMeans() throws IOException {
        assertThat(advice(
                        "UPDATE orders AS o SET region = s.region FROM shops s WHERE s.id = o.shop_id;",
                        "backfill-in-ddl-transaction"))
                .containsExactly("UPDATE orders AS o SET region = s.region FROM shops s WHERE s.id = o.shop_id"
                        + " AND o.id BETWEEN :from AND :to;");
    }

    @Test
    void aBatchOfAllRowsGetsACondition() throws IOException {
        assertThat(advice("UPDATE orders SET region = country;", "backfill-in-ddl-transaction"))
                .containsExactly("UPDATE orders SET region = country WHERE id BETWEEN :from AND :to;");
    }

    @Test
    void aPlaceholderStaysAPlaceholder() throws IOException {
        assertThat(advice("ALTER TABLE ${schema}.parcels ADD COLUMN code bigserial;", "auto-increment-column-rewrite"))
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("ALTER TABLE ${schema}.parcels ADD COLUMN code bigint;")
                .contains("CREATE SEQUENCE ${schema}.parcels_code_seq OWNED BY ${schema}.parcels.code;");
    }

    @Test
    void aCounterKeepsItsTypeAndItsKey() throws IOException {
        assertThat(advice("ALTER TABLE lines ADD COLUMN id serial PRIMARY KEY;", "auto-increment-column-rewrite"))
                .anyMatch(sql -> sql.startsWith("ALTER TABLE lines ADD COLUMN id integer;"))
                .anyMatch(sql -> sql.endsWith("ALTER TABLE lines ADD PRIMARY KEY USING INDEX lines_new_pkey;"));
    }

    @Test
    void mergedAltersKeepTheirClausesAndGoOnOnline() throws IOException {
        assertThat(mysqlAdvice(
                        "ALTER TABLE orders ADD COLUMN note TEXT;\nALTER TABLE orders\n  MODIFY region INT NOT NULL;",
                        "mergeable-alters"))
                .isEmpty();
        assertThat(mysqlAdvice(
                        "ALTER TABLE orders MODIFY state INT NOT NULL;\n"
                                + "ALTER TABLE orders\n  MODIFY region INT NOT NULL;",
                        "mergeable-alters"))
                .containsExactly("""
                        ALTER TABLE orders
                            MODIFY state INT NOT NULL,
                            MODIFY region INT NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;""");
    }

    @Test
    void theIndexOfAColumnGoesFirst() throws IOException {
        assertThat(mysqlAdvice("ALTER TABLE orders DROP COLUMN region;", "table-rewrite"))
                .containsExactly(
                        "ALTER TABLE orders DROP INDEX orders_region, ALGORITHM=INPLACE, LOCK=NONE;",
                        "ALTER TABLE orders DROP COLUMN region, ALGORITHM=INSTANT;");
    }

    @Test
    void aGuardStandsBeforeTheName() throws IOException {
        assertThat(mysqlAdvice("CREATE TABLE shops (id INT);\nDROP TABLE orders, shops;", "missing-existence-guard"))
                .containsExactly("CREATE TABLE IF NOT EXISTS shops (id INT);", "DROP TABLE IF EXISTS orders, shops;");
    }

    private List<String> mysqlAdvice(String sql, String rule) throws IOException {
        return adviceOf("""
                # page

                ```sql engine=mysql-8.0.31
                -- file: V1__orders.sql
                CREATE TABLE orders (id BIGINT PRIMARY KEY, region INT, state INT, KEY orders_region (region));
                -- file: V2__change.sql
                """ + sql + "\n```\n", rule);
    }

    private List<String> advice(String sql, String rule) throws IOException {
        return adviceOf("""
                # page

                ```sql engine=postgresql-16
                -- file: V1__orders.sql
                CREATE TABLE orders (id bigint PRIMARY KEY, country text, shop_id bigint);
                CREATE INDEX orders_country_idx ON orders (country);
                CREATE TABLE shops (id bigint PRIMARY KEY, region text);
                CREATE TABLE lines (number int);
                CREATE TABLE ${schema}.parcels (id bigint PRIMARY KEY);
                -- file: V2__region.sql
                ALTER TABLE orders ADD COLUMN region text;
                """ + sql.stripTrailing() + "\n```\n", rule);
    }

    private List<String> adviceOf(String page, String rule) throws IOException {
        return new Bench(folder, Scenario.of("page", page).getFirst(), Rules.all())
                .findings().stream()
                        .filter(finding -> finding.rule().equals(rule))
                        .map(Finding::instead)
                        .flatMap(List::stream)
                        .map(Fix::sql)
                        .toList();
    }
}
