package io.github.migralint.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.effect.Effect;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps, and what a step knows of its transaction, its release and the past. */
class ReplayTest {
    private static QualifiedName name(String name) {
        return QualifiedName.of(new Identifier(name, false, new Span(0, 0)));
    }

    private static Table table(Schema schema, String name) {
        return schema.table(name(name)).orElseThrow();
    }

    private static ObjectId column(Schema schema, String table, String column) {
        return table(schema, table).column(column).orElseThrow().id();
    }

    private static Migration migration(int ordinal, String sql, TransactionMode mode) {
        return Replayed.migration(ordinal, "V" + ordinal + ".sql", sql, mode);
    }

    @Test
    void aStepSeesTheSchemaBeforeAndAfterIt() {
        List<Step> steps = Replayed.steps("CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN b int;\n");
        assertThat(steps.get(0).before().table(name("t"))).isEmpty();
        assertThat(table(steps.get(0).after(), "t").columns()).hasSize(1);
        assertThat(table(steps.get(1).before(), "t").columns()).hasSize(1);
        assertThat(table(steps.get(1).after(), "t").columns()).hasSize(2);
        assertThat(column(steps.get(1).after(), "t", "b")).isNotNull();
        assertThat(table(steps.get(1).after(), "t")
                        .column("b")
                        .orElseThrow()
                        .origin()
                        .line())
                .isEqualTo(2);
        assertThat(steps.get(0).following()).containsExactly(steps.get(1).statement());
    }

    @Test
    void aNewEnumLabelIsUsableOnlyAfterItsTransaction() {
        Migration migration = migration(
                0,
                "CREATE TYPE mood AS ENUM ('fine'); CREATE TABLE t (m mood);"
                        + " BEGIN; ALTER TYPE mood ADD VALUE 'tired'; UPDATE t SET m = 'fine'; UPDATE t SET m = 'tired';"
                        + " COMMIT; UPDATE t SET m = 'tired';",
                TransactionMode.NONE);
        Dialect dialect = Dialects.all().getFirst();
        var engine = new Engine(dialect.name(), dialect.label(), dialect.defaultVersion());
        List<Step> steps = new Replay(dialect, engine, true, ReleaseMode.EACH).steps(migration);
        assertThat(steps.stream()
                        .map(step -> step.effects()
                                .failure()
                                .map(Effect.Fails::sqlState)
                                .orElse("")))
                .containsExactly("", "", "", "", "", "55P04", "", "");
    }

    @Test
    void theFrameOfTheToolIsAnOpenTransaction() {
        assertThat(open("CREATE TABLE t (a int); DROP TABLE t;", TransactionMode.WRAPPED))
                .containsExactly(true, true);
        assertThat(open("CREATE TABLE t (a int); DROP TABLE t;", TransactionMode.NONE))
                .containsExactly(false, false);
        assertThat(open("CREATE TABLE t (a int); DROP TABLE t;", TransactionMode.IMPLICIT))
                .containsExactly(true, true);
        assertThat(open("CREATE TABLE t (a int);", TransactionMode.IMPLICIT)).containsExactly(false);
    }

    @Test
    void theScriptBeginsAndEndsTransactions() {
        String sql = "SELECT 1; BEGIN; SELECT 2; COMMIT; SELECT 3;";
        assertThat(open(sql, TransactionMode.NONE)).containsExactly(false, false, true, true, false);
        assertThat(open("SELECT 1; COMMIT; SELECT 2;", TransactionMode.WRAPPED)).containsExactly(true, true, false);
    }

    private static List<Boolean> open(String sql, TransactionMode mode) {
        return Replayed.replay(ReleaseMode.TOGETHER).steps(migration(0, sql, mode)).stream()
                .map(step -> step.transaction().open())
                .toList();
    }

