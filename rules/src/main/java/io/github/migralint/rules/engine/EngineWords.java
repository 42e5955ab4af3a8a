package io.github.migralint.rules.engine;

import io.github.migralint.ast.TableConstraint;
import io.github.migralint.dialect.Engine;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Risk;
import io.github.migralint.schema.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one engine calls things, and what its users write: the differences that rules need not know. */
public sealed interface EngineWords permits PostgresqlWords, MysqlWords {
    /** Those of the engine that a step is meant for. */
    static EngineWords of(Step step) {
        return of(step.engine());
    }

    /** Those of an engine. */
    static EngineWords of(Engine engine) {
        return switch (engine.dialect()) {
            case Engines.MYSQL -> MysqlWords.MYSQL;
            case Engines.MARIADB -> MysqlWords.MARIADB;
            default -> PostgresqlWords.WORDS;
        };
    }

    /** The setting that bounds how long a statement waits for the lock on a table: {@code lock_timeout}. */
    String lockTimeout();

    /** How long it waits where that is in force, if it is set and can be read. */
    Optional<Duration> lockTimeout(Step step);

    /** Whether a value of that setting means that the wait never ends. */
    boolean isOff(Duration timeout);

    /** Whether another setting that is in force ends the wait. */
    boolean endsOtherwise(Step step);

    /** How long a statement waits when nobody says anything: {@code without end}. */
    String usualWait();

    /** The statement that bounds the wait of what comes after it in the same transaction, or session. */
    String boundWait(Step step, int seconds);

    /** The same for the whole session. */
    String boundWaitOfSession(int seconds);

    /** What is true of readers while a lock stops writers: {@code reads go on}. */
    String readsGoOn();

    /** The error of a statement that is no SQL of the engine. */
    String syntaxError();

    /** Whether a transaction takes changes of the schema back when it is rolled back. */
    boolean takesBackSchemaChanges();

    /** How a session begins a transaction. */
    String begin();

    /**
     * The name that the engine gives to a constraint which the statement leaves without one.
     *
     * @param table the name of the table
     * @param known the table as far as the history knows it
     * @param kind what the constraint is
     * @param columns its columns
     */
    String constraintName(String table, Optional<Table> known, TableConstraint.Kind kind, List<String> columns);

    /** How bad it is that a key of the engine has 32 bits: how dear it is to widen it. */
    Risk riskOfNarrowKey();

    /** The definition of a key that counts up and does not run out. */
    String wideKey(String column);

    /** What goes wrong with tables whose rows have no key, besides that they may be alike. */
    String withoutKey();

    /** Whether a constraint can be added without looking at old rows, and validated later. */
    boolean validatesLater();

    /** How many bytes or characters a name may have. */
    int longestName();

    /** Whether a key goes on over the columns that stay when one of them is dropped; else it goes altogether. */
    boolean narrowsKeys();

    /** Whether views keep the names of what they read as text, and fail when these are gone. */
    boolean viewsKeepNames();

    /** Whether DROP SCHEMA takes along what is in it without being told to. */
    boolean dropsFullSchemas();
}
