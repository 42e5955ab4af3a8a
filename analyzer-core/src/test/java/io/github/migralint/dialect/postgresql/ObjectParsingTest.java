package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.Comment;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Volatility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indexes, types, routines, triggers, rights and the objects that DROP and COMMENT name. */
final class ObjectParsingTest {
    @Test
    void readsIndexes() {
        CreateIndex index = Sql.statement(
                CreateIndex.class,
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY s.t USING gin (a DESC, lower(b) COLLATE \"C\""
                        + " text_ops, (c || d)) INCLUDE (e) NULLS NOT DISTINCT WITH (fillfactor = 70) TABLESPACE x"
                        + " WHERE a IS NOT NULL AND b IN (1, 2)");
        assertThat(index.name()).hasToString("Optional[i]");
        assertThat(index.table()).hasToString("s.t");
        assertThat(index.method()).isEqualTo("gin");
        assertThat(index.unique() && index.concurrently() && index.ifNotExists() && index.only())
                .isTrue();
        assertThat(index.nullsNotDistinct()).isTrue();
        assertThat(index.elements()).hasSize(3);
        assertThat(index.elements().get(0).column()).hasToString("Optional[a]");
        assertThat(index.elements().get(0).descending()).isTrue();
        assertThat(index.elements().get(1).expression().orElseThrow().normalized())
                .isEqualTo("lower ( b )");
        assertThat(index.elements().get(1).operatorClass()).hasToString("Optional[text_ops]");
        assertThat(index.include()).hasToString("[e]");
        assertThat(index.tablespace()).hasToString("Optional[x]");
        assertThat(index.where().orElseThrow().normalized()).isEqualTo("a IS NOT NULL AND b IN ( 1 , 2 )");
        assertThat(Sql.statement(CreateIndex.class, "CREATE INDEX ON t (a)").name())
                .isEmpty();
    }

    @Test
    void readsViewsWithWhatTheyRead() {
        CreateView view = Sql.statement(
                CreateView.class,
                "CREATE OR REPLACE VIEW v (a) WITH (security_invoker) AS WITH x AS (SELECT * FROM x), y AS (SELECT 1)"
                        + " SELECT extract(year FROM d) FROM x JOIN s.z USING (id), y, LATERAL (SELECT 1 FROM \"W\") w,"
                        + " generate_series(1, 2) WHERE NOT EXISTS (SELECT FROM q) AND a IS DISTINCT FROM b"
                        + " WITH CHECK OPTION");
        assertThat(view.replace()).isTrue();
        assertThat(view.query().relations()).hasToString("[x, s.z, W, q]");
    }

    @Test
    void readsSequences() {
        CreateSequence sequence = Sql.statement(
                CreateSequence.class, "CREATE SEQUENCE s AS bigint START WITH -5 NO CYCLE OWNED BY shop.orders.id");
        assertThat(sequence.options().ownedBy()).hasToString("Optional[shop.orders.id]");
        assertThat(sequence.options().options())
                .extracting(option -> option.name() + "=" + option.value().orElse(""))
                .containsExactly("as=int8", "start=-5", "no cycle=", "owned by=shop.orders.id");
    }

    @Test
    void readsTypesAndDomains() {
        assertThat(Sql.statement(CreateEnum.class, "CREATE TYPE s.e AS ENUM ('a', E'b\\n', 'it''s')")
                        .labels())
                .containsExactly("a", "b\n", "it's");
        AlterEnum added = Sql.statement(AlterEnum.class, "ALTER TYPE e ADD VALUE IF NOT EXISTS 'x' AFTER 'y'");
        assertThat(added.after()).contains("y");
        AlterEnum renamed = Sql.statement(AlterEnum.class, "ALTER TYPE e RENAME VALUE 'a' TO 'b'");
        assertThat(renamed.oldLabel()).contains("a");
        CreateDomain domain = Sql.statement(
                CreateDomain.class, "CREATE DOMAIN d AS text DEFAULT 'x' CONSTRAINT c NOT NULL CHECK (VALUE ~ '^x')");
        assertThat(domain.constraints()).hasSize(3);
        AlterDomain altered =
                Sql.statement(AlterDomain.class, "ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID");
        assertThat(altered.action()).isEqualTo(AlterDomain.Action.ADD_CHECK);
        assertThat(altered.notValid()).isTrue();
        assertThat(Sql.statement(Rename.class, "ALTER TYPE c RENAME ATTRIBUTE a TO b")
                        .kind())
                .isEqualTo(ObjectKind.ATTRIBUTE);
    }

    @Test
    void readsFunctions() {
        String sql = "CREATE OR REPLACE FUNCTION s.f(a int, OUT b text, INOUT c numeric(10,2) = 5, VARIADIC d text[],"
                + " timestamp with time zone DEFAULT now()) RETURNS SETOF record LANGUAGE PLpgSQL STABLE"
                + " SECURITY DEFINER SET search_path = a, b AS $body$begin end$body$";
        CreateFunction function = Sql.statement(CreateFunction.class, sql);
        assertThat(function.name()).hasToString("s.f");
        assertThat(function.argumentTypes()).hasToString("[int4, numeric(10,2), text[], timestamptz]");
        assertThat(function.returnType()).hasToString("Optional[setof record]");
        assertThat(function.language()).isEqualTo("plpgsql");
        assertThat(function.volatility()).isEqualTo(Volatility.STABLE);
        assertThat(function.securityDefiner()).isTrue();
        assertThat(function.settings().get(0).name()).isEqualTo("search_path");
        var body = function.body().orElseThrow();
        assertThat(body.text()).isEqualTo("begin end");
        assertThat(body.verbatim()).isTrue();
        assertThat(sql.substring(body.contents().start(), body.contents().end()))
                .isEqualTo("begin end");
    }

    @Test
    void readsBodiesInSql() {
        CreateFunction atomic = Sql.statement(
                CreateFunction.class,
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END FROM t; SELECT 2; END");
        assertThat(atomic.body().orElseThrow().tokens()).hasSizeGreaterThan(10);
        CreateFunction returning =
                Sql.statement(CreateFunction.class, "CREATE FUNCTION f(a int) RETURNS int RETURN a + 1");
        assertThat(returning.body().orElseThrow().tokens()).hasSize(3);
        assertThat(returning.language()).isEqualTo("sql");
    }

    @Test
    void resolvesEscapesInBodies() {
        DoBlock block = Sql.statement(DoBlock.class, "DO LANGUAGE plpgsql 'begin perform ''x''; end'");
        assertThat(block.body().text()).isEqualTo("begin perform 'x'; end");
        assertThat(block.body().verbatim()).isFalse();
    }

    @Test
    void readsTriggersAndPolicies() {
        CreateTrigger trigger = Sql.statement(
                CreateTrigger.class,
                "CREATE CONSTRAINT TRIGGER tr AFTER INSERT OR UPDATE OF a, b ON s.t FROM u DEFERRABLE"
                        + " FOR EACH ROW WHEN (NEW.a IS DISTINCT FROM OLD.a) EXECUTE FUNCTION s.f('x')");
        assertThat(trigger.events()).containsExactly("INSERT", "UPDATE");
        assertThat(trigger.updateColumns()).hasToString("[a, b]");
        assertThat(trigger.referenced()).hasToString("Optional[u]");
        assertThat(trigger.function()).hasToString("s.f");
        assertThat(trigger.forEachRow()).isTrue();
        CreatePolicy policy = Sql.statement(
                CreatePolicy.class,
                "CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO a, PUBLIC USING (x) WITH CHECK (y)");
        assertThat(policy.permissive()).isFalse();
        assertThat(policy.command()).isEqualTo("UPDATE");
        assertThat(policy.roles()).containsExactly("a", "public");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DROP TABLE IF EXISTS a, s.b CASCADE | TABLE | a s.b",
                "DROP MATERIALIZED VIEW m | MATERIALIZED_VIEW | m",
                "DROP TRIGGER t ON s.x | TRIGGER | s.x.t",
                "DROP FUNCTION f(int, OUT text), g | FUNCTION | f g",
                "DROP OPERATOR s.@@ (NONE, int) | OPERATOR | s.@@",
                "DROP USER a, b | ROLE | a b",
                "DROP FOREIGN DATA WRAPPER w | FOREIGN_DATA_WRAPPER | w",
                "DROP TEXT SEARCH CONFIGURATION c | TEXT_SEARCH_CONFIGURATION | c",
                "DROP CAST (int AS s.t) | CAST | int4",
                "DROP USER MAPPING FOR x SERVER s | USER_MAPPING | x",
            })
    void readsWhatIsDropped(String sql, ObjectKind kind, String names) {
        DropObject drop = Sql.statement(DropObject.class, sql);
        assertThat(drop.kind()).isEqualTo(kind);
        assertThat(drop.objects()).extracting(ObjectParsingTest::words).containsExactly(names.split(" "));
    }

    private static String words(ObjectReference object) {
        return object.on().map(on -> on + ".").orElse("") + object.name();
    }

    @Test
    void readsArgumentTypesOfRoutines() {
        DropObject drop = Sql.statement(DropObject.class, "DROP FUNCTION f(a int, OUT text, double precision), g, h()");
        assertThat(drop.objects().get(0).arguments().orElseThrow()).hasToString("[int4, float8]");
        assertThat(drop.objects().get(1).arguments()).isEmpty();
        assertThat(drop.objects().get(2).arguments().orElseThrow()).isEmpty();
    }

    @Test
    void readsComments() {
        Comment comment = Sql.statement(Comment.class, "COMMENT ON CONSTRAINT c ON DOMAIN d IS 'x'");
        assertThat(comment.kind()).isEqualTo(ObjectKind.DOMAIN_CONSTRAINT);
        assertThat(comment.text()).contains("x");
        assertThat(Sql.statement(Comment.class, "COMMENT ON COLUMN s.t.c IS NULL")
                        .text())
                .isEmpty();
    }

    @Test
    void readsRights() {
        Grant grant = Sql.statement(Grant.class, "GRANT SELECT, UPDATE (a) ON ALL TABLES IN SCHEMA s TO x, PUBLIC");
        assertThat(grant.allInSchema()).isTrue();
        assertThat(grant.kind()).contains(ObjectKind.TABLE);
        assertThat(grant.privileges()).containsExactly("SELECT", "UPDATE");
        assertThat(grant.grantees()).containsExactly("x", "public");
        Grant role = Sql.statement(Grant.class, "REVOKE ADMIN OPTION FOR a FROM b");
        assertThat(role.kind()).isEmpty();
        assertThat(role.objects().get(0).name()).hasToString("a");
    }

    @Test
    void readsStatementsInsideOfASchema() {
        CreateSchema schema = Sql.statement(
                CreateSchema.class,
                "CREATE SCHEMA s CREATE TABLE t (a int) CREATE VIEW v AS SELECT 1 GRANT SELECT ON t TO x");
        assertThat(schema.elements()).hasSize(3);
        assertThat(schema.elements().get(0)).isInstanceOf(CreateTable.class);
        assertThat(schema.elements().get(1)).isInstanceOf(CreateView.class);
    }

    @Test
    void namesTheObjectsOfRareStatements() {
        OtherStatement rare =
                Sql.statement(OtherStatement.class, "CREATE AGGREGATE s.agg (int) (SFUNC = f, STYPE = int)");
        assertThat(rare.kind()).isEqualTo("DefineStmt");
        assertThat(rare.objectKind()).contains(ObjectKind.AGGREGATE);
        assertThat(rare.objects().get(0).name()).hasToString("s.agg");
    }
}
