package io.github.migralint.dialect.postgresql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the code of a routine names, and what that means for those who drop it. */
class RoutineDependenceTest {
    private static final String TABLES = "CREATE TABLE t (a int, b int); CREATE TABLE u (a int);";

    private static Routine routine(String sql) {
        Schema schema = Replayed.after(sql);
        return schema.routines().getLast();
    }

    private static List<String> names(List<QualifiedName> names) {
        return names.stream().map(QualifiedName::toString).toList();
    }

    @Test
    void codeNamesWhatAnyOfItsBranchesNames() {
        Routine routine = routine("""
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE n int := (SELECT count(*) FROM declared);
                BEGIN
                  IF EXISTS (SELECT 1 FROM guard) THEN
                    INSERT INTO log SELECT * FROM source;
                  ELSE
                    FOR r IN UPDATE looped SET a = 1 RETURNING a LOOP
                      PERFORM called(r.a) FROM performed;
                    END LOOP;
                  END IF;
                  WITH cte AS (SELECT 1) SELECT 1 INTO n FROM cte, joined;
                  EXECUTE 'DELETE FROM dynamic';
                  CALL shop.procedure(1);
                  RETURN NEW;
                EXCEPTION WHEN OTHERS THEN
                  MERGE INTO merged USING merging ON true WHEN MATCHED THEN DELETE;
                END $$;
                """);
        assertThat(names(routine.mentions()))
                .containsExactlyInAnyOrder(
                        "declared",
                        "guard",
                        "log",
                        "source",
                        "looped",
                        "performed",
                        "joined",
                        "dynamic",
                        "merged",
                        "merging");
        assertThat(names(routine.writes())).containsExactlyInAnyOrder("log", "looped", "merged");
        assertThat(names(routine.calls())).contains("called", "shop.procedure");
        assertThat(routine.reads()).isEmpty();
    }

    @Test
    void wordsInTextsNameNothing() {
        Routine routine = routine("""
                CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
                BEGIN
                  RAISE NOTICE 'insert into nothing from nowhere'; -- update never
                END $$;
                """);
        assertThat(routine.mentions()).isEmpty();
        assertThat(routine.writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM t; END | DROP TABLE t | 2BP01",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM t; END | DROP TABLE u | ''",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM t; END | DROP TABLE t CASCADE | ''",
                "CREATE FUNCTION f() RETURNS int RETURN (SELECT max(a) FROM t) | DROP TABLE t | 2BP01",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT a FROM t' | DROP TABLE t | ''",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM t; END | ALTER TABLE t DROP a | 2BP01",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM t; END | ALTER TABLE t DROP b | ''",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM t; END"
                        + " | ALTER TABLE t ALTER a TYPE bigint | 0A000",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT a FROM t; END"
                        + " | ALTER TABLE t ALTER b TYPE bigint | ''",
                "CREATE FUNCTION g() RETURNS int RETURN 1; CREATE FUNCTION f() RETURNS int RETURN g()"
                        + " | DROP FUNCTION g() | 2BP01",
                "CREATE FUNCTION g() RETURNS int RETURN 1; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT g()'"
                        + " | DROP FUNCTION g() | ''",
            })
    void bodiesThatAreNoStringsBlockDrops(String before, String drop, String sqlState) {
        assertThat(failure(TABLES + before, drop)).isEqualTo(sqlState);
    }

    @Test
    void cascadeTakesTheFunctionsAlong() {
        String functions = TABLES
                + "CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT a FROM t; END;"
                + "CREATE FUNCTION f() RETURNS int RETURN g();";
        assertThat(Replayed.after(functions + "DROP TABLE t CASCADE").routines())
                .isEmpty();
        assertThat(Replayed.after(functions + "ALTER TABLE t DROP a CASCADE").routines())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | LANGUAGE sql AS 'SELECT a FROM t' | ''",
                "'' | LANGUAGE sql AS 'SELECT a FROM nosuch' | 42P01",
                "'' | LANGUAGE sql AS 'WITH nosuch AS (SELECT 1) SELECT 1 FROM nosuch' | ''",
                "'' | LANGUAGE sql AS 'INSERT INTO nosuch VALUES (1); SELECT 1' | 42P01",
                "'' | LANGUAGE sql AS 'INSERT INTO t (zzz) VALUES (1); SELECT 1' | 42703",
                "'' | LANGUAGE sql AS 'UPDATE nosuch SET a = 1; SELECT 1' | 42P01",
                "'' | LANGUAGE sql AS 'CREATE TABLE made (a int); SELECT a FROM made' | 42P01",
                "'' | LANGUAGE sql AS 'ALTER TABLE nosuch ADD b int; SELECT 1' | ''",
                "'' | LANGUAGE sql SET search_path = elsewhere AS 'SELECT a FROM nosuch' | ''",
                "'' | BEGIN ATOMIC SELECT a FROM nosuch; END | 42P01",
                "'' | RETURN (SELECT a FROM nosuch) | 42P01",
                "'' | LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT a FROM nosuch); END' | ''",
                "SET check_function_bodies = off; | LANGUAGE sql AS 'SELECT a FROM nosuch' | ''",
                "SET check_function_bodies = false; | BEGIN ATOMIC SELECT a FROM nosuch; END | 42P01",
            })
    void bodiesInSqlAreCheckedWhenTheyAreMade(String before, String body, String sqlState) {
        assertThat(failure(TABLES + before, "CREATE FUNCTION f() RETURNS int " + body))
                .isEqualTo(sqlState);
    }

    private static String failure(String before, String sql) {
        var replay = Replayed.replay(ReleaseMode.TOGETHER);
        var migration = Replayed.migration(0, "V1__test.sql", before + ";" + sql, TransactionMode.NONE);
        Step last = replay.steps(migration).getLast();
        return last.effects().failure().map(Effect.Fails::sqlState).orElse("");
    }
}
