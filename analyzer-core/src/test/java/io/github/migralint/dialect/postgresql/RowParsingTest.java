package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Copy;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.Reindex;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Update;
import io.github.migralint.ast.Vacuum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that read and change rows, transactions, settings and upkeep. */
final class RowParsingTest {
    @Test
    void readsUpdates() {
        Update update = Sql.statement(
                Update.class,
                "WITH w AS (SELECT * FROM a) UPDATE ONLY s.t AS x SET b = 1, c[1] = 2, (d, e) = (SELECT 1, 2 FROM f)"
                        + " FROM w JOIN g ON true WHERE x.id = g.id AND x.a NOT IN (SELECT 1 FROM h) RETURNING *");
        assertThat(update.table()).hasToString("s.t");
        assertThat(update.only()).isTrue();
        assertThat(update.columns()).hasToString("[b, c, d, e]");
        assertThat(update.where()).isPresent();
        assertThat(update.query().relations()).hasToString("[a, f, g, h]");
        assertThat(Sql.statement(Update.class, "UPDATE t SET a = DEFAULT").where())
                .isEmpty();
    }

    @Test
    void readsDeletes() {
        Delete delete = Sql.statement(Delete.class, "DELETE FROM t USING u, (SELECT * FROM v) w WHERE t.a = u.a");
        assertThat(delete.where().orElseThrow().normalized()).isEqualTo("t . a = u . a");
        assertThat(delete.query().relations()).hasToString("[u, v]");
        assertThat(Sql.statement(Delete.class, "DELETE FROM t").where()).isEmpty();
    }

    @Test
    void readsInserts() {
        Insert values = Sql.statement(
                Insert.class,
                "INSERT INTO t (a, b[1]) VALUES (1, 2), (3, 4) ON CONFLICT (a) DO UPDATE SET b = excluded.b WHERE t.a > 1");
        assertThat(values.columns()).hasToString("[a, b]");
        assertThat(values.rows()).isEqualTo(2);
        assertThat(values.onConflict()).isTrue();
        Insert query = Sql.statement(Insert.class, "INSERT INTO t (SELECT * FROM u)");
        assertThat(query.source()).isEqualTo(Insert.Source.QUERY);
        assertThat(query.query().relations()).hasToString("[u]");
        assertThat(Sql.statement(Insert.class, "INSERT INTO t DEFAULT VALUES").source())
                .isEqualTo(Insert.Source.DEFAULT_VALUES);
    }

    @Test
    void readsMerges() {
        Merge merge = Sql.statement(
                Merge.class,
                "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED AND t.b THEN UPDATE SET a = 1"
                        + " WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (1)"
                        + " WHEN MATCHED THEN DO NOTHING");
        assertThat(merge.actions()).containsExactly("UPDATE", "DELETE", "INSERT", "DO NOTHING");
        assertThat(merge.query().relations()).hasToString("[s]");
    }

    @Test
    void readsQueries() {
        Select calls = Sql.statement(Select.class, "SELECT pg_catalog.setval('s', max(1), true), now()");
        assertThat(calls.calls())
                .extracting(call -> call.function().toString())
                .containsExactly("pg_catalog.setval", "now");
        assertThat(calls.calls().get(0).arguments()).hasSize(3);
        assertThat(Sql.statement(Select.class, "SELECT f(1) + 1").calls()).isEmpty();
        assertThat(Sql.statement(Select.class, "SELECT * INTO TEMP TABLE s.x FROM y")
                        .into())
                .hasToString("Optional[s.x]");
        assertThat(Sql.statement(Select.class, "SELECT * FROM t FOR NO KEY UPDATE")
                        .rowLock())
                .contains("FOR NO KEY UPDATE");
        assertThat(Sql.statement(Select.class, "TABLE s.t").query().relations()).hasToString("[s.t]");
    }

    @Test
    void keepsRecursiveNamesOutOfTheRelations() {
        Select select = Sql.statement(
                Select.class, "WITH RECURSIVE r (n) AS (SELECT 1 FROM a UNION ALL SELECT n FROM r) SELECT * FROM r, b");
        assertThat(select.query().relations()).hasToString("[a, b]");
    }

