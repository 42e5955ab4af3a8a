package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file, reading it ends soon and never throws. */
final class HostileInputTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int DEEP = 20_000;

    private static List<Statement> read(String sql) {
        return assertTimeoutPreemptively(LIMIT, () -> Sql.statements(sql));
    }

    static Stream<String> deep() {
        String open = "(".repeat(DEEP);
        String close = ")".repeat(DEEP);
        return Stream.of(
                "SELECT " + open + "1" + close,
                "CREATE TABLE t (a int DEFAULT " + open + "1" + close + " CHECK (" + open + "a > 1" + close + "))",
                "UPDATE t SET a = " + "f(".repeat(DEEP) + "1" + close,
                "CREATE INDEX i ON t (" + open + "a" + close + ")",
                "SELECT ARRAY" + "[".repeat(DEEP) + "1" + "]".repeat(DEEP),
                "ALTER TABLE t ALTER a SET DEFAULT " + "CASE WHEN true THEN ".repeat(DEEP) + "1" + " END".repeat(DEEP),
                "SELECT * FROM " + "(SELECT * FROM ".repeat(DEEP) + "t" + ") x".repeat(DEEP),
                "DELETE FROM t WHERE " + "NOT ".repeat(DEEP) + "a",
                "WITH a AS (INSERT INTO t ".repeat(2_000) + "SELECT 1" + ") SELECT 1".repeat(2_000),
                "SELECT * FROM " + open + "t JOIN u ON true" + close,
                "CREATE VIEW v AS " + open + "SELECT 1" + close);
    }

    @ParameterizedTest
    @MethodSource("deep")
    void readsDeepNesting(String sql) {
        List<Statement> statements = read(sql);
        assertThat(statements).hasSize(1);
        assertThat(statements.get(0)).isNotInstanceOf(Unparsed.class);
    }

    static Stream<String> damaged() {
        return Stream.of(
                "(".repeat(DEEP),
                ")".repeat(DEEP),
                "SELECT " + "([".repeat(DEEP),
                "SELECT 'abc",
                "CREATE TABLE \"t (a int)",
                "DO $$ begin",
                "SELECT \0 FROM \0t",
                "\0\0\0",
                "@#%^&*|~`?",
                "::: := => .. ,,,, ;;;; []",
                "ALTER TABLE " + "a.".repeat(DEEP),
                "CREATE TABLE t (" + "a int,".repeat(DEEP) + ")",
                "SELECT " + "CASE ".repeat(DEEP),
                "GRANT " + "SELECT, ".repeat(DEEP) + "ON t TO x",
                "\uFFFF\uD800 ALTER",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC " + "CASE ".repeat(DEEP));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void reportsDamage(String sql) {
        assertThat(read(sql)).allSatisfy(statement -> assertThat(statement).isInstanceOf(Unparsed.class));
    }

    @Test
    void readsLongStatementsInLinearTime() {
        String row = "(1, 'some text that fills the row', now(), array[1, 2, 3])";
        String rows = Stream.generate(() -> row).limit(100_000).collect(Collectors.joining(",\n"));
        List<Statement> statements = read("INSERT INTO t (a, b, c, d) VALUES " + rows);
        assertThat(statements)
                .singleElement()
                .satisfies(statement -> assertThat(((Insert) statement).rows()).isEqualTo(100_000));
    }

    /** What a variable of the client holds is not known, and not guessed. */
    @Test
    void takesVariablesForCode() {
        String sql = "DO LANGUAGE plpgsql :'body'; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS :'body'";
        assertThat(read(sql)).hasSize(2).noneMatch(Unparsed.class::isInstance);
    }

    @Test
    void readsHugeLiterals() {
        assertThat(read("INSERT INTO t VALUES ('" + "x''".repeat(1_000_000) + "')"))
                .singleElement()
                .isInstanceOf(Insert.class);
    }

    @Test
    void survivesShuffledWords() {
        var random = new Random(42);
        List<String> words = List.of(
                "CREATE",
                "TABLE",
                "t",
                "(",
                ")",
                ",",
                "int",
                "ALTER",
                "ADD",
                "COLUMN",
                "DEFAULT",
                "1",
                "'x'",
                "NOT",
                "NULL",
                "SELECT",
                "FROM",
                "WHERE",
                "=",
                "::",
                "[",
                "]",
                ".",
                "CASE",
                "END",
                "WITH",
                "AS",
                "ON",
                "SET",
                "INDEX",
                "GRANT",
                "TO",
                "PARTITION",
                "FOR",
                "VALUES",
                "IF",
                "EXISTS",
                "$1",
                "FUNCTION",
                "BEGIN",
                "*");
        String sql = IntStream.range(0, 3_000)
                .mapToObj(i -> IntStream.range(0, 1 + random.nextInt(14))
                        .mapToObj(j -> words.get(random.nextInt(words.size())))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";\n"));
        assertThat(read(sql)).isNotEmpty();
    }
}
