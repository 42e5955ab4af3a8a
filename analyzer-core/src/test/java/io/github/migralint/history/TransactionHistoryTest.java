package io.github.migralint.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.framework.Connections;
import io.github.migralint.framework.TransactionMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements in, the transaction that each of them meets out. */
class TransactionHistoryTest {
    private static final String TABLES = "CREATE TABLE a (id int); CREATE TABLE b (id int);";

    private static List<Step> steps(String sql, TransactionMode mode) {
        Replay replay = Replayed.replay(ReleaseMode.TOGETHER);
        replay.apply(Replayed.migration(0, "V1__tables.sql", TABLES, TransactionMode.WRAPPED));
        return replay.steps(Replayed.migration(1, "V2__test.sql", sql, mode));
    }

    private static List<String> held(Step step) {
        return step.transaction().held().stream()
                .map(lock -> lock.relation().name() + " " + lock.mode().words() + " "
                        + lock.origin().line())
                .toList();
    }

    private static List<Boolean> open(String sql, TransactionMode mode) {
        return steps(sql, mode).stream().map(step -> step.transaction().open()).toList();
    }

    @Test
    void aLockTellsWhoTookItAndIsKeptUntilTheTransactionEnds() {
        List<Step> steps = steps("""
                ALTER TABLE a ADD COLUMN x int;
                CREATE INDEX ON b (id);
                COMMIT;
                SELECT 1;
                """, TransactionMode.WRAPPED);
        assertThat(held(steps.get(0))).isEmpty();
        assertThat(held(steps.get(1))).containsExactly("a ACCESS EXCLUSIVE 1");
        assertThat(held(steps.get(2))).containsExactly("a ACCESS EXCLUSIVE 1", "b SHARE 2");
        assertThat(held(steps.get(3))).isEmpty();
    }

    @Test
    void onlyAStrongerLockIsNews() {
        List<Step> steps = steps("""
                SELECT * FROM a;
                ALTER TABLE a ADD COLUMN x int;
                ALTER TABLE a ADD COLUMN y int;
                SELECT 1;
                """, TransactionMode.WRAPPED);
        assertThat(held(steps.get(3))).containsExactly("a ACCESS SHARE 1", "a ACCESS EXCLUSIVE 2");
    }

    @Test
    void nobodyWaitsForWhatTheTransactionCreated() {
        List<Step> steps =
                steps("CREATE TABLE c (id int); ALTER TABLE c ADD COLUMN x int; SELECT 1;", TransactionMode.WRAPPED);
        assertThat(held(steps.get(2))).isEmpty();
    }

    @Test
    void aRollbackToASavepointGivesLocksBack() {
        List<Step> steps = steps("""
                ALTER TABLE a ADD COLUMN x int;
                SAVEPOINT s;
                ALTER TABLE b ADD COLUMN x int;
                ROLLBACK TO s;
                SELECT 1;
                """, TransactionMode.WRAPPED);
        assertThat(held(steps.get(3))).containsExactly("a ACCESS EXCLUSIVE 1", "b ACCESS EXCLUSIVE 3");
        assertThat(held(steps.get(4))).containsExactly("a ACCESS EXCLUSIVE 1");
    }

    @Test
    void withoutATransactionNoLockIsKept() {
        List<Step> steps = steps("ALTER TABLE a ADD COLUMN x int; SELECT 1;", TransactionMode.NONE);
        assertThat(held(steps.get(1))).isEmpty();
    }

    @Test
    void anOwnCommitSplitsOneQueryButLeavesNoStatementOutsideOfATransaction() {
        assertThat(open("COMMIT; CREATE INDEX CONCURRENTLY i ON a (id);", TransactionMode.IMPLICIT))
                .containsExactly(true, true);
        List<Step> steps = steps(
                "BEGIN; ALTER TABLE a ADD COLUMN x int; COMMIT; CREATE INDEX CONCURRENTLY i ON a (id);",
                TransactionMode.IMPLICIT);
        assertThat(held(steps.get(3))).isEmpty();
        assertThat(steps.get(3).refused()).isTrue();
        assertThat(steps("CREATE INDEX CONCURRENTLY i ON a (id);", TransactionMode.IMPLICIT)
                        .getFirst()
                        .refused())
                .isFalse();
    }

    @Test
    void aChainedTransactionBeginsAtOnce() {
        assertThat(open("BEGIN; COMMIT AND CHAIN; SELECT 1; COMMIT; SELECT 2;", TransactionMode.NONE))
                .containsExactly(false, true, true, true, false);
    }

    @Test
    void whatNothingTellsIsNotKnownUntilTheFileSaysIt() {
        assertThat(steps(
                                "SELECT 1; DO $$ BEGIN NULL; END $$; SELECT 2; BEGIN; SELECT 3; COMMIT; SELECT 4;",
                                TransactionMode.UNKNOWN)
                        .stream()
                        .map(step -> step.transaction().known()))
                .containsExactly(false, false, false, false, true, true, true);
    }

    @Test
    void aLocalSettingIsBelievedWhereNothingTells() {
        List<Step> steps =
                steps("SET LOCAL lock_timeout = '5s'; DO $$ BEGIN NULL; END $$; SELECT 1;", TransactionMode.UNKNOWN);
        assertThat(steps.get(2).transaction().timeout("lock_timeout")).contains(Duration.ofSeconds(5));
    }

    @Test
    void oneConnectionCarriesSettingsIntoTheNextFileOfARelease() {
        assertThat(second(ReleaseMode.TOGETHER, Connections.oneForAll("role"))).contains(Duration.ofSeconds(5));
        assertThat(second(ReleaseMode.TOGETHER, Connections.oneForAll("lock_timeout")))
                .isEmpty();
        assertThat(second(ReleaseMode.TOGETHER, Connections.UNSHARED)).isEmpty();
        assertThat(second(ReleaseMode.EACH, Connections.oneForAll())).isEmpty();
    }

    /** The lock_timeout of a file behind one that set it. */
    private static java.util.Optional<Duration> second(ReleaseMode mode, Connections connections) {
        Replay replay = Replayed.replay(mode);
        replay.steps(over(
                connections,
                Replayed.migration(0, "V1__a.sql", "SET lock_timeout = '5s'; SELECT 1;", TransactionMode.WRAPPED)));
        return replay.steps(over(connections, Replayed.migration(1, "V2__b.sql", "SELECT 1;", TransactionMode.WRAPPED)))
                .getFirst()
                .transaction()
                .timeout("lock_timeout");
    }

    private static Migration over(Connections connections, Migration migration) {
        return migration.withSession(new SessionStart(connections, java.util.Map.of()));
    }
}
