package io.github.migralint.dialect.postgresql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Volatility;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How volatile a default is, which decides whether adding it rewrites a table. */
class DefaultsTest {
    private static DefaultValue defaultOf(String prepare, String expression) {
        Schema schema = Replayed.after(prepare + "; CREATE TABLE t (c text DEFAULT " + expression + ");");
        return schema.table(TablesTest.name("t"))
                .flatMap(table -> table.column("c"))
                .flatMap(column -> column.defaultValue())
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "42 | IMMUTABLE",
                "'x'::text | IMMUTABLE",
                "'{}'::text[] | IMMUTABLE",
                "(1 + 2) * 3 | IMMUTABLE",
                "concat('a', 'b') | STABLE",
                "lower('A') | IMMUTABLE",
                "coalesce(NULL, 'a') | IMMUTABLE",
                "CAST('1' AS varchar(10)) | IMMUTABLE",
                "now() | STABLE",
                "CURRENT_TIMESTAMP | STABLE",
                "timezone('utc', now()) | STABLE",
                "(now() AT TIME ZONE 'utc') | STABLE",
                "pg_catalog.now() + interval '1 day' | STABLE",
                "clock_timestamp() | VOLATILE",
                "gen_random_uuid() | VOLATILE",
                "uuid_generate_v4() | VOLATILE",
                "public.uuid_generate_v4() | VOLATILE",
                "md5(random()::text) | VOLATILE",
            })
    void builtInFunctionsHaveTheVolatilityOfTheServer(String expression, Volatility volatility) {
        DefaultValue value = defaultOf("", expression);
        assertThat(value.volatility()).isEqualTo(volatility);
        assertThat(value.certain()).isTrue();
    }

    @Test
    void aFunctionThatNobodyKnowsIsTakenForVolatile() {
        DefaultValue value = defaultOf("", "make_key(1)");
        assertThat(value.volatility()).isEqualTo(Volatility.VOLATILE);
        assertThat(value.certain()).isFalse();
    }

    @Test
    void functionsOfTheHistoryHaveTheVolatilityThatTheyDeclare() {
        String body = " RETURNS text LANGUAGE plpgsql %s AS $$ BEGIN RETURN 'x'; END $$";
        assertThat(defaultOf("CREATE FUNCTION f()" + body.formatted(""), "f()").volatility())
                .isEqualTo(Volatility.VOLATILE);
        assertThat(defaultOf("CREATE FUNCTION f()" + body.formatted("STABLE"), "f()")
                        .volatility())
                .isEqualTo(Volatility.STABLE);
    }

    @Test
    void aTrivialSqlFunctionIsReplacedByItsExpression() {
        String function = "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT %s $$";
        assertThat(defaultOf(function.formatted("'x'"), "f()").volatility()).isNotEqualTo(Volatility.VOLATILE);
        assertThat(defaultOf(function.formatted("random()::text"), "f()").volatility())
                .isEqualTo(Volatility.VOLATILE);
        assertThat(defaultOf(function.formatted("a FROM u"), "f()").volatility())
                .isEqualTo(Volatility.VOLATILE);
    }

    @Test
    void nextvalUsesItsSequence() {
        Schema schema =
                Replayed.after("CREATE SEQUENCE s; CREATE TABLE t (c int DEFAULT nextval('public.s'::regclass));");
        var sequence = schema.relation(TablesTest.name("s")).found().orElseThrow();
        assertThat(defaultOf("CREATE SEQUENCE s", "nextval('s')").volatility()).isEqualTo(Volatility.VOLATILE);
        assertThat(schema.table(TablesTest.name("t"))
                        .flatMap(t -> t.column("c"))
                        .flatMap(c -> c.defaultValue())
                        .orElseThrow()
                        .uses())
                .containsExactly(sequence.id());
    }

    @Test
    void droppingTheSequenceWithCascadeDropsTheDefault() {
        Schema schema = Replayed.after("CREATE TABLE t (c serial); DROP SEQUENCE t_c_seq CASCADE;");
        assertThat(schema.table(TablesTest.name("t"))
                        .flatMap(t -> t.column("c"))
                        .orElseThrow()
                        .defaultValue())
                .isEmpty();
    }
}
