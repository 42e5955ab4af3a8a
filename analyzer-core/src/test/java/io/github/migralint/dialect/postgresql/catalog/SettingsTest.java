package io.github.migralint.dialect.postgresql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Before each statement of a script the timeouts in force are those of a server that runs the same script. */
class SettingsTest {
    private static final List<String> TIMEOUTS =
            List.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout");

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    static Stream<Arguments> scripts() {
        List<String> texts = List.of(
                "SET lock_timeout = '5s'; SET LOCAL lock_timeout = 1000; RESET lock_timeout; SELECT 1",
                "SET lock_timeout = 5000; SET statement_timeout TO '1min'; RESET ALL; SELECT 1",
                "SET SESSION \"Lock_Timeout\" = '2s'; SET lock_timeout TO DEFAULT; SELECT 1",
                "SELECT set_config('lock_timeout', '3s', true); SELECT set_config('lock_timeout', '4s', false); SELECT 1",
                "SET lock_timeout = '4s'; SELECT set_config('lock_timeout', NULL, false); SELECT 1",
                "SET lock_timeout = '1s'; SET LOCAL lock_timeout TO DEFAULT; SELECT 1",
                "SET LOCAL lock_timeout = '2s'; SET lock_timeout = '3s'; SELECT 1",
                "DO $$ BEGIN SET LOCAL lock_timeout = '6s'; SET statement_timeout = '11s'; END $$; SELECT 1",
                "DO $$ BEGIN BEGIN SET LOCAL lock_timeout = '6s'; PERFORM set_config('statement_timeout', '8s', false);"
                        + " RAISE EXCEPTION 'no'; EXCEPTION WHEN OTHERS THEN NULL; END; END $$; SELECT 1",
                "DO $$ BEGIN BEGIN SET LOCAL lock_timeout = '6s'; EXCEPTION WHEN OTHERS THEN NULL; END; END $$; SELECT 1",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET lock_timeout = '77s' AS 'SELECT 1'; SELECT f(); SELECT 1",
                "SET idle_in_transaction_session_timeout = '1h'; SELECT 1");
        List<String> framed = List.of(
                "BEGIN; SET lock_timeout = '1s'; ROLLBACK; SELECT 1",
                "BEGIN; SET lock_timeout = '1s'; SET LOCAL lock_timeout = '2s'; COMMIT; SELECT 1",
                "BEGIN; SET LOCAL lock_timeout = '9s'; RESET lock_timeout; COMMIT; SELECT 1",
                "SET lock_timeout = '3s'; BEGIN; RESET ALL; ROLLBACK; SELECT 1",
                "BEGIN; SET lock_timeout = '4s'; SAVEPOINT a; SET LOCAL lock_timeout = '5s'; SET statement_timeout = '7s';"
                        + " ROLLBACK TO a; SELECT 1; COMMIT; SELECT 1",
                "BEGIN; SAVEPOINT a; SET LOCAL lock_timeout = '5s'; RELEASE a; SELECT 1; COMMIT; SELECT 1",
                "BEGIN; SET LOCAL lock_timeout = '2s'; SET statement_timeout = '2s'; COMMIT AND CHAIN; SELECT 1;"
                        + " ROLLBACK; SELECT 1",
                "BEGIN; SET lock_timeout = '2s'; ROLLBACK AND CHAIN; SELECT 1; COMMIT; SELECT 1",
                "BEGIN; SET LOCAL lock_timeout = '2s'; BEGIN; SELECT 1; COMMIT; SELECT 1",
                "SET lock_timeout = '2s'; COMMIT; SET LOCAL lock_timeout = '3s'; SELECT 1; ROLLBACK; SELECT 1");
        return Stream.of(TransactionMode.NONE, TransactionMode.WRAPPED, TransactionMode.IMPLICIT)
                .flatMap(mode -> Stream.concat(texts.stream(), framed.stream()).map(text -> Arguments.of(mode, text)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void areThoseOfTheServer(TransactionMode mode, String sql) throws SQLException {
        Migration migration = Replayed.migration(0, "V1__settings.sql", sql, mode);
        List<List<Long>> ours = Replayed.replay(ReleaseMode.TOGETHER).steps(migration).stream()
                .map(SettingsTest::inForce)
                .toList();
        assertThat(ours).isEqualTo(onServer(migration, mode));
    }

    private static List<Long> inForce(Step step) {
        return TIMEOUTS.stream()
                .map(name ->
                        step.transaction().timeout(name).map(Duration::toMillis).orElse(0L))
                .toList();
    }

    private static List<List<Long>> onServer(Migration migration, TransactionMode mode) throws SQLException {
        server.createDatabase("settings");
        try (Connection connection = server.connectSimply("settings");
                var run = connection.createStatement()) {
            run.setEscapeProcessing(false);
            if (mode == TransactionMode.WRAPPED) {
                run.execute("BEGIN");
            }
            var seen = new ArrayList<List<Long>>();
            if (mode == TransactionMode.IMPLICIT) {
                var all = new StringBuilder();
                for (Statement statement : migration.statements()) {
                    all.append(probe())
                            .append(';')
                            .append(text(migration, statement))
                            .append(';');
                }
                collect(run, run.execute(all.toString()), seen);
            } else {
                for (Statement statement : migration.statements()) {
                    collect(run, run.execute(probe()), seen);
                    run.execute(text(migration, statement));
                }
            }
            return seen;
        } finally {
            server.dropDatabase("settings");
        }
    }

    private static String text(Migration migration, Statement statement) {
        return migration.text().slice(statement.span());
    }

    /** One row that no other statement gives: the settings, in milliseconds, under a name of their own. */
    private static String probe() {
        return "SELECT "
                + String.join(
                        ", ",
                        TIMEOUTS.stream()
                                .map(name -> "(SELECT setting::bigint FROM pg_settings WHERE name = '" + name + "')"
                                        + " AS probed_" + name)
                                .toList());
    }

    private static void collect(java.sql.Statement run, boolean first, List<List<Long>> seen) throws SQLException {
        boolean rows = first;
        while (rows || run.getUpdateCount() != -1) {
            if (rows) {
                try (ResultSet result = run.getResultSet()) {
                    if (result.getMetaData().getColumnName(1).startsWith("probed_")) {
                        result.next();
                        seen.add(List.of(result.getLong(1), result.getLong(2), result.getLong(3)));
                    }
                }
            }
            rows = run.getMoreResults();
        }
    }
}
