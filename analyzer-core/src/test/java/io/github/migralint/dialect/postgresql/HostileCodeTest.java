package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a body, reading it ends soon, never throws, and stays inside of the body. */
final class HostileCodeTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MANY = 20_000;

    private static Block read(String body) {
        String sql = "DO $hostile$" + body + "$hostile$";
        return assertTimeoutPreemptively(LIMIT, () -> {
            Block program = Programs.of(sql);
            int end = sql.length() - "$hostile$".length();
            assertThat(Programs.all(program)).allSatisfy(statement -> {
                assertThat(statement.span().start()).isBetween("DO $hostile$".length(), end);
                assertThat(statement.span().end()).isBetween("DO $hostile$".length(), end);
            });
            return program;
        });
    }

    static Stream<String> damaged() {
        return Stream.of(
                "BEGIN ".repeat(MANY),
                "IF ".repeat(MANY),
                "BEGIN " + "IF a THEN ".repeat(MANY),
                "BEGIN " + "LOOP ".repeat(MANY) + "END LOOP; ".repeat(MANY) + "END",
                "BEGIN " + "END IF; ".repeat(MANY) + "END",
                "BEGIN " + "ELSE ".repeat(MANY) + "END",
                "BEGIN " + "CASE x WHEN ".repeat(MANY),
                "BEGIN " + "FOR r IN a( ".repeat(MANY),
                "BEGIN " + "FOR r IN a( ; ".repeat(MANY),
                "BEGIN " + "a[".repeat(MANY),
                "BEGIN " + "a[; ".repeat(MANY),
                "BEGIN " + "a.".repeat(MANY),
                "BEGIN " + "(".repeat(MANY),
                "BEGIN " + "((;".repeat(MANY),
                "BEGIN " + "<<a>> ".repeat(MANY),
                "BEGIN " + "SELECT 1 INTO ".repeat(MANY),
                "BEGIN CREATE " + "BEGIN ATOMIC ; ".repeat(MANY),
                "BEGIN " + "CREATE RULE x ( ; ".repeat(MANY),
                "BEGIN EXCEPTION " + "WHEN a OR ".repeat(MANY),
                "BEGIN " + "EXCEPTION WHEN a THEN ".repeat(MANY),
                "DECLARE " + "a int ".repeat(MANY),
                "DECLARE " + "DECLARE ".repeat(MANY),
                "#".repeat(MANY),
                "BEGIN " + "'".repeat(MANY + 1),
                "BEGIN " + "\0;".repeat(MANY) + " END",
                "BEGIN " + ";".repeat(MANY) + " END",
                "BEGIN RAISE '" + "%".repeat(MANY + 1) + "'; END",
                "BEGIN CASE " + "x + ".repeat(MANY) + "x " + "WHEN 1 THEN ".repeat(MANY) + "END CASE; END",
                "nothing",
                ";",
                "\uD800 BEGIN");
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void reportsDamage(String body) {
        assertThat(Programs.problems(read(body))).isNotEmpty();
    }

    @Test
    void readsWhatIsNestedMoreThanAnybodyWrites() {
        int levels = 100;
        Block program = read("BEGIN " + "IF a THEN ".repeat(levels) + "NULL;" + " END IF;".repeat(levels) + " END");
        assertThat(Programs.problems(program)).isEmpty();
        assertThat(Programs.all(program)).hasSize(levels + 2);
    }

    @Test
    void readsCodeInCodeUpToALimit() {
        assertThat(Programs.problems(Programs.of(nested(5)))).isEmpty();
        assertThat(Programs.problems(assertTimeoutPreemptively(LIMIT, () -> Programs.of(nested(500)))))
                .containsExactly("this is nested too deeply");
    }

    private static String nested(int levels) {
        var sql = new StringBuilder("SELECT 1");
        for (int i = 0; i < levels; i++) {
            boolean procedure = i % 2 == 0;
            sql.insert(0, procedure ? "DO $t" + i + "$BEGIN " : "CREATE FUNCTION f() RETURNS int AS $t" + i + "$");
            sql.append(procedure ? "; END$t" + i + "$" : "$t" + i + "$ LANGUAGE sql");
        }
        return sql.toString();
    }

    @Test
    void readsLongBodiesInLinearTime() {
        String statement =
                "IF x > 1 THEN UPDATE t SET a = 'some text' WHERE id = 1; END IF; PERFORM f(a, b); c := c + 1;\n";
        Block program = read("BEGIN\n" + statement.repeat(12_000) + "END");
        assertThat(program.body()).hasSize(36_000);
        assertThat(Programs.problems(program)).isEmpty();
    }

    @Test
    void survivesShuffledWords() {
        var random = new Random(7);
        List<String> words = List.of(
                "BEGIN",
                "END",
                "IF",
                "THEN",
                "ELSE",
                "ELSIF",
                "CASE",
                "WHEN",
                "LOOP",
                "WHILE",
                "FOR",
                "IN",
                "FOREACH",
                "ARRAY",
                "EXECUTE",
                "USING",
                "INTO",
                "STRICT",
                "RAISE",
                "NOTICE",
                "'%'",
                "EXCEPTION",
                "DECLARE",
                "x",
                ":=",
                "=",
                "(",
                ")",
                "[",
                "]",
                ",",
                ".",
                "..",
                ";",
                ";",
                ";",
                "1",
                "SELECT",
                "FROM",
                "RETURN",
                "NEXT",
                "QUERY",
                "PERFORM",
                "EXIT",
                "CONTINUE",
                "<<",
                ">>",
                "GET",
                "DIAGNOSTICS",
                "OPEN",
                "FETCH",
                "CURSOR",
                "NULL",
                "CREATE",
                "ATOMIC",
                "RULE",
                "$1",
                "#",
                "SQLSTATE",
                "OR",
                "REVERSE",
                "BY",
                "DO",
                "$$x$$");
        for (int i = 0; i < 300; i++) {
            String body = IntStream.range(0, 120)
                    .mapToObj(j -> words.get(random.nextInt(words.size())))
                    .collect(Collectors.joining(" "));
            ProceduralStatement program = read("BEGIN " + body);
            assertThat(program.span().length()).isPositive();
        }
    }
}
