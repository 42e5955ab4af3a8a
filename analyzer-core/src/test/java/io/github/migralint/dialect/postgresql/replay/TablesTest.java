package io.github.migralint.dialect.postgresql.replay;

import static io.github.migralint.dialect.postgresql.replay.Replayed.after;
import static io.github.migralint.dialect.postgresql.replay.Replayed.afterUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the catalog of a server does not show: identities, origins, and what is unknown. */
class TablesTest {
    static QualifiedName name(String name) {
        return QualifiedName.of(new Identifier(name, false, new Span(0, 0)));
    }

    private static Table table(Schema schema, String name) {
        return schema.table(name(name)).orElseThrow();
    }

    @Test
    void identitiesSurviveRenamesAndMoves() {
        SchemaBuilder builder = PostgresqlReplay.emptySchema(true);
        Replayed.apply("CREATE TABLE t (a int PRIMARY KEY, b int); CREATE INDEX ON t (b);", builder);
        Table before = table(builder.now(), "t");
        Replayed.apply("""
                ALTER TABLE t RENAME TO u;
                ALTER TABLE u RENAME COLUMN b TO c;
                CREATE SCHEMA s;
                ALTER TABLE u SET SCHEMA s;
                SET search_path = s;
                """, builder);
        Table after = table(builder.now(), "u");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.column("c").orElseThrow().id())
                .isEqualTo(before.column("b").orElseThrow().id());
        assertThat(builder.now().indexesOf(after.id()))
                .allMatch(index -> index.name().schema().equals("s"));
    }

    @Test
    void aDroppedTableIsAbsentOnlyInACompleteHistory() {
        assertThat(after("CREATE TABLE t (a int); DROP TABLE t;").relation(name("t")))
                .isInstanceOf(Lookup.Absent.class);
        assertThat(after("").relation(name("t"))).isInstanceOf(Lookup.Absent.class);
        assertThat(afterUnknown("").relation(name("t"))).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void schemasThatAHistoryNeverMadeAreUnknown() {
        Schema schema = after("CREATE TABLE t (a int);");
        var authUsers = new QualifiedName(
                List.of(new Identifier("auth", false, new Span(0, 0)), new Identifier("users", false, new Span(0, 0))),
                new Span(0, 0));
        assertThat(schema.relation(authUsers)).isInstanceOf(Lookup.Unknown.class);
    }

    @Test
    void whatIsSaidOfAnUnknownTableIsRememberedAsAPart() {
        Schema schema = afterUnknown("""
                ALTER TABLE users ADD COLUMN age int;
                ALTER TABLE users ADD CONSTRAINT age_there CHECK (age IS NOT NULL) NOT VALID;
                ALTER TABLE users VALIDATE CONSTRAINT age_there;
                """);
        Table users = table(schema, "users");
        assertThat(users.complete()).isFalse();
        assertThat(users.origin()).isEqualTo(Origin.BEFORE_HISTORY);
        assertThat(users.columns()).extracting(Column::name).containsExactly("age");
        assertThat(users.constraint("age_there").orElseThrow().validated()).isTrue();
    }

    @Test
    void columnsOfAnUnknownTableThatAreOnlyNamedHaveNoType() {
        Table users = table(afterUnknown("ALTER TABLE users ALTER COLUMN email SET NOT NULL;"), "users");
        assertThat(users.column("email").orElseThrow().type()).isEmpty();
        assertThat(users.column("email").orElseThrow().notNull()).isTrue();
    }

    @Test
    void createIfNotExistsKeepsWhatIsThere() {
        Schema schema = after("CREATE TABLE t (a int); CREATE TABLE IF NOT EXISTS t (b int);");
        assertThat(table(schema, "t").columns()).extracting(Column::name).containsExactly("a");
    }

    @Test
    void createIfNotExistsOfAnUnknownTableMayHaveFoundAnother() {
        assertThat(table(afterUnknown("CREATE TABLE IF NOT EXISTS t (a int);"), "t")
                        .complete())
                .isFalse();
        assertThat(table(after("CREATE TABLE IF NOT EXISTS t (a int);"), "t").complete())
                .isTrue();
    }

    @Test
    void statementsInWithAndExplainedOnesFillATable() {
        String made = "CREATE TABLE t (a int); CREATE TABLE u (a int); ";
        assertThat(table(after(made + "WITH new AS (INSERT INTO t VALUES (1) RETURNING a) SELECT a FROM new;"), "t")
                        .filled())
                .isTrue();
        assertThat(table(after(made + "EXPLAIN (ANALYZE, BUFFERS) INSERT INTO t VALUES (1);"), "t")
                        .filled())
                .isTrue();
        assertThat(table(after(made + "EXPLAIN (ANALYZE off) INSERT INTO t VALUES (1);"), "t")
                        .filled())
                .isFalse();
        assertThat(table(after(made + "COPY (INSERT INTO t VALUES (1) RETURNING a) TO STDOUT;"), "t")
                        .filled())
                .isTrue();
    }

    @Test
    void rowsOfTheHistoryFillATable() {
        assertThat(table(after("CREATE TABLE t (a int); INSERT INTO t VALUES (1);"), "t")
                        .filled())
                .isTrue();
        assertThat(table(after("CREATE TABLE t (a int); INSERT INTO t VALUES (1); TRUNCATE t;"), "t")
                        .filled())
                .isFalse();
    }

    @Test
    void foreignKeysKnowBothEnds() {
        Schema schema = after("CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES r);");
        Table referenced = table(schema, "r");
        Constraint key = table(schema, "t").constraint("t_a_fkey").orElseThrow();
        assertThat(key.foreignKey().orElseThrow().table()).contains(referenced.id());
        assertThat(key.foreignKey().orElseThrow().columns())
                .containsExactly(referenced.column("id").orElseThrow().id());
        assertThat(schema.referencing(referenced.id()))
                .extracting(t -> t.name().name())
                .containsExactly("t");
    }

    @Test
    void constraintsThatReferToTheColumnGoWithIt() {
        Schema schema = after("""
                CREATE TABLE r (id int PRIMARY KEY);
                CREATE TABLE t (a int REFERENCES r);
                ALTER TABLE r DROP COLUMN id CASCADE;
                """);
        assertThat(table(schema, "t").constraints()).isEmpty();
    }

    @Test
    void viewsKnowWhatTheyRead() {
        Schema schema = after("""
                CREATE TABLE t (a int, b int);
                CREATE VIEW named AS SELECT x.a FROM t x;
                CREATE VIEW starred AS SELECT * FROM t;
                """);
        Table t = table(schema, "t");
        assertThat(schema.viewsOn(t.id())).extracting(v -> v.name().name()).containsExactly("named", "starred");
        View named = (View) schema.relation(name("named")).found().orElseThrow();
        assertThat(named.readsColumns())
                .containsExactly(t.column("a").orElseThrow().id());
        View starred = (View) schema.relation(name("starred")).found().orElseThrow();
        assertThat(starred.readsColumns()).hasSize(2);
    }

    @Test
    void aTableFromAQueryThatDoesNotTellItsColumnsIsIncomplete() {
        assertThat(table(after("CREATE TABLE t AS SELECT * FROM json_to_recordset('[]');"), "t")
                        .complete())
                .isFalse();
        assertThat(table(after("CREATE TABLE t AS SELECT 1 AS a, now();"), "t").columns())
                .extracting(Column::name)
                .containsExactly("a", "now");
    }

    @Test
    void tablesUsingATypeAreFoundThroughDomains() {
        Schema schema = after("""
                CREATE TYPE mood AS ENUM ('ok');
                CREATE DOMAIN good AS mood;
                CREATE TABLE t (m mood[]);
                CREATE TABLE u (g good);
                """);
        var mood = schema.type(name("mood")).found().orElseThrow();
        assertThat(schema.tablesUsing(mood.id()))
                .extracting(t -> t.name().name())
                .containsExactly("t", "u");
    }
}
