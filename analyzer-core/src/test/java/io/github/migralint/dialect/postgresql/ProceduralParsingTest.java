package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Node;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Assignment;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Choice;
import io.github.migralint.ast.ProceduralStatement.Declaration;
import io.github.migralint.ast.ProceduralStatement.Execute;
import io.github.migralint.ast.ProceduralStatement.Leave;
import io.github.migralint.ast.ProceduralStatement.Loop;
import io.github.migralint.ast.ProceduralStatement.LoopHeader;
import io.github.migralint.ast.ProceduralStatement.Other;
import io.github.migralint.ast.ProceduralStatement.Raise;
import io.github.migralint.ast.ProceduralStatement.Return;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.TypeName;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies in PL/pgSQL become statements around statements. */
final class ProceduralParsingTest {
    private String sql = "";

    private Block block(String body) {
        sql = "DO $$" + body + "$$;";
        return Programs.of(sql);
    }

    private ProceduralStatement only(String statement) {
        Block block = block("BEGIN " + statement + " END");
        assertThat(Programs.problems(block)).as(statement).isEmpty();
        assertThat(block.body()).as(statement).hasSize(1);
        return block.body().getFirst();
    }

    private <T extends ProceduralStatement> T only(Class<T> type, String statement) {
        ProceduralStatement read = only(statement);
        assertThat(read).isInstanceOf(type);
        return type.cast(read);
    }

    private String slice(Node node) {
        return sql.substring(node.span().start(), node.span().end());
    }

    private static List<String> names(List<Identifier> names) {
        return names.stream().map(Identifier::value).toList();
    }

    private static List<String> relations(Query query) {
        return query.relations().stream().map(QualifiedName::toString).toList();
    }

    @Test
    void readsDeclarations() {
        Block block = block("""
                DECLARE
                  a CONSTANT int NOT NULL := 1 + 1;
                  b orders.total%TYPE DEFAULT f(2);
                  c numeric(10, 2)[];
                  d ALIAS FOR $1;
                  e CURSOR (low int) FOR SELECT * FROM shop.orders WHERE id > low;
                BEGIN END
                """);
        assertThat(Programs.problems(block)).isEmpty();
        assertThat(block.declarations())
                .extracting(declaration -> declaration.name().value())
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(block.declarations())
                .extracting(declaration ->
                        declaration.type().map(TypeName::toString).orElse(""))
                .containsExactly("int4", "", "numeric(10,2)[]", "", "");
        assertThat(block.declarations())
                .extracting(declaration ->
                        declaration.value().map(Expression::normalized).orElse(""))
                .containsExactly("1 + 1", "f ( 2 )", "", "", "");
        Declaration cursor = block.declarations().getLast();
        assertThat(cursor.query().map(ProceduralParsingTest::relations)).contains(List.of("shop.orders"));
        assertThat(slice(cursor)).isEqualTo("e CURSOR (low int) FOR SELECT * FROM shop.orders WHERE id > low");
    }

    @Test
    void readsLabelsAndHandlers() {
        Block block = block("""
                <<whole>> BEGIN
                  NULL;
                EXCEPTION
                  WHEN unique_violation OR SQLSTATE '40001' THEN RAISE;
                  WHEN OTHERS THEN NULL; NULL;
                END whole;
                """);
        assertThat(Programs.problems(block)).isEmpty();
        assertThat(block.label()).map(Identifier::value).contains("whole");
        assertThat(block.handlers())
                .extracting(handler -> handler.conditions())
                .containsExactly(List.of("unique_violation", "40001"), List.of("others"));
        assertThat(block.handlers().getLast().body()).hasSize(2);
        assertThat(slice(block.handlers().getFirst()))
                .isEqualTo("WHEN unique_violation OR SQLSTATE '40001' THEN RAISE");
        assertThat(slice(block)).startsWith("<<whole>>").endsWith("END whole");
    }

    @Test
    void readsChoices() {
        Choice choice = only(
                Choice.class, "IF a THEN NULL; ELSIF EXISTS (SELECT 1 FROM t) THEN NULL; NULL; ELSE RETURN; END IF;");
        assertThat(choice.branches())
                .extracting(branch -> slice(branch.condition()))
                .containsExactly("a", "EXISTS (SELECT 1 FROM t)");
        assertThat(choice.branches()).extracting(branch -> branch.body().size()).containsExactly(1, 2);
        assertThat(choice.otherwise()).singleElement().isInstanceOf(Return.class);
        assertThat(choice.exhaustive()).isFalse();
        assertThat(slice(choice)).endsWith("END IF");
    }

