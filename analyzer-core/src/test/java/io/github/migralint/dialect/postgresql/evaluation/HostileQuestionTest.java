package io.github.migralint.dialect.postgresql.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.schema.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No question is too long, too deep or too costly. */
class HostileQuestionTest {
    private static final Schema SCHEMA = Replayed.after("CREATE TABLE t (a int, b text);");

    static List<String> questions() {
        return List.of(
                "(".repeat(50_000),
                "(".repeat(5_000) + "1" + ")".repeat(5_000),
                "(SELECT ".repeat(3_000) + "1" + ")".repeat(3_000),
                "(".repeat(3_000) + "SELECT 1" + ")".repeat(3_000),
                "NOT ".repeat(50_000) + "true",
                "- ".repeat(50_000) + "1",
                "1" + " + 1".repeat(50_000),
                "'a'" + " || 'a'".repeat(50_000),
                "true" + " AND true".repeat(50_000),
                "lower(".repeat(5_000) + "'A'" + ")".repeat(5_000),
                "substring(".repeat(200) + "'A', 1" + ")".repeat(200),
                "CASE WHEN true THEN ".repeat(3_000) + "1" + " END".repeat(3_000),
                "ARRAY[" + "1,".repeat(100_000) + "1]",
                "ARRAY[".repeat(5_000) + "]".repeat(5_000),
                "1" + "::int".repeat(50_000),
                "repeat('x', 1000000000)",
                "repeat(repeat('x', 100000), 100000)",
                "lpad('x', 2000000000)",
                "format('%1000000000s', 'x')",
                "format('%99999999999999999999$s', 'x')",
                "replace(repeat('x', 100000), 'x', repeat('y', 100000))",
                "(SELECT count(*) FROM generate_series(1, 1000000000))",
                "(SELECT count(*) FROM generate_series(1, 10000) a, generate_series(1, 10000) b)",
                "(SELECT count(*) FROM pg_proc, pg_type, pg_class, pg_attribute, pg_constraint, pg_type x, pg_type y)",
                "repeat('a', 10000) ~ '(a*)*(a*)*(a*)*b'",
                "repeat('a', 30) ~ '(a|a)*b'",
                "'" + "a".repeat(10_000) + "' LIKE '" + "%a".repeat(5_000) + "b'",
                "'{" + "{".repeat(10_000) + "}'::text[]",
                "10 ^ 1000000000",
                "1e999999999",
                "9999999999 * 9999999999 * 9999999999 * 9999999999",
                "string_to_array(repeat('a,', 100000), ',')",
                "'\\",
                "format('%')",
                "format('%s%', 'x')",
                "EXISTS (SELECT FROM",
                "EXISTS (SELECT * FROM pg_class WHERE",
                "count(*) FROM",
                "x.y.z.*",
                ") OR (",
                "");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isAnsweredInTime(String sql) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(Asked.value(sql, SCHEMA)).isNotNull());
    }

    @Test
    void anyRunOfTokensIsAnswered() {
        List<String> words = List.of(
                "SELECT",
                "FROM",
                "WHERE",
                "(",
                ")",
                ",",
                "pg_class",
                "c",
                ".",
                "relname",
                "=",
                "'t'",
                "1",
                "AND",
                "NOT",
                "EXISTS",
                "IN",
                "ANY",
                "ARRAY",
                "[",
                "]",
                "::",
                "text",
                "CASE",
                "WHEN",
                "THEN",
                "END",
                "NULL",
                "IS",
                "count",
                "*",
                "JOIN",
                "ON",
                "LEFT",
                "UNION",
                "ORDER",
                "BY",
                "GROUP",
                "LIMIT",
                "||",
                "format",
                "WITH",
                "AS",
                "$1",
                "@",
                ";",
                "\"q\"");
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var sql = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                sql.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            assertThat(Asked.value(sql.toString(), SCHEMA)).isNotNull();
        }
    }
}
