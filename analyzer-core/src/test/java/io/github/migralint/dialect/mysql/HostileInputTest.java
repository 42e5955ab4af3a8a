package io.github.migralint.dialect.mysql;

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
                "CREATE TABLE t (a INT DEFAULT " + open + "1" + close + " CHECK (" + open + "a > 1" + close + "))",
                "UPDATE t SET a = " + "f(".repeat(DEEP) + "1" + close,
                "CREATE INDEX i ON t (" + open + "a" + close + ")",
                "ALTER TABLE t ALTER a SET DEFAULT (" + "CASE WHEN true THEN ".repeat(DEEP) + "1" + " END".repeat(DEEP)
                        + ")",
                "SELECT * FROM " + "(SELECT * FROM ".repeat(DEEP) + "t" + ") x".repeat(DEEP),
                "DELETE FROM t WHERE " + "NOT ".repeat(DEEP) + "a",
                "SELECT * FROM " + open + "t JOIN u ON true" + close,
                "CREATE VIEW v AS " + open + "SELECT 1" + close,
                "SELECT 1" + " + 1".repeat(DEEP),
                "SELECT " + "INTERVAL 1 DAY + ".repeat(DEEP) + "a");
    }

    @ParameterizedTest
    @MethodSource("deep")
    void readsDeepNesting(String sql) {
        assertThat(read(sql)).hasSize(1).first().isNotInstanceOf(Unparsed.class);
    }

    static Stream<String> damaged() {
        return Stream.of(
                "(".repeat(DEEP),
                ")".repeat(DEEP),
                "SELECT 'abc",
                "CREATE TABLE `t (a int)",
                "SELECT \0 FROM \0t",
                "@#%^&*|~`?",
                ":= .. ,,,, []",
                "ALTER TABLE " + "a.".repeat(DEEP),
                "CREATE TABLE t (" + "a int,".repeat(DEEP) + ")",
                "SELECT " + "CASE ".repeat(DEEP),
                "GRANT " + "SELECT, ".repeat(DEEP) + "ON t",
                "\uFFFF\uD800 ALTER",
                "CREATE TABLE t (a ENUM(" + "'x',".repeat(DEEP) + "))");
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void reportsDamage(String sql) {
        assertThat(read(sql)).allSatisfy(statement -> assertThat(statement).isInstanceOf(Unparsed.class));
    }

    @Test
    void readsLongStatementsInLinearTime() {
        String rows = IntStream.range(0, 200_000)
                .mapToObj(i -> "(" + i + ", 'row " + i + "', NULL)")
                .collect(Collectors.joining(", "));
        List<Statement> statements = read("INSERT INTO t (a, b, c) VALUES " + rows);
        assertThat(((Insert) statements.getFirst()).rows()).isEqualTo(200_000);
    }

    @Test
    void neverThrows() {
        var random = new Random(7);
        String[] words =
                ("CREATE TABLE ALTER DROP INDEX t a ( ) , ; . = 'x' 1 INT NOT NULL DEFAULT ADD COLUMN SET @x SELECT"
                                + " FROM WHERE INSERT INTO VALUES UPDATE DELETE GRANT ON TO PROCEDURE BEGIN END IF THEN * - + KEY"
                                + " UNIQUE REFERENCES CHECK PARTITION BY RANGE VIEW AS WITH TRIGGER FOR EACH ROW LIMIT CASE WHEN")
                        .split(" ", -1);
        for (int i = 0; i < 20_000; i++) {
            String sql = random.ints(random.nextInt(1, 15), 0, words.length)
                    .mapToObj(word -> words[word])
                    .collect(Collectors.joining(" "));
            assertThat(Sql.statements(sql)).isNotNull();
        }
    }
}