    @Test
    void writesTheComparisonsOfCaseOut() {
        Choice choice = only(Choice.class, "CASE x WHEN 1, y + 2 THEN NULL; WHEN 3 THEN END CASE;");
        assertThat(choice.branches())
                .extracting(branch -> branch.condition().normalized())
                .containsExactly("x = 1 OR x = ( y + 2 )", "x = 3");
        assertThat(slice(choice.branches().getFirst().condition())).isEqualTo("1, y + 2");
        assertThat(choice.exhaustive()).isTrue();
        assertThat(only(Choice.class, "CASE WHEN a THEN ELSE END CASE;").exhaustive())
                .isFalse();
    }

    @Test
    void readsLoops() {
        assertThat(header("LOOP EXIT; END LOOP;")).isInstanceOf(LoopHeader.Endless.class);
        assertThat(header("WHILE a < 1 LOOP END LOOP;"))
                .isInstanceOfSatisfying(
                        LoopHeader.While.class,
                        loop -> assertThat(slice(loop.condition())).isEqualTo("a < 1"));
        assertThat(header("FOR i IN REVERSE 10..n + 1 BY 2 LOOP END LOOP;"))
                .isInstanceOfSatisfying(LoopHeader.Range.class, loop -> {
                    assertThat(loop.variable().value()).isEqualTo("i");
                    assertThat(slice(loop.from())).isEqualTo("10");
                    assertThat(slice(loop.to())).isEqualTo("n + 1");
                    assertThat(loop.step().map(this::slice)).contains("2");
                    assertThat(loop.reverse()).isTrue();
                });
        assertThat(header("FOR a, r.b IN SELECT * FROM t JOIN u USING (id) LOOP END LOOP;"))
                .isInstanceOfSatisfying(LoopHeader.Rows.class, loop -> {
                    assertThat(names(loop.variables())).containsExactly("a", "r.b");
                    assertThat(relations(loop.query())).containsExactly("t", "u");
                    assertThat(loop.statement()).isInstanceOf(Select.class);
                });
        assertThat(header("FOR r IN UPDATE t SET a = 1 RETURNING id LOOP END LOOP;"))
                .isInstanceOfSatisfying(
                        LoopHeader.Rows.class,
                        loop -> assertThat(loop.statement()).isInstanceOf(Update.class));
        assertThat(header("FOR r IN EXECUTE 'SELECT ' || x USING 1, y LOOP END LOOP;"))
                .isInstanceOfSatisfying(LoopHeader.CommandRows.class, loop -> {
                    assertThat(slice(loop.command())).isEqualTo("'SELECT ' || x");
                    assertThat(loop.using()).hasSize(2);
                });
        assertThat(header("FOR r IN c(1, (2)) LOOP END LOOP;"))
                .isInstanceOfSatisfying(
                        LoopHeader.CursorRows.class,
                        loop -> assertThat(loop.cursor().value()).isEqualTo("c"));
        assertThat(header("FOREACH x SLICE 1 IN ARRAY list LOOP END LOOP;"))
                .isInstanceOfSatisfying(
                        LoopHeader.Elements.class,
                        loop -> assertThat(slice(loop.array())).isEqualTo("list"));
    }

    private LoopHeader header(String loop) {
        return only(Loop.class, loop).header();
    }

    @Test
    void readsWaysOutOfLoops() {
        Loop loop = only(Loop.class, "<<l>> LOOP EXIT l WHEN a > 1; CONTINUE; END LOOP l;");
        assertThat(loop.label()).map(Identifier::value).contains("l");
        assertThat(loop.body().getFirst()).isInstanceOfSatisfying(Leave.class, leave -> {
            assertThat(leave.continues()).isFalse();
            assertThat(leave.label()).map(Identifier::value).contains("l");
            assertThat(leave.condition()).map(this::slice).contains("a > 1");
        });
        assertThat(loop.body().getLast())
                .isInstanceOfSatisfying(
                        Leave.class, leave -> assertThat(leave.continues()).isTrue());
    }

