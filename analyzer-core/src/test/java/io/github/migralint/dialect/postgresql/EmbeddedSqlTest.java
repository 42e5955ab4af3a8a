package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Execute;
import io.github.migralint.ast.ProceduralStatement.Return;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL in literals keeps its places in the file, whatever the literal does to its text. */
final class EmbeddedSqlTest {
    private static Token literal(String sql) {
        return Scanner.tokens(sql, new Span(0, sql.length()), PostgresqlLexicon.LEXICON)
                .getLast();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x $$INSERT INTO a VALUES ('b'); DROP TABLE t$$",
                "x 'INSERT INTO a VALUES (''b''); DROP TABLE t'",
                "x E'INSERT INTO a\\n VALUES (\\'b\\'); DROP TABLE t'",
                "x E'INSERT \\x49NTO a VALUES (\\u0027b\\'); DROP TABLE t'",
                "x U&'INSERT \\0049NTO a VALUES (\\0027b\\+000027); DROP TABLE t'",
                "x U&'INSERT !0049NTO a VALUES (''b''); DROP TABLE t' UESCAPE '!'",
                "x 'INSERT INTO a '\n  'VALUES (''b''); '\n'DROP TABLE t'"
            })
    void findsStatementsInLiterals(String sql) {
        List<Statement> statements = EmbeddedSql.at(literal(sql));
        assertThat(statements).hasSize(2);
        assertThat(statements.get(0)).isInstanceOf(Insert.class);
        assertThat(slice(sql, statements.get(0).span())).startsWith("INSERT ").endsWith(")");
        assertThat(slice(sql, ((Insert) statements.get(0)).table().span())).isEqualTo("a");
        assertThat(slice(sql, statements.get(1).span())).isEqualTo("DROP TABLE t");
    }

    private static String slice(String sql, Span span) {
        return sql.substring(span.start(), span.end());
    }

    @Test
    void givesComposedTextThePlaceOfItsHost() {
        Span host = new Span(7, 20);
        List<Statement> statements = EmbeddedSql.within("CREATE TABLE t (a int); oops; ", host);
        assertThat(statements)
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.span()).isEqualTo(host));
        assertThat(((CreateTable) statements.get(0)).name().span()).isEqualTo(host);
        assertThat(((Unparsed) statements.get(1)).problemSpan()).isEqualTo(host);
        assertThat(EmbeddedSql.within(" -- nothing", host)).isEmpty();
    }

    @Test
    void findsStatementsInQuotedBodies() {
        String sql = """
                CREATE FUNCTION f() RETURNS void AS '
                BEGIN
                  INSERT INTO "T" VALUES (''it''''s'');
                  EXECUTE ''DROP TABLE x'';
                END' LANGUAGE plpgsql""";
        Block block = Programs.of(sql);
        assertThat(Programs.problems(block)).isEmpty();
        assertThat(block.body())
                .extracting(statement -> slice(sql, statement.span()))
                .containsExactly("INSERT INTO \"T\" VALUES (''it''''s'')", "EXECUTE ''DROP TABLE x''");
        var insert = (ProceduralStatement.Sql) block.body().getFirst();
        assertThat(slice(sql, ((Insert) insert.statement()).table().span())).isEqualTo("\"T\"");
        Token inner = ((Execute) block.body().getLast()).command().tokens().getFirst();
        assertThat(EmbeddedSql.at(inner))
                .singleElement()
                .satisfies(statement -> assertThat(slice(sql, statement.span())).isEqualTo("''DROP TABLE x''"));
    }

    @Test
    void readsBodiesOfSqlFunctions() {
        assertThat(bodyOf("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2 $$"))
                .containsExactly("SELECT 1", "SELECT 2");
        assertThat(bodyOf("CREATE FUNCTION f() RETURNS int AS 'SELECT 1' LANGUAGE 'sql'"))
                .containsExactly("SELECT 1");
        assertThat(bodyOf("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END"))
                .containsExactly("SELECT 1", "SELECT 2");
        assertThat(Programs.of("CREATE FUNCTION f(a int) RETURNS int RETURN a + 1")
                        .body())
                .singleElement()
                .isInstanceOfSatisfying(
                        Return.class,
                        read -> assertThat(read.value().orElseThrow().normalized())
                                .isEqualTo("a + 1"));
    }

    private static List<String> bodyOf(String sql) {
        Block block = Programs.of(sql);
        assertThat(block.body())
                .allSatisfy(statement -> assertThat(((ProceduralStatement.Sql) statement).statement())
                        .isInstanceOf(Select.class));
        return block.body().stream()
                .map(statement -> slice(sql, statement.span()))
                .toList();
    }
}