    @Test
    void settingsHoldForTheirSessionOrTheirTransaction() {
        List<Step> steps = Replayed.replay(ReleaseMode.TOGETHER).steps(migration(0, """
                        SET lock_timeout = '5s';
                        BEGIN;
                        SET LOCAL lock_timeout = '1s';
                        SELECT 1;
                        COMMIT;
                        SELECT 2;
                        RESET lock_timeout;
                        SELECT set_config('lock_timeout', '7s', false);
                        SELECT 3;
                        """, TransactionMode.NONE));
        assertThat(steps.get(3).transaction().settings()).containsEntry("lock_timeout", "1s");
        assertThat(steps.get(5).transaction().settings()).containsEntry("lock_timeout", "5s");
        assertThat(steps.get(7).transaction().settings()).doesNotContainKey("lock_timeout");
        assertThat(steps.get(8).transaction().settings()).containsEntry("lock_timeout", "7s");
    }

    @Test
    void rollingBackBringsTheSchemaBack() {
        Replay replay = Replayed.replay(ReleaseMode.TOGETHER);
        replay.apply(
                migration(0, "BEGIN; CREATE TABLE t (a int); ROLLBACK; CREATE TABLE u (a int);", TransactionMode.NONE));
        assertThat(replay.schema().relation(name("t")).isAbsent()).isTrue();
        assertThat(replay.schema().relation(name("u")).isAbsent()).isFalse();
    }