    @Test
    void readsStatementsOfSql() {
        var create = only(ProceduralStatement.Sql.class, "CREATE TABLE t (a int, CHECK (a > 1));");
        assertThat(create.statement()).isInstanceOf(CreateTable.class);
        assertThat(slice(create)).isEqualTo("CREATE TABLE t (a int, CHECK (a > 1))");
        assertThat(slice(((CreateTable) create.statement()).name())).isEqualTo("t");
        assertThat(only(ProceduralStatement.Sql.class, "COMMIT AND CHAIN;").statement())
                .isInstanceOf(TransactionControl.class);
    }

    @Test
    void takesIntoOutOfStatements() {
        for (String select : List.of(
                "SELECT a INTO STRICT x, r.y FROM t;",
                "SELECT INTO x, r.y a FROM t;",
                "SELECT a FROM t INTO x, r.y;",
                "WITH w AS (SELECT 1) SELECT a INTO x, r.y FROM t;")) {
            var read = only(ProceduralStatement.Sql.class, select);
            assertThat(read.statement()).as(select).isInstanceOfSatisfying(Select.class, statement -> {
                assertThat(statement.into()).isEmpty();
                assertThat(relations(statement.query())).containsExactly("t");
            });
            assertThat(names(read.into())).as(select).containsExactly("x", "r.y");
        }
        var insert = only(ProceduralStatement.Sql.class, "INSERT INTO t VALUES (1) RETURNING id INTO x;");
        assertThat(insert.statement()).isInstanceOf(Insert.class);
        assertThat(names(insert.into())).containsExactly("x");
    }

    @Test
    void readsPerformAsSelect() {
        var perform = only(ProceduralStatement.Sql.class, "PERFORM setval('s', 1) FROM t;");
        assertThat(perform.statement())
                .isInstanceOfSatisfying(
                        Select.class,
                        select -> assertThat(relations(select.query())).containsExactly("t"));
        assertThat(slice(perform.statement())).isEqualTo("PERFORM setval('s', 1) FROM t");
    }

    @Test
    void readsDynamicStatements() {
        for (String execute : List.of(
                "EXECUTE 'SELECT ' || quote_ident(n) INTO STRICT x USING 1, f(2, 3);",
                "EXECUTE 'SELECT ' || quote_ident(n) USING 1, f(2, 3) INTO x;")) {
            var read = only(Execute.class, execute);
            assertThat(slice(read.command())).isEqualTo("'SELECT ' || quote_ident(n)");
            assertThat(names(read.into())).containsExactly("x");
            assertThat(read.using()).extracting(this::slice).containsExactly("1", "f(2, 3)");
        }
        assertThat(only(Execute.class, "RETURN QUERY EXECUTE 'SELECT 1' USING 2;")
                        .using())
                .hasSize(1);
    }

    @Test
    void readsAssignments() {
        assertThat(only("a := b + 1;")).isInstanceOfSatisfying(Assignment.class, read -> {
            assertThat(read.target()).isEqualTo("a");
            assertThat(read.whole()).isTrue();
            assertThat(slice(read.value())).isEqualTo("b + 1");
        });
        assertThat(only(Assignment.class, "NEW.Total = 1;").target()).isEqualTo("new.total");
        assertThat(only(Assignment.class, "exception := 1;").target()).isEqualTo("exception");
        Assignment element = only(Assignment.class, "r.list[i + (1)][2] := 1;");
        assertThat(element.target()).isEqualTo("r.list");
        assertThat(element.whole()).isFalse();
    }

    @Test
    void readsMessages() {
        assertThat(only(Raise.class, "RAISE NOTICE '% %%', f(1, 2) USING HINT = 'h';"))
                .satisfies(raise -> assertThat(raise.fails()).isFalse());
        assertThat(only(Raise.class, "RAISE 'x';").fails()).isTrue();
        assertThat(only(Raise.class, "RAISE;").condition()).isEmpty();
        assertThat(only(Raise.class, "RAISE SQLSTATE '22012';").condition()).contains("22012");
        assertThat(only(Raise.class, "RAISE WARNING unique_violation;").condition())
                .contains("unique_violation");
        assertThat(only(Raise.class, "RAISE USING ERRCODE = '23505', MESSAGE = 'm';")
                        .condition())
                .contains("23505");
    }

