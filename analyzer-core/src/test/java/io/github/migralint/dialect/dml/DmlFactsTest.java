package io.github.migralint.dialect.dml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.dml.DmlFacts.Filter;
import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmlFactsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "TRUE",
                "(true)",
                "1 = 1",
                "((1=1))",
                "'a' = 'a'",
                "id = id",
                "t.id = t.id",
                "1 = 1 AND true",
                "name = 'x' OR 1 = 1",
                "NOT false",
                "1 <> 2",
            })
    void conditionThatLetsEveryRowThrough(String condition) {
        assertThat(facts("DELETE FROM t WHERE " + condition).filter()).isEqualTo(Filter.ALWAYS_TRUE);
        assertThat(facts("UPDATE t SET a = 1 WHERE " + condition).filter()).isEqualTo(Filter.ALWAYS_TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "1 = 0", "NOT true", "1 = 2 AND id = 5"})
    void conditionThatLetsNoRowThrough(String condition) {
        assertThat(facts("DELETE FROM t WHERE " + condition).filter()).isEqualTo(Filter.NEVER_TRUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = 1",
                "id = other",
                "a IS NULL",
                "\"true\"",
                "deleted",
                "id = ${max}",
                "${id} = ${id}",
                "a <> a"
            })
    void conditionThatMayHold(String condition) {
        DmlFacts facts = facts("DELETE FROM t WHERE " + condition);
        assertThat(facts.filter()).isEqualTo(Filter.CONDITION);
        assertThat(facts.parsed()).isTrue();
    }

    @Test
    void noCondition() {
        assertThat(facts("UPDATE t SET a = 1").filter()).isEqualTo(Filter.ABSENT);
        assertThat(facts("DELETE FROM t").filter()).isEqualTo(Filter.ABSENT);
        assertThat(facts("DELETE FROM t WHERE id IN (SELECT id FROM u WHERE true)")
                        .filter())
                .isEqualTo(Filter.CONDITION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id = 5 | id VALUE",
                "5 = id | id VALUE",
                "t.id = '7'::uuid | id VALUE",
                "id = $1 | id VALUE",
                "id = ${first} | id VALUE",
                "id IN (1, 2, 3) | id LIST",
                "id = ANY(ARRAY[1, 2]) | id LIST",
                "id = ANY('{1,2}'::int[]) | id LIST",
                "id BETWEEN 1 AND 1000 | id RANGE",
                "id BETWEEN lo AND hi | id RANGE",
                "id >= 1 AND id < 1000 AND a IS NULL | id RANGE",
                "id IN (SELECT id FROM t WHERE a IS NULL LIMIT 1000) | id LIMITED",
                "ctid IN (SELECT ctid FROM t WHERE a IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED) | ctid LIMITED",
                "ctid = ANY(ARRAY(SELECT ctid FROM t LIMIT 10)) | ctid LIST",
                "id = 5 OR id = 6 | id VALUE, id VALUE",
                "id = 5 OR a IS NULL | ''",
                "id NOT IN (1, 2) | ''",
                "id NOT BETWEEN 1 AND 2 | ''",
                "NOT id = 5 | ''",
                "id > 100 | ''",
                "id = other_id | ''",
                "id IN (SELECT id FROM u) | ''",
                "lower(name) = 'x' | ''",
            })
    void whatHoldsAColumnToSomeValues(String condition, String expected) {
        assertThat(bounds("DELETE FROM t WHERE " + condition)).isEqualTo(expected);
    }

    @Test
    void batchThroughACommonTableExpressionOrAJoin() {
        assertThat(bounds("WITH batch AS (SELECT id FROM t WHERE a IS NULL LIMIT 500) "
                        + "UPDATE t SET a = 1 FROM batch WHERE t.id = batch.id"))
                .isEqualTo("id LIMITED");
        assertThat(bounds(
                        "WITH batch AS (SELECT id FROM t LIMIT 500) DELETE FROM t WHERE id IN (SELECT id FROM batch)"))
                .isEqualTo("id LIMITED");
        assertThat(bounds("UPDATE t SET a = 1 FROM (SELECT id FROM t LIMIT 10) AS b WHERE b.id = t.id"))
                .isEqualTo("id LIMITED");
        assertThat(bounds("UPDATE t SET a = 1 FROM u WHERE u.id = t.id")).isEmpty();
    }

    @Test
    void columnsAndTables() {
        DmlFacts update = facts("UPDATE shop.orders o SET total = l.sum, a = 1 "
                + "FROM lines l JOIN prices p ON p.id = l.price WHERE l.order_id = o.id");
        assertThat(update.columnsWritten()).containsExactly("total", "a");
        assertThat(facts("UPDATE t SET (a, b) = (1, 2)").columnsWritten()).containsExactly("a", "b");
        assertThat(update.tablesRead()).containsExactlyInAnyOrder("lines", "prices");
        assertThat(update.joined()).isTrue();

        DmlFacts insert = facts("INSERT INTO archive (id, body) SELECT id, body FROM mails WHERE true");
        assertThat(insert.columnsWritten()).containsExactly("id", "body");
        assertThat(insert.tablesRead()).containsExactly("mails");
        assertThat(insert.filter()).isEqualTo(Filter.ALWAYS_TRUE);
        assertThat(facts("UPDATE t SET a = 1").joined()).isFalse();
        assertThat(facts("DELETE FROM t USING u WHERE u.id = t.id").joined()).isTrue();
    }

    @Test
    void textThatOnlyTheServerOrAToolReads() {
        DmlFacts facts = facts("UPDATE ${schema}.t /* why */ SET body = E'it\\'s', note = $x$ WHERE true $x$, "
                + "flags = B'01' -- here\n WHERE id = 5");
        assertThat(facts.parsed()).isTrue();
        assertThat(facts.columnsWritten()).containsExactly("body", "note", "flags");
        assertThat(facts.bounds()).hasSize(1);
    }

    @Test
    void whatIsNotUnderstoodStillShowsAnEmptyCondition() {
        assertThat(facts("DELETE FROM t WHERE (1 = 1) RETURNING ((((").parsed()).isFalse();
        assertThat(facts("DELETE FROM t WHERE (1 = 1) RETURNING ((((").filter()).isEqualTo(Filter.ALWAYS_TRUE);
        assertThat(facts("UPDATE t SET ))) WHERE true RETURNING").filter()).isNotEqualTo(Filter.CONDITION);
        assertThat(facts("UPDATE t SET a = %%% WHERE id = 4").filter()).isEqualTo(Filter.CONDITION);
        assertThat(facts("UPDATE t SET a = %%%").filter()).isEqualTo(Filter.ABSENT);
    }

    @Test
    void longAndDeepStatementsCostNoTime() {
        Instant start = Instant.now();
        String deep = "(".repeat(3000);
        assertThat(facts("DELETE FROM t WHERE " + deep + "true" + ")".repeat(3000))
                        .filter())
                .isEqualTo(Filter.ALWAYS_TRUE);
        DmlFacts facts = facts("INSERT INTO t VALUES " + "(1, 'text'), ".repeat(100_000) + "(2, '')");
        assertThat(facts.parsed()).isFalse();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(6));
    }

    private static String bounds(String sql) {
        DmlFacts facts = facts(sql);
        assertThat(facts.parsed()).isTrue();
        return facts.bounds().stream()
                .map(bound -> bound.column() + " " + bound.kind())
                .collect(Collectors.joining(", "));
    }

    @Test
    void writingCommonTableExpressionsAreReadToo() {
        DmlFacts facts = facts("WITH made AS (INSERT INTO a (b) SELECT b FROM c LIMIT 5 RETURNING id), "
                + "gone AS (DELETE FROM d RETURNING id) UPDATE t SET a = made.id FROM made WHERE t.b = made.id");
        assertThat(facts.filter()).isEqualTo(Filter.CONDITION);
    }

    private static DmlFacts facts(String sql) {
        return DmlFacts.of(Scanner.tokens(sql, new Span(0, sql.length()), PostgresqlLexicon.LEXICON));
    }
}
