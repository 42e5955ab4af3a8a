package io.github.migralint.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file: no exception, no endless loop, nothing lost, linear time. */
class HostileTextTest {
    private static final int MEGABYTE = 1 << 20;

    static Stream<String> units() {
        return Stream.of(
                "(",
                ")",
                "((",
                "[",
                "'",
                "''",
                "\"",
                "`",
                "$",
                "$$",
                "$a$ ",
                "/*",
                "/*/**/",
                "*/",
                "--",
                "\\",
                "\\.\n",
                ";",
                ";\n",
                "{{",
                "}}",
                "{{if .mysql}}",
                "{{else}}",
                "{{end}}",
                "{{a}}",
                "{{a}}\n",
                "${",
                "${a",
                "${a}",
                ":",
                ":a ",
                ":'",
                "E'\\'",
                "E'\\'\n",
                "U&'",
                "U&'' UESCAPE ",
                "'a'\n",
                "'a' --\n",
                "0x",
                "1..",
                "1e",
                ".",
                "\0",
                "\u00A0",
                "\uFFFD",
                "\r",
                "\t",
                "x",
                "CASE ",
                "CREATE RULE r AS ON DELETE TO t DO (",
                "CREATE FUNCTION f() BEGIN ATOMIC ",
                "COPY t FROM STDIN;\n",
                "COPY t FROM STDIN; ",
                "COPY t FROM STDIN;\nx\n",
                "INSERT INTO t VALUES ('a;\n",
                "create (\n",
                "drop 'a\n;\ncreate ",
                "\"{{a\"",
                "<>-+@",
                "-- +goose Up\n",
                "--> statement-breakpoint\n",
                "delimiter x\n",
                "delimiter  \n x",
                "/*!",
                "/*!50003 ",
                "/*!50003 a */",
                "/*!99999 /*",
                "/*M!100100 */ ",
                "/*!50003 create procedure p() begin ",
                "CREATE PROCEDURE p() BEGIN IF a THEN ",
                "BEGIN NOT ATOMIC CASE ",
                "END;\n",
                "END IF;",
                "SET sql_mode = 'ANSI_QUOTES';\n",
                "SET sql_mode = '', ",
                "delimiter $$\n",
                "a$$b",
                "'a' ",
                "'a' \"",
                "_utf8'a' ",
                "@",
                "@@a.",
                "@'",
                "1a.",
                "0x1g",
                "1e5",
                "..1",
                "\\G",
                "\\N",
                "#",
                "--1",
                "\ud83d\ude00",
                "\ud800");
    }

    @ParameterizedTest
    @MethodSource("units")
    void repeatedForAMegabyte(String unit) {
        String text = unit.repeat(MEGABYTE / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> checked(text));
        checked("SELECT 1;\n" + unit.repeat(50) + "\nSELECT 2;\n");
    }

    @Test
    void distinctDollarTagsThatNeverClose() {
        var text = new StringBuilder();
        for (int i = 0; text.length() < MEGABYTE; i++) {
            text.append("$t").append(i).append("$ x;\n");
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> checked(text.toString()));
    }

    @Test
    void insertOfFiveMegabytesOnOneLine() {
        String rows = "(1, 'it''s a text', NULL, -1.5e3), ";
        String text = "INSERT INTO t VALUES " + rows.repeat(5 * MEGABYTE / rows.length()) + "(2, '', NULL, 0);";
        assertTimeoutPreemptively(
                Duration.ofSeconds(15), () -> assertThat(checked(text).pieces()).hasSize(1));
    }

    @Test
    void hundredThousandStatementsOnOneLine() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(15),
                () -> assertThat(checked("SELECT 1; ".repeat(100_000)).pieces()).hasSize(100_000));
    }

    @Test
    void randomBytesAndRandomSql() {
        var random = new Random(42);
        String[] units = units().toArray(String[]::new);
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(units[random.nextInt(units.length)]).append(random.nextInt(3) == 0 ? "a b;\n" : "");
            }
            checked(text.toString());
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            SourceText source = SourceText.of("random", bytes);
            for (Lexicon lexicon : List.of(PostgresqlLexicon.LEXICON, MysqlText.MYSQL, MysqlText.MARIADB)) {
                CutLaw.check(source, source.span(), StatementCutter.cut(source, lexicon));
            }
            assertThat(source.byteOffset(source.text().length())).isEqualTo(bytes.length);
        }
    }

    private static Cut checked(String text) {
        SourceText source = SourceText.of("hostile.sql", text.getBytes(StandardCharsets.UTF_8));
        Cut cut = StatementCutter.cut(source, PostgresqlLexicon.LEXICON);
        CutLaw.check(source, source.span(), cut);
        for (Lexicon lexicon : List.of(MysqlText.MYSQL, MysqlText.MARIADB)) {
            CutLaw.check(source, source.span(), StatementCutter.cut(source, lexicon));
        }
        return cut;
    }
}