    @Test
    void readsTheRest() {
        assertThat(only(Other.class, "GET DIAGNOSTICS a = ROW_COUNT, b.c := PG_CONTEXT;")
                        .targets())
                .containsExactly("a", "b.c");
        assertThat(only(Other.class, "FETCH NEXT FROM c INTO a, b;").targets()).containsExactly("a", "b");
        Other open = only(Other.class, "OPEN c NO SCROLL FOR SELECT * FROM t;");
        assertThat(open.targets()).containsExactly("c");
        assertThat(open.queries())
                .singleElement()
                .satisfies(query -> assertThat(relations(query)).containsExactly("t"));
        assertThat(only(Other.class, "ASSERT (SELECT true FROM t), 'm';").queries())
                .hasSize(2);
        assertThat(only(Return.class, "RETURN (SELECT 1);").value())
                .map(this::slice)
                .contains("(SELECT 1)");
        assertThat(only(Other.class, "RETURN NEXT r;").keywords()).isEqualTo("RETURN NEXT");
        assertThat(only(ProceduralStatement.Sql.class, "RETURN QUERY SELECT 1;").statement())
                .isInstanceOf(Select.class);
    }

    @Test
    void endsStatementsOfSqlWhereTheServerDoes() {
        Block block = block("""
                BEGIN
                  CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
                  CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);
                  DO $x$ BEGIN CREATE TABLE t (); END $x$;
                END
                """);
        assertThat(Programs.problems(block)).isEmpty();
        assertThat(block.body()).hasSize(3);
        assertThat(Programs.all(block))
                .filteredOn(ProceduralStatement.Sql.class::isInstance)
                .extracting(this::slice)
                .contains("SELECT 2", "CREATE TABLE t ()");
    }

    @Test
    void readsOnBehindWhatItCannotRead() {
        Block block = block("BEGIN a := ; foo bar; IF x THEN b := 1 +; NULL; END IF; RETURN; END");
        assertThat(block.body()).hasSize(4);
        assertThat(block.body().get(0)).isInstanceOfSatisfying(Unread.class, unread -> {
            assertThat(unread.problem()).isEqualTo("expected an expression before \";\"");
            assertThat(slice(unread)).isEqualTo("a :=");
            assertThat(sql.substring(unread.problemSpan().start())).startsWith("; foo");
        });
        assertThat(block.body().get(1))
                .isInstanceOfSatisfying(
                        ProceduralStatement.Sql.class,
                        read -> assertThat(read.statement()).isInstanceOf(Unparsed.class));
        assertThat(block.body().get(2))
                .isInstanceOfSatisfying(
                        Choice.class,
                        choice -> assertThat(choice.branches().getFirst().body())
                                .hasExactlyElementsOfTypes(Unread.class, Other.class));
        assertThat(block.body().get(3)).isInstanceOf(Return.class);
    }

    @Test
    void marksWhatIsMissing() {
        assertThat(Programs.problems(block("BEGIN IF a THEN NULL; END; ")))
                .containsExactly("expected END IF before \"END\"");
        assertThat(Programs.problems(block("BEGIN FOR i IN 1..2 LOOP NULL; END IF; END LOOP; END")))
                .containsExactly("expected a statement before \"END\"");
        assertThat(Programs.problems(block("BEGIN IF a THEN LOOP EXIT; END IF; END")))
                .containsExactly("expected END LOOP before \"END\"");
        assertThat(Programs.problems(block("BEGIN NULL;"))).containsExactly("expected END before the end of the code");
        assertThat(Programs.problems(block("BEGIN IF a THEN BEGIN NULL;")))
                .containsExactly("expected END before the end of the code");
        assertThat(Programs.problems(block(""))).containsExactly("expected BEGIN before the end of the code");
        assertThat(Programs.problems(block("BEGIN NULL; END; SELECT 1;")))
                .containsExactly("expected the end of the code before \"SELECT\"");
        assertThat(Programs.problems(block("BEGIN IF CASE WHEN a THEN b END THEN NULL; END IF; END")))
                .isNotEmpty();
    }

    @Test
    void readsNoOtherLanguage() {
        assertThat(Programs.code(Sql.statement("DO $$ import os $$ LANGUAGE plpython3u")))
                .hasValueSatisfying(code -> assertThat(code.program()).isEmpty());
    }
}
