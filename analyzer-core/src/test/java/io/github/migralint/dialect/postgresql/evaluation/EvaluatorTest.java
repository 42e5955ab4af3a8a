package io.github.migralint.dialect.postgresql.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions without a database. */
class EvaluatorTest {
    private static final Schema EMPTY = Replayed.after("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 ~ 7",
                "7 / 2 ~ 3",
                "-7 / 2 ~ -3",
                "7 % -3 ~ 1",
                "2147483647 + 1 ~ ?",
                "1 / 0 ~ ?",
                "7.5 / 2 ~ ?",
                "1.10 + 2 ~ 3.10",
                "'a' || 'b' || 1 ~ ab1",
                "'a' || NULL ~ NULL",
                "1 || 2 ~ ?",
                "'it''s' ~ it's",
                "E'a\\tb' ~ a\tb",
                "U&'\\0061' ~ a",
                "$x$a'b$x$ ~ a'b",
                "1 = '1' ~ t",
                "NULL = NULL ~ NULL",
                "NULL IS NULL ~ t",
                "NULL AND false ~ f",
                "NULL OR true ~ t",
                "NULL AND true ~ NULL",
                "now() > now() AND false ~ f",
                "now() IS NULL OR true ~ t",
                "NOT (random() > 1) ~ ?",
                "1 IN (1, 2) ~ t",
                "3 IN (1, NULL) ~ NULL",
                "3 NOT IN (1, 2) ~ t",
                "'a' = ANY (ARRAY['a','b']) ~ t",
                "'c' = ANY ('{a,b}') ~ f",
                "'c' = ANY ('{a,NULL}'::text[]) ~ NULL",
                "3 > ALL (ARRAY[1,2]) ~ t",
                "2 BETWEEN 1 AND 3 ~ t",
                "2 NOT BETWEEN 1 AND 3 ~ f",
                "NULL IS DISTINCT FROM 1 ~ t",
                "1 IS NOT DISTINCT FROM 1 ~ t",
                "'abc' LIKE 'a%' ~ t",
                "'abc' LIKE 'a_' ~ f",
                "'a_c' LIKE 'a\\_c' ~ t",
                "'ABC' ILIKE 'a%c' ~ t",
                "'abc' NOT LIKE '%b%' ~ f",
                "CASE WHEN 1 = 2 THEN 'x' WHEN 1 = 1 THEN 'y' END ~ y",
                "CASE 3 WHEN 1 THEN 'x' ELSE 'z' END ~ z",
                "coalesce(NULL, 'a') ~ a",
                "nullif('a', 'a') ~ NULL",
                "greatest(1, 3, 2) ~ 3",
                "'5'::int + 1 ~ 6",
                "CAST('5' AS bigint) ~ 5",
                "'x'::int ~ ?",
                "2.5::int ~ 3",
                "true::text ~ true",
                "'yes'::boolean ~ t",
                "'abcdef'::varchar(3) ~ abc",
                "'{a,\"b c\",NULL}'::text[] ~ {a,b c,NULL}",
                "('{a,b}'::text[])[2] ~ b",
                "(ARRAY[1,2])[3] ~ NULL",
                "ARRAY[1,2] || 3 ~ {1,2,3}",
                "format('%s and %I and %L', 'a', 'b c', 'd''e') ~ a and \"b c\" and 'd''e'",
                "format('%2$s %1$s %%', 1, true) ~ t 1 %",
                "format('%5s|%-5s|', 'a', 'b') ~ `    a|b    |`",
                "format('%I', 'user') ~ \"user\"",
                "format('%I', NULL) ~ ?",
                "format('%L', NULL) ~ NULL",
                "quote_ident('Order') ~ \"Order\"",
                "quote_ident('order') ~ \"order\"",
                "quote_ident('a$b') ~ \"a$b\"",
                "quote_ident('name') ~ name",
                "quote_literal('a\\b') ~ E'a\\\\b'",
                "quote_literal(3) ~ '3'",
                "quote_nullable(NULL) ~ NULL",
                "lower('ABC') ~ abc",
                "upper('Ä') ~ ?",
                "trim(both 'x' from 'xax') ~ a",
                "trim('  a ') ~ a",
                "substring('abcdef' from 2 for 3) ~ bcd",
                "substring('abcdef', 0, 3) ~ ab",
                "replace('aXb', 'X', '--') ~ a--b",
                "concat('a', NULL, 1) ~ a1",
                "concat_ws('-', 'a', NULL, 'b') ~ a-b",
                "left('abc', -1) ~ ab",
                "right('abc', 2) ~ bc",
                "length('äb') ~ 2",
                "split_part('a,b,c', ',', 2) ~ b",
                "position('b' in 'abc') ~ 2",
                "array_length(ARRAY['a','b'], 1) ~ 2",
                "array_length('{}'::text[], 1) ~ NULL",
                "cardinality(ARRAY[1]) ~ 1",
                "array_to_string(ARRAY['a',NULL,'b'], ',') ~ a,b",
                "string_to_array('a,b', ',') ~ {a,b}",
                "md5('a') ~ 0cc175b9c0f1b6a831c399e269772661",
                "current_schema() ~ public",
                "current_schema ~ public",
                "current_database() ~ ?",
                "current_setting('server_version_num')::int >= 150000 ~ t",
                "current_setting('server_version_num')::int < 180000 ~ f",
                "current_setting('server_version_num')::int / 10000 = 18 ~ t",
                "current_setting('server_version_num')::int = 180003 ~ ?",
                "to_regclass('missing') IS NULL ~ t",
                "to_regclass('pg_class') IS NULL ~ f",
                "'int'::regtype::text ~ integer",
                "(1, 'a') = (1, 'b') ~ f",
                "(1, 'a') IN ((2, 'a'), (1, 'a')) ~ t",
                "array_length(NULL::text[], 1) IS NULL ~ t",
                "shop.own('a') ~ ?",
                "unheard_of('a') ~ ?",
                "'10' < 9 ~ f",
                "'b' < 'a' ~ ?",
                "date '2024-01-01' = '2024-1-1' ~ ?"
            })
    void expressions(String sql, String expected) {
        assertThat(Asked.value(sql, EMPTY)).as(sql).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'DROP TABLE ' || quote_ident(r.tablename) ~ DROP TABLE \"Order\"",
                "n + 1 ~ 4",
                "format('ALTER TABLE %I ADD %s', t, anything) ~ ?",
                "unknown_name ~ ?",
                "new.id ~ ?",
                "r.other ~ ?"
            })
    void variables(String sql, String expected) {
        Map<String, Value> values = Map.of(
                "r", new Value.Row(Map.of("tablename", new Value.Text("Order"))),
                "n", new Value.Number(BigDecimal.valueOf(3)),
                "t", new Value.Text("t"),
                "anything", Value.UNKNOWN);
        assertThat(Asked.value(sql, EMPTY, name -> Optional.ofNullable(values.get(name))))
                .as(sql)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'orders_2024' ~ '^orders_[0-9]+$'; t",
                "'orders_x' ~ '^orders_[0-9]+$'; f",
                "'abc' ~ 'b'; t",
                "'abc' !~ '(b|x)c'; f",
                "'ABC' ~* 'b'; t",
                "'ac' ~ 'ab?c'; t",
                "'a1' ~ '^[^0-9]\\d$'; t",
                "'aab' ~ '^(a|ab)*$'; t",
                "'a' ~ '(?i)A'; ?",
                "'aa' ~ 'a{2}'; ?",
                "'a' ~ '\\mA'; ?",
                "'abc' SIMILAR TO '%(b|d)%'; t",
                "'abc' SIMILAR TO 'b'; f",
                "'a' ~ NULL; NULL"
            })
    void regularExpressions(String sql, String expected) {
        assertThat(Asked.value(sql, EMPTY)).as(sql).isEqualTo(expected);
    }
}