    @Test
    void readsLocksAndCopies() {
        LockTable lock = Sql.statement(LockTable.class, "LOCK TABLE a, ONLY s.b IN SHARE ROW EXCLUSIVE MODE NOWAIT");
        assertThat(lock.mode()).isEqualTo("SHARE ROW EXCLUSIVE");
        assertThat(lock.tables()).hasToString("[a, s.b]");
        assertThat(Sql.statement(LockTable.class, "LOCK t").mode()).isEqualTo("ACCESS EXCLUSIVE");
        Copy copy = Sql.statement(Copy.class, "COPY t (a, b) FROM STDIN WITH (FORMAT csv);\n1,2\n\\.\n");
        assertThat(copy.standardStream()).isTrue();
        assertThat(copy.data().length()).isEqualTo("1,2\n".length());
        assertThat(Sql.statement(Copy.class, "COPY (SELECT 1) TO PROGRAM 'gzip'")
                        .program())
                .isTrue();
        assertThat(Sql.statement(Truncate.class, "TRUNCATE a, b RESTART IDENTITY CASCADE"))
                .matches(truncate -> truncate.cascade()
                        && truncate.restartIdentity()
                        && truncate.tables().size() == 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BEGIN ISOLATION LEVEL SERIALIZABLE, READ ONLY | BEGIN | ''",
                "START TRANSACTION | BEGIN | ''",
                "END WORK | COMMIT | ''",
                "ABORT | ROLLBACK | ''",
                "SAVEPOINT a | SAVEPOINT | a",
                "RELEASE a | RELEASE | a",
                "ROLLBACK TO SAVEPOINT a | ROLLBACK_TO | a",
                "ROLLBACK WORK TO a | ROLLBACK_TO | a",
                "PREPARE TRANSACTION 'x' | PREPARE | x",
                "COMMIT PREPARED 'x' | COMMIT_PREPARED | x",
            })
    void readsTransactions(String sql, TransactionControl.Action action, String name) {
        TransactionControl control = Sql.statement(TransactionControl.class, sql);
        assertThat(control.action()).isEqualTo(action);
        assertThat(control.savepoint().map(Object::toString).orElse("")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET lock_timeout = '5s' | SESSION | lock_timeout | 5s",
                "SET LOCAL statement_timeout TO 0 | LOCAL | statement_timeout | 0",
                "SET search_path TO a, \"B\" | SESSION | search_path | a, B",
                "SET SCHEMA 'x' | SESSION | search_path | x",
                "SET TIME ZONE 'utc' | SESSION | timezone | utc",
                "SET LOCAL ROLE x | LOCAL | role | x",
                "SET SESSION AUTHORIZATION x | SESSION | session_authorization | x",
                "SET NAMES 'utf8' | SESSION | client_encoding | utf8",
                "SET a.b = on | SESSION | a.b | on",
                "SET x TO DEFAULT | SESSION | x | ''",
                "RESET ALL | SESSION | all | ''",
                "SET TRANSACTION READ ONLY | TRANSACTION | transaction | READ ONLY",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY | TRANSACTION | transaction | READ ONLY",
            })
    void readsSettings(String sql, SetVariable.Scope scope, String name, String value) {
        SetVariable set = Sql.statement(SetVariable.class, sql);
        assertThat(set.scope()).isEqualTo(scope);
        assertThat(set.name()).isEqualTo(name);
        assertThat(set.value().orElse("")).isEqualTo(value);
    }

    @Test
    void readsUpkeep() {
        Vacuum vacuum = Sql.statement(Vacuum.class, "VACUUM FULL ANALYZE s.t (a), u");
        assertThat(vacuum.options()).extracting(option -> option.name()).containsExactly("full", "analyze");
        assertThat(vacuum.tables()).hasToString("[s.t, u]");
        assertThat(Sql.statement(Vacuum.class, "ANALYZE (VERBOSE, SKIP_LOCKED) t")
                        .vacuum())
                .isFalse();
        Reindex reindex = Sql.statement(Reindex.class, "REINDEX (CONCURRENTLY) TABLE t");
        assertThat(reindex.concurrently()).isTrue();
        assertThat(Sql.statement(Reindex.class, "REINDEX INDEX CONCURRENTLY i").target())
                .isEqualTo(Reindex.Target.INDEX);
    }

    @Test
    void takesPlaceholdersForNames() {
        Update update = Sql.statement(Update.class, "UPDATE ${schema}.t SET a = ${value}");
        assertThat(update.table()).hasToString("${schema}.t");
    }

    @Test
    void foldsOnlyUnquotedAsciiLetters() {
        Truncate truncate = Sql.statement(Truncate.class, "TRUNCATE Orders, \"Orders\", Ümläut, U&\"\\0041b\"");
        assertThat(truncate.tables()).hasToString("[orders, Orders, Ümläut, Ab]");
    }

    @Test
    void tellsWhatWithChanges() {
        Update update = Sql.statement(
                Update.class,
                "WITH moved AS (DELETE FROM ONLY a USING b WHERE true RETURNING *),"
                        + " kept AS (INSERT INTO s.c SELECT * FROM moved RETURNING *)"
                        + " UPDATE d SET x = 1 FROM kept");
        assertThat(update.query().writes()).hasToString("[a, s.c]");
        assertThat(update.query().relations()).hasToString("[a, b]");
        assertThat(Sql.statement(Update.class, "UPDATE d SET x = (SELECT 1 FROM e)")
                        .query()
                        .writes())
                .isEmpty();
    }
}