    @Test
    void whatShipsTogetherIsNotInUseYet() {
        Replay replay = Replayed.replay(ReleaseMode.TOGETHER);
        replay.apply(migration(0, "CREATE TABLE old (a int);", TransactionMode.WRAPPED));
        replay.steps(migration(1, "CREATE TABLE neu (a int);", TransactionMode.WRAPPED));
        Step step =
                replay.steps(migration(2, "SELECT 1;", TransactionMode.WRAPPED)).get(0);
        assertThat(step.inUse(name("old"))).isTrue();
        assertThat(step.inUse(name("neu"))).isFalse();
        assertThat(step.inUse(name("unheard_of"))).isTrue();
        assertThat(step.release().history()).isEqualTo(1);
        assertThat(step.release().migrations()).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void oneTransactionOverAllPendingFilesKeepsTheLocksOfTheFirst() {
        assertThat(heldInTheSecondOf(ReleaseMode.TOGETHER, TransactionMode.SHARED))
                .isEqualTo(1);
        assertThat(heldInTheSecondOf(ReleaseMode.EACH, TransactionMode.SHARED)).isZero();
        assertThat(heldInTheSecondOf(ReleaseMode.TOGETHER, TransactionMode.WRAPPED))
                .isZero();
    }

    private static int heldInTheSecondOf(ReleaseMode mode, TransactionMode transaction) {
        Replay replay = Replayed.replay(mode);
        replay.apply(migration(0, "CREATE TABLE old (a int);", TransactionMode.WRAPPED));
        replay.steps(migration(1, "ALTER TABLE old ADD COLUMN b int;", transaction));
        Step step = replay.steps(migration(2, "SELECT 1;", transaction)).get(0);
        assertThat(step.transaction().open()).isTrue();
        return step.transaction().held().size();
    }

    @Test
    void inAnAuditEachMigrationIsItsOwnRelease() {
        Replay replay = Replayed.replay(ReleaseMode.EACH);
        replay.steps(migration(0, "CREATE TABLE t (a int);", TransactionMode.WRAPPED));
        Step step =
                replay.steps(migration(1, "SELECT 1;", TransactionMode.WRAPPED)).get(0);
        assertThat(step.inUse(name("t"))).isTrue();
        assertThat(step.release().migrations()).containsExactly(1);
    }

    @Test
    void aNewTableThatTookRowsOverCountsAsInUse() {
        assertThat(inUseAfter("INSERT INTO neu VALUES (1);")).isFalse();
        assertThat(inUseAfter("INSERT INTO neu SELECT a FROM old;")).isTrue();
    }

    private static boolean inUseAfter(String fill) {
        Replay replay = Replayed.replay(ReleaseMode.TOGETHER);
        replay.apply(migration(0, "CREATE TABLE old (a int);", TransactionMode.WRAPPED));
        List<Step> steps =
                replay.steps(migration(1, "CREATE TABLE neu (a int); " + fill + " SELECT 1;", TransactionMode.WRAPPED));
        return steps.get(2).inUse(name("neu"));
    }

    @Test
    void theTimelineRemembersAnExpandStep() {
        Replay replay = Replayed.replay(ReleaseMode.EACH);
        replay.apply(migration(0, "CREATE TABLE users (name text);", TransactionMode.WRAPPED));
        replay.apply(migration(1, """
                ALTER TABLE users ADD COLUMN full_name text;
                CREATE FUNCTION sync() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN NEW.full_name := NEW.name; RETURN NEW; END $$;
                CREATE TRIGGER sync BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION sync();
                """, TransactionMode.WRAPPED));
        replay.apply(migration(
                2, "UPDATE users SET full_name = trim(name) WHERE full_name IS NULL;", TransactionMode.WRAPPED));
        ObjectId old = column(replay.schema(), "users", "name");
        ObjectId neu = column(replay.schema(), "users", "full_name");
        assertThat(replay.timeline().of(neu))
                .extracting(Timeline.Event::kind)
                .containsExactly(Timeline.Kind.CREATED, Timeline.Kind.MIRRORED, Timeline.Kind.FILLED);
        Timeline.Event filled =
                replay.timeline().last(neu, Timeline.Kind.FILLED).orElseThrow();
        assertThat(filled.other()).contains(old);
        assertThat(filled.origin().migration()).isEqualTo(2);
        assertThat(replay.timeline()
                        .last(neu, Timeline.Kind.MIRRORED)
                        .orElseThrow()
                        .other())
                .contains(old);
    }

    @Test
    void theTimelineOfAStepEndsBeforeIt() {
        List<Step> steps = Replayed.steps("CREATE TABLE t (a int); ALTER TABLE t RENAME COLUMN a TO b; SELECT 1;");
        ObjectId column = column(steps.get(2).before(), "t", "b");
        assertThat(steps.get(1).timeline().last(column, Timeline.Kind.RENAMED)).isEmpty();
        assertThat(steps.get(2)
                        .timeline()
                        .last(column, Timeline.Kind.RENAMED)
                        .orElseThrow()
                        .detail())
                .isEqualTo("a");
    }

    @Test
    void eventsTellWhatHappenedToColumnsAndConstraints() {
        Replay replay = Replayed.replay(ReleaseMode.EACH);
        replay.apply(migration(0, """
                CREATE TABLE t (a int);
                ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
                ALTER TABLE t VALIDATE CONSTRAINT positive;
                ALTER TABLE t ALTER COLUMN a TYPE bigint, ALTER COLUMN a SET DEFAULT 1, ALTER COLUMN a SET NOT NULL;
                COMMENT ON COLUMN t.a IS 'deprecated';
                """, TransactionMode.WRAPPED));
        ObjectId column = column(replay.schema(), "t", "a");
        assertThat(replay.timeline().of(column))
                .extracting(Timeline.Event::kind)
                .containsExactly(
                        Timeline.Kind.CREATED,
                        Timeline.Kind.CONSTRAINED,
                        Timeline.Kind.VALIDATED,
                        Timeline.Kind.RETYPED,
                        Timeline.Kind.DEFAULT_SET,
                        Timeline.Kind.NOT_NULL_SET,
                        Timeline.Kind.CONSTRAINED,
                        Timeline.Kind.COMMENTED);
    }

    @Test
    void migrationsThatGoBackAreNotPlayed() {
        Replay replay = Replayed.replay(ReleaseMode.EACH);
        Migration up = migration(0, "CREATE TABLE t (a int);", TransactionMode.WRAPPED);
        Migration down = new Migration(
                1,
                up.text(),
                migration(1, "DROP TABLE t;", TransactionMode.WRAPPED).scripts(),
                "",
                io.github.migralint.framework.Direction.DOWN,
                up.transaction(),
                true);
        replay.apply(up);
        assertThat(replay.steps(down)).isEmpty();
        assertThat(replay.schema().relation(name("t")).isAbsent()).isFalse();
    }
}
