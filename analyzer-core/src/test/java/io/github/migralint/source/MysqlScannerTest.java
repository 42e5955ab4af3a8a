package io.github.migralint.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.MysqlLexicon;
import io.github.migralint.dialect.mysql.Server;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks of MySQL and MariaDB; every reading was compared with real servers of both. */
class MysqlScannerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '¬',
            value = {
                // strings
                "'a\\'b' c ¦ 'a\\'b' c",
                "'it''s' \"x\" ¦ 'it''s' \"x\"",
                "\"e\"\"f\" g ¦ \"e\"\"f\" g",
                "_utf8mb4'a' _latin1\"b\" c ¦ _utf8mb4'a' _latin1\"b\" c",
                "N'a' x'41' b'01' x ¦ N'a' x'41' b'01' x",
                // names
                "`a``b`.`c` ¦ `a``b` . `c`",
                "1st_col 2a.3b ¦ 1st_col 2a . 3b",
                "t.1 t.1st `t`.2 ¦ t . 1 t . 1st `t` . 2",
                "$a a$b ¦ $a a$b",
                "1_0 0xZZ 1e ¦ 1_0 0xZZ 1e",
                // numbers
                "1e3 1E+3 .5 1. 1.5e-3 0x41 0b01 ¦ 1e3 1E+3 .5 1. 1.5e-3 0x41 0b01",
                "1.e3+2 ¦ 1.e3 + 2",
                // variables
                "@a.b @'x y' @`q` @\"r\" @@global.x @@y ¦ @a.b @'x y' @`q` @\"r\" @@global.x @@y",
                "SET @a=@b,@c:=-1 ¦ SET @a = @b , @c := - 1",
                "'app'@'%' root@localhost ¦ 'app' @'%' root @localhost",
                // operators
                "a<=>b<>c!=d ¦ a <=> b <> c != d",
                "a->'$.x'->>'$.y' ¦ a -> '$.x' ->> '$.y'",
                "!a&&~b||c ¦ ! a && ~ b || c",
                "a=-1+@b ¦ a = - 1 + @b",
                "1<<2>>3 ¦ 1 << 2 >> 3",
                // comments
                "3--1 ¦ 3 - - 1",
                "3 # a ¦ 3",
                "3 -- a ¦ 3",
                "a /* b /* c */ d ¦ a d",
                "a /*+ hint */ b ¦ a b",
            })
    void tokensOf(String sql, String expected) {
        assertThat(MysqlText.tokens(sql, MysqlText.MYSQL)).isEqualTo(expected);
        assertThat(MysqlText.tokens(sql, MysqlText.MARIADB)).isEqualTo(expected);
    }

    @Test
    void kinds() {
        assertThat(MysqlText.kinds("SELECT \"a\", `b`, 1st, 1.5, x'4', @v, @@w, _utf8'a', \\N", MysqlText.MYSQL))
                .isEqualTo("WORD STRING PUNCTUATION QUOTED_IDENTIFIER PUNCTUATION WORD PUNCTUATION NUMBER PUNCTUATION "
                        + "BIT_STRING PUNCTUATION VARIABLE PUNCTUATION VARIABLE PUNCTUATION STRING PUNCTUATION WORD");
    }

    @Test
    void adjacentStringsAreOneLiteral() {
        assertThat(MysqlText.kinds("'a' 'b' \"c\"\n'd'", MysqlText.MYSQL)).isEqualTo("STRING");
        assertThat(MysqlText.kinds("x'41' 'b'", MysqlText.MYSQL)).isEqualTo("BIT_STRING STRING");
        assertThat(MysqlText.kinds("'a', 'b'", MysqlText.MYSQL)).isEqualTo("STRING PUNCTUATION STRING");
    }

    @Test
    void dashesBeforeALineEndAreAComment() {
        assertThat(MysqlText.tokens("1 --\n2 --\t3\n4 --", MysqlText.MYSQL)).isEqualTo("1 2 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 /*! + 2 */ + 3 | 1 + 2 + 3 | 1 + 2 + 3",
                "1 /*!50699 + 2 */ | 1 + 2 | 1 + 2",
                "1 /*!50700 + 2 */ | 1 + 2 | 1",
                "1 /*!80031 + 2 */ | 1 + 2 | 1",
                "1 /*!80032 + 2 */ | 1 | 1",
                "1 /*!99999 + 2 */ | 1 | 1",
                "1 /*!101119 + 2 */ | 1 9 + 2 | 1 + 2",
                "1 /*!101120 + 2 */ | 1 0 + 2 | 1",
                "1 /*!050700 + 2 */ | 1 0 + 2 | 1",
                "1 /*!123 + 2 */ | 1 123 + 2 | 1 123 + 2",
                "1 /*M! + 2 */ | 1 | 1 + 2",
                "1 /*M!100100 + 2 */ | 1 | 1 + 2",
                "1 /*M!50701 + 2 */ | 1 | 1 + 2",
                "1 /*M!101120 + 2 */ | 1 | 1",
                "1 /*!99999 a /* b */ c */ + 2 | 1 + 2 | 1 + 2",
                "1 /*!50000 + /* b */ 2 */ + 3 | 1 + 2 + 3 | 1 + 2 + 3",
                "1 /*!50000 + ''*/'' */ + 3 | 1 + ''*/'' + 3 | 1 + ''*/'' + 3",
            })
    void executableComments(String sql, String mysql, String mariadb) {
        assertThat(MysqlText.tokens(sql.replace("''", "'"), MysqlText.MYSQL)).isEqualTo(mysql.replace("''", "'"));
        assertThat(MysqlText.tokens(sql.replace("''", "'"), MysqlText.MARIADB)).isEqualTo(mariadb.replace("''", "'"));
    }

    @Test
    void aSeriesIsReadAsItsLastRelease() {
        Lexicon series = MysqlLexicon.of(new Server(Flavor.MYSQL, new Version(8, 0)));
        assertThat(MysqlText.tokens("1 /*!80023 INVISIBLE */ /*!80400 x */", series))
                .isEqualTo("1 INVISIBLE");
    }

    @Test
    void insideOfAnExecutableCommentStandsWhereItStands() {
        Cut cut = MysqlText.cut("CREATE /*!50003 TRIGGER */ t", MysqlText.MYSQL);
        assertThat(cut.pieces().get(0).tokens()).extracting(Token::start).containsExactly(0, 16, 27);
        assertThat(cut.skipped())
                .extracting(Skipped::kind)
                .containsExactly(Skipped.Kind.COMMENT_MARK, Skipped.Kind.COMMENT_MARK);
        assertThat(cut.comments()).isEmpty();
    }

    @Test
    void unclosedCommentsAreReported() {
        for (String sql : List.of("SELECT 1 /*! + 1", "SELECT 1 /*!99999 + 1", "SELECT 1 /* a")) {
            Cut cut = MysqlText.cut(sql, MysqlText.MYSQL);
            assertThat(cut.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.span().start()).isEqualTo(9));
        }
    }
}
