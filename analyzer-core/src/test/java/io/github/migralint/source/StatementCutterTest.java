package io.github.migralint.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementCutterTest {
    @Test
    void piecesHaveNoBlanksCommentsOrSemicolonsAround() {
        assertThat(pieces(";; -- a\n SELECT 1 /* b */ ;\n\nSELECT /* c */ 2 -- d\n;;SELECT 3"))
                .containsExactly("SELECT 1", "SELECT /* c */ 2", "SELECT 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "-- only a comment", ";;;", "/* a */;"})
    void nothingToRun(String sql) {
        assertThat(pieces(sql)).isEmpty();
    }

    @Test
    void semicolonsInQuotesAndBodies() {
        assertThat(pieces("SELECT ';'; SELECT $$;$$; SELECT \";\" /* ; */; -- ;\nSELECT E'\\';'"))
                .containsExactly("SELECT ';'", "SELECT $$;$$", "SELECT \";\"", "SELECT E'\\';'");
        String rule = "CREATE OR REPLACE RULE r AS ON DELETE TO t DO INSTEAD (DELETE FROM a; DELETE FROM b;)";
        String body =
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END FROM t; SELECT 2; END";
        assertThat(pieces(rule + ";" + body + "; SELECT 1")).containsExactly(rule, body, "SELECT 1");
        assertThat(pieces("BEGIN; SELECT 1; END; SELECT 2")).hasSize(4);
    }

    @Test
    void commandsOfTheClient() {
        String sql =
                "\\set x 1\n\\connect db\nSELECT 1 \\g\nSELECT 2 \\gexec\nSELECT 3\\; SELECT 4;\n\\if :x\nSELECT :x, :'x';\n\\endif";
        Cut cut = cut(sql);
        assertThat(texts(sql, cut)).containsExactly("SELECT 1", "SELECT 2", "SELECT 3", "SELECT 4", "SELECT :x, :'x'");
        assertThat(cut.skipped())
                .extracting(Skipped::kind)
                .containsExactly(
                        Skipped.Kind.CLIENT_COMMAND,
                        Skipped.Kind.CLIENT_COMMAND,
                        Skipped.Kind.CLIENT_SEND,
                        Skipped.Kind.CLIENT_SEND,
                        Skipped.Kind.CLIENT_SEND,
                        Skipped.Kind.CLIENT_COMMAND,
                        Skipped.Kind.CLIENT_COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void rowsOfCopy(String lineEnd) {
        String rows = "1\tit's" + lineEnd + "2\tSELECT (" + lineEnd;
        String sql = "COPY t (id, a) FROM stdin WITH (FORMAT text); -- here" + lineEnd + rows + "\\." + lineEnd
                + "SELECT 1;";
        Cut cut = cut(sql);
        assertThat(texts(sql, cut)).containsExactly("COPY t (id, a) FROM stdin WITH (FORMAT text)", "SELECT 1");
        assertThat(cut.pieces().get(0).data().map(Span::length)).contains(rows.length());
        assertThat(cut.skipped())
                .singleElement()
                .satisfies(s -> assertThat(s.kind()).isEqualTo(Skipped.Kind.COPY_DATA));
        assertThat(cut.comments()).extracting(Comment::text).containsExactly("-- here");
        assertThat(cut.problems()).isEmpty();
    }

    @Test
    void copyWithoutRows() {
        assertThat(pieces("COPY t FROM STDIN;\nCREATE TABLE a (b int);\nCOPY u FROM STDIN;\n1\n\\.\n"))
                .containsExactly("COPY t FROM STDIN", "CREATE TABLE a (b int)", "COPY u FROM STDIN");
        assertThat(pieces("COPY t FROM STDIN; SELECT 1;")).hasSize(2);
        assertThat(pieces("COPY t TO STDOUT;\nSELECT 1;")).hasSize(2);
        String openSql = "COPY t FROM STDIN;\n1\t'\n2\t(";
        Cut open = cut(openSql);
        assertThat(texts(openSql, open)).containsExactly("COPY t FROM STDIN");
        assertThat(open.problems()).hasSize(1);
    }

    @Test
    void templateActions() {
        String sql = "{{ template \"shared/a.sql\" . }}\n{{ grants }}\nALTER TABLE {{ .T }} ADD a int;\n{{ done }};\n";
        Cut cut = cut(sql);
        assertThat(texts(sql, cut)).containsExactly("ALTER TABLE {{ .T }} ADD a int");
        assertThat(cut.skipped()).hasSize(3);
    }

    @Test
    void breakpointsOfDrizzle() {
        assertThat(
                        pieces(
                                "CREATE TABLE a (b int)\n--> statement-breakpoint\nSELECT 1;--> statement-breakpoint\nSELECT 2"))
                .containsExactly("CREATE TABLE a (b int)", "SELECT 1", "SELECT 2");
    }

    @Test
    void delimitersOfScriptRunners() {
        assertThat(pieces("delimiter d//\nCREATE FUNCTION f() AS $$;$$ d//\nSELECT 1 d//\ndelimiter ;\nSELECT 2;\n"))
                .containsExactly("CREATE FUNCTION f() AS $$;$$", "SELECT 1", "SELECT 2");
        assertThat(pieces("COPY t TO STDOUT\ndelimiter ',';\nCREATE TABLE t (\ndelimiter text\n);"))
                .hasSize(2);
    }

    @Test
    void onlyThePartThatIsAskedFor() {
        SourceText source = SourceText.of("a.sql", "SELECT 1; SELECT 2; SELECT 3;");
        var part = new Span(9, 19);
        Cut cut = StatementCutter.cut(source, part, PostgresqlLexicon.LEXICON);
        CutLaw.check(source, part, cut);
        assertThat(cut.pieces())
                .singleElement()
                .satisfies(p -> assertThat(source.slice(p.span())).isEqualTo("SELECT 2"));
    }

    /** Each case: a broken statement between two good ones, which must be read as they stand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES ('oops);",
                "INSERT INTO t VALUES (\"oops);",
                "INSERT INTO t VALUES ('a', 'oops\n  more);",
                "CREATE TABLE t (a int;",
                "CREATE TABLE t (a int, (b int",
                "CREATE TABLE t a int));",
                "SELECT (((;",
                "DO $$ BEGIN DELETE FROM t; END;",
                "CREATE FUNCTION f() RETURNS int AS $f$\nBEGIN\n  UPDATE t SET a = 1;\nEND;",
                "CREATE RULE r AS ON DELETE TO t DO (DELETE FROM a; DELETE FROM b;",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;",
                "SELECT \u0000\u0001\u0002;",
                "SELECT {;",
                "SELECT 1 /* note /* never closed */;",
            })
    void damageCostsItsStatementOnly(String broken) {
        String before = "CREATE TABLE first (a text DEFAULT 'x');";
        String after = "CREATE INDEX i ON t (a) WHERE b = 'y';\nALTER TABLE t ADD c int DEFAULT 2;";
        String sql = before + "\n" + broken + "\n" + after + "\n";
        Cut cut = cut(sql);
        List<String> texts = texts(sql, cut);
        assertThat(texts)
                .contains(
                        "CREATE TABLE first (a text DEFAULT 'x')",
                        "CREATE INDEX i ON t (a) WHERE b = 'y'",
                        "ALTER TABLE t ADD c int DEFAULT 2");
        assertThat(texts.size()).isBetween(4, 6);
    }

    @Test
    void problemsSayWhere() {
        String sql = "SELECT 1;\nINSERT INTO t VALUES ('oops);\nSELECT 2;";
        Cut cut = cut(sql);
        assertThat(cut.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.span().start()).isEqualTo(32);
            assertThat(problem.message()).isEqualTo("this string literal is never closed");
        });
        assertThat(cut("/* a").problems()).hasSize(1);
        assertThat(cut("SELECT 1").problems()).isEmpty();
    }

    private static List<String> pieces(String sql) {
        return texts(sql, cut(sql));
    }

    private static List<String> texts(String sql, Cut cut) {
        return cut.pieces().stream()
                .map(piece -> sql.substring(piece.span().start(), piece.span().end()))
                .toList();
    }

    private static Cut cut(String sql) {
        SourceText source = SourceText.of("test.sql", sql);
        Cut cut = StatementCutter.cut(source, PostgresqlLexicon.LEXICON);
        CutLaw.check(source, source.span(), cut);
        return cut;
    }
}
