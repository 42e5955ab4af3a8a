package io.github.migralint.dialect.postgresql.procedural;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.postgresql.replay.Replayed;
import io.github.migralint.effect.Effect;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Embedding;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements inside a DO block are steps, each with what must hold for it to run. */
class BlockStepsTest {
    private static final String TABLES = """
            CREATE TABLE t (a int, b text);
            CREATE TABLE facts (n int);
            """;

    private static List<Step> inner(String block) {
        return host(block).innermost().toList();
    }

    private static Step host(String block) {
        return Replayed.steps(TABLES + block).getLast();
    }

    private static Schema after(String sql) {
        return Replayed.after(TABLES + sql);
    }

    /** Each step as its text, with its condition behind it where it has one. */
    private static List<String> told(String block) {
        return inner(block).stream()
                .map(step -> step.text().slice(step.statement().span())
                        + step.embedding()
                                .flatMap(Embedding::condition)
                                .map(condition -> " <- " + condition)
                                .orElse(""))
                .toList();
    }

    private static QualifiedName name(String name) {
        return QualifiedName.of(new Identifier(name, false, new Span(0, 0)));
    }

    private static boolean has(Schema schema, String table, String column) {
        return schema.table(name(table)).orElseThrow().column(column).isPresent();
    }

    @Test
    void statementsStandWhereTheyStandInTheFile() {
        Step step = inner("DO $$ BEGIN\n  CREATE INDEX i ON t (a);\nEND $$;").getFirst();
        assertThat(step.statement()).isInstanceOf(CreateIndex.class);
        assertThat(step.migration().text().slice(step.statement().span())).isEqualTo("CREATE INDEX i ON t (a)");
        assertThat(step.transaction().open()).isTrue();
        assertThat(step.embedding()).isPresent();
    }

    @Test
    void aGuardThatHoldsIsNoCondition() {
        assertThat(told("""
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
                        CREATE TYPE mood AS ENUM ('fine');
                    ELSE
                        DROP TYPE mood;
                    END IF;
                END $$;
                """)).containsExactly("CREATE TYPE mood AS ENUM ('fine')");
    }

    @Test
    void aGuardThatOnlyTheDatabaseCanTellIsOne() {
        String block = """
                DO $$ BEGIN
                    IF (SELECT max(n) FROM facts) > 3 THEN
                        ALTER TABLE t ADD COLUMN c int;
                    ELSE
                        ALTER TABLE t ADD COLUMN d int;
                    END IF;
                    ALTER TABLE facts ADD COLUMN m int;
                END $$;
                """;
        assertThat(told(block))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN c int <- (SELECT max(n) FROM facts) > 3 holds",
                        "ALTER TABLE t ADD COLUMN d int <- (SELECT max(n) FROM facts) > 3 does not hold",
                        "ALTER TABLE facts ADD COLUMN m int");
        Schema schema = after(block);
        assertThat(schema.uncertain(name("t"))).isTrue();
        assertThat(schema.table(name("t")).orElseThrow().complete()).isFalse();
        assertThat(schema.uncertain(name("facts"))).isFalse();
    }

    @Test
    void whatFollowsARefusalIsCertainSinceNothingElseIsLeft() {
        assertThat(told("""
                DO $$ BEGIN
                    IF EXISTS (SELECT 1 FROM facts WHERE n < 0) THEN
                        RAISE EXCEPTION 'clean up first';
                    END IF;
                    ALTER TABLE t ADD COLUMN c int;
                END $$;
                """)).containsExactly("ALTER TABLE t ADD COLUMN c int");
    }

    @Test
    void whatFollowsAnEarlyReturnIsConditional() {
        String block = """
                DO $$ BEGIN
                    IF EXISTS (SELECT 1 FROM facts WHERE n < 0) THEN RETURN; END IF;
                    ALTER TABLE t ADD COLUMN c int;
                END $$;
                """;
        assertThat(told(block))
                .containsExactly("ALTER TABLE t ADD COLUMN c int <- nothing before it has left the block");
        assertThat(after(block).uncertain(name("t"))).isTrue();
    }

    @Test
    void aRefusalThatIsCaughtMakesTheRestConditional() {
        assertThat(told("""
                DO $$ BEGIN
                    BEGIN
                        IF EXISTS (SELECT 1 FROM facts) THEN RAISE EXCEPTION 'no'; END IF;
                        ALTER TABLE t ADD COLUMN c int;
                    EXCEPTION WHEN raise_exception THEN
                        ALTER TABLE t ADD COLUMN d int;
                    END;
                    ALTER TABLE facts ADD COLUMN m int;
                END $$;
                """))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN c int <- nothing before it has left the block",
                        "ALTER TABLE t ADD COLUMN d int <- the block before it fails with raise_exception",
                        "ALTER TABLE facts ADD COLUMN m int");
    }

    @Test
    void aHandlerRunsWhenAStatementSurelyFails() {
        String block = """
                DO $$ BEGIN
                    ALTER TABLE t ADD COLUMN c int;
                    ALTER TABLE t ADD COLUMN a int;
                EXCEPTION WHEN duplicate_column THEN
                    ALTER TABLE t ADD COLUMN d int;
                END $$;
                """;
        assertThat(told(block))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN c int",
                        "ALTER TABLE t ADD COLUMN a int",
                        "ALTER TABLE t ADD COLUMN d int");
        assertThat(inner(block).get(1).effects().failure()).as("it is caught").isEmpty();
        Schema schema = after(block);
        assertThat(has(schema, "t", "c")).as("taken back").isFalse();
        assertThat(has(schema, "t", "d")).isTrue();
        assertThat(schema.uncertain(name("t"))).isFalse();
    }

    @Test
    void aHandlerOfAnotherErrorDoesNotRun() {
        Step host = host("""
                DO $$ BEGIN
                    ALTER TABLE t ADD COLUMN a int;
                EXCEPTION WHEN undefined_table THEN
                    ALTER TABLE t ADD COLUMN d int;
                END $$;
                """);
        assertThat(host.embedded()).hasSize(1);
        assertThat(host.effects().failure().map(Effect.Fails::sqlState)).contains("42701");
        assertThat(host.embedded().getFirst().effects().failure()).isPresent();
        assertThat(has(host.after(), "t", "d")).isFalse();
    }

    @Test
    void aStatementThatMayFailLeavesItsHandlerPossible() {
        assertThat(told("""
                DO $$ BEGIN
                    INSERT INTO facts VALUES (1);
                EXCEPTION WHEN unique_violation THEN
                    UPDATE facts SET n = 1;
                END $$;
                """))
                .containsExactly(
                        "INSERT INTO facts VALUES (1)",
                        "UPDATE facts SET n = 1 <- the block before it fails with unique_violation");
    }

    @Test
    void aCommandThatIsPutTogetherIsReadWhereItsValueIsKnown() {
        Step step = inner("""
                DO $$ DECLARE name text := 'a'; BEGIN
                    EXECUTE format('CREATE INDEX %I ON t (%I)', 't_' || name, name);
                END $$;
                """).getFirst();
        assertThat(step.text().text()).isEqualTo("CREATE INDEX t_a ON t (a)");
        assertThat(step.migration().text().slice(step.place(step.statement().span())))
                .as("in the file stands what puts it together")
                .startsWith("format('CREATE INDEX %I");
    }

    @Test
    void aCommandInALiteralStandsInTheFile() {
        Step step = inner("DO $$ BEGIN EXECUTE 'DROP TABLE t'; END $$;").getFirst();
        assertThat(step.migration().text().slice(step.place(step.statement().span())))
                .isEqualTo("DROP TABLE t");
        assertThat(step.effects().of(Effect.LosesData.class)).hasSize(1);
    }

    @Test
    void aLoopGoesRoundByRound() {
        assertThat(told("""
                DO $$ BEGIN
                    FOR i IN 1..3 LOOP
                        CONTINUE WHEN i = 2;
                        EXECUTE 'CREATE TABLE p' || i || ' (id int)';
                    END LOOP;
                END $$;
                """)).containsExactly("CREATE TABLE p1 (id int)", "CREATE TABLE p3 (id int)");
    }

    @Test
    void aLoopThatOnlyTheDatabaseKnowsRunsOncePossibly() {
        List<String> told = told("""
                DO $$ DECLARE r record; BEGIN
                    FOR r IN SELECT n FROM facts LOOP
                        DELETE FROM t WHERE a = r.n;
                    END LOOP;
                END $$;
                """);
        assertThat(told)
                .containsExactly(
                        "SELECT n FROM facts", "DELETE FROM t WHERE a = r.n <- the loop has something to go through");
    }

    @Test
    void theFirstRoundOfAnEndlessLoopSurelyRuns() {
        assertThat(told("""
                DO $$ DECLARE n int; BEGIN
                    LOOP
                        UPDATE t SET b = '' WHERE a IN (SELECT a FROM t WHERE b IS NULL LIMIT 100);
                        GET DIAGNOSTICS n = ROW_COUNT;
                        EXIT WHEN n = 0;
                    END LOOP;
                END $$;
                """)).hasSize(1).noneMatch(step -> step.contains("<-"));
    }

    @Test
    void aLoopThatNeverEndsIsLeftByWhoeverLooks() {
        assertThat(inner("DO $$ BEGIN LOOP UPDATE facts SET n = n; END LOOP; END $$;"))
                .isNotEmpty()
                .hasSizeLessThan(2000);
    }

    @Test
    void whatNoTransactionMayHoldIsRefusedInEveryBlock() {
        Step host = Replayed.replay(ReleaseMode.TOGETHER)
                .steps(Replayed.migration(
                        0,
                        "V1__x.sql",
                        TABLES + "DO $$ BEGIN CREATE INDEX CONCURRENTLY i ON t (a); END $$;",
                        TransactionMode.NONE))
                .getLast();
        assertThat(host.effects().failure().map(Effect.Fails::sqlState)).contains("25001");
        assertThat(host.after().index(name("i"))).isEmpty();
    }

    @Test
    void onlyABlockOnItsOwnMayCommit() {
        String block = "DO $$ BEGIN ALTER TABLE t ADD COLUMN c int; COMMIT; RAISE EXCEPTION 'late'; END $$;";
        assertThat(has(host(block).after(), "t", "c")).isFalse();
        assertThat(host(block).effects().failure().map(Effect.Fails::sqlState)).contains("2D000");
        Step alone = Replayed.replay(ReleaseMode.TOGETHER)
                .steps(Replayed.migration(0, "V1__x.sql", TABLES + block, TransactionMode.NONE))
                .getLast();
        assertThat(has(alone.after(), "t", "c"))
                .as("committed before the error")
                .isTrue();
        assertThat(alone.effects().failure().map(Effect.Fails::sqlState)).contains("P0001");
    }

    @Test
    void theEffectsOfABlockAreThoseOfItsStatements() {
        Step host = host("DO $$ BEGIN CREATE TABLE n (id int); ALTER TABLE n ADD COLUMN c int; "
                + "CREATE INDEX i ON t (a); DROP TABLE facts; END $$;");
        assertThat(host.effects().of(Effect.TakesLock.class).stream()
                        .map(lock -> lock.relation() + " " + lock.mode().name()))
                .contains("new table:n AccessExclusiveLock", "table:t ShareLock", "table:facts AccessExclusiveLock")
                .doesNotContain("table:n AccessExclusiveLock");
        assertThat(host.effects().of(Effect.BuildsIndex.class)).hasSize(1);
        assertThat(host.effects().of(Effect.LosesData.class)).hasSize(1);
    }

    @Test
    void locksOfABlockAddUp() {
        Replay replay = Replayed.replay(ReleaseMode.EACH);
        replay.apply(Replayed.migration(0, "V1__tables.sql", TABLES, TransactionMode.WRAPPED));
        Step block = replay.steps(Replayed.migration(
                        1,
                        "V2__block.sql",
                        "DO $$ BEGIN DROP TABLE facts; CREATE INDEX i ON t (a); END $$;",
                        TransactionMode.WRAPPED))
                .getFirst();
        assertThat(block.embedded().get(1).transaction().held())
                .anyMatch(lock -> lock.relation().name().equals("facts"));
    }

    @Test
    void statementsAheadAreThoseOfTheBlockAndOfTheFile() {
        List<Step> steps =
                Replayed.steps(TABLES + "DO $$ BEGIN DROP TABLE facts; CREATE INDEX i ON t (a); END $$; DROP TABLE t;");
        assertThat(steps.get(2).embedded().getFirst().following()).hasSize(2);
    }

    @Test
    void aRoutineRunsWhereItIsCalled() {
        List<Step> steps = Replayed.steps(TABLES + """
                CREATE FUNCTION grow(column_name text) RETURNS void LANGUAGE plpgsql AS $$
                BEGIN
                    EXECUTE format('ALTER TABLE t ADD COLUMN %I int', column_name);
                END $$;
                SELECT grow('more');
                """);
        Step call = steps.getLast();
        assertThat(has(call.before(), "t", "more")).isFalse();
        assertThat(has(call.after(), "t", "more")).isTrue();
        assertThat(call.embedded()).isEmpty();
        assertThat(call.effects().of(Effect.TakesLock.class))
                .anyMatch(lock -> lock.mode().name().equals("AccessExclusiveLock"));
    }

    @Test
    void aRoutineThatCallsItselfEnds() {
        Schema schema = after("""
                CREATE FUNCTION again() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM again(); END $$;
                SELECT again();
                """);
        assertThat(schema.complete()).as("nobody knows what it does").isFalse();
    }

    @Test
    void whatIsNotSureDoesNotFail() {
        List<Step> steps = Replayed.steps(TABLES + """
                DO $$ BEGIN
                    IF (SELECT max(n) FROM facts) > 3 THEN ALTER TABLE t ADD COLUMN c int; END IF;
                END $$;
                ALTER TABLE t ADD COLUMN c int;
                """);
        assertThat(steps.getLast().effects().failure()).isEmpty();
    }
}
