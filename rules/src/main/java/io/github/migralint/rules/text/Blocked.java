package io.github.migralint.rules.text;

import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.LockWindows;
import io.github.migralint.rules.facts.LockedWork;
import java.util.Optional;
import java.util.function.Consumer;

/** Says in words whom a lock stops, and for how long. */
public final class Blocked {
    private static final String READS_GO_ON = "; reads go on";

    private Blocked() {}

    /**
     * The part of a finding that tells who waits while work is done, and how long that takes where the size of the table is
     * known: work on a small one is no danger.
     *
     * @param step the step that does it
     * @param work the work
     * @param tables the tables that are locked meanwhile
     */
    public static Consumer<Finding.Builder> during(Step step, LockedWork work, String tables) {
        return finding -> {
            String sized = tables + WorkTime.inParentheses(work.size(), work.kind());
            finding.blocks(readersToo(step, work)
                    .map(reads -> by(work.lock(), sized, work.kind()).replace(READS_GO_ON, reads))
                    .orElseGet(() -> by(work.lock(), sized, work.kind())
                            .replace(READS_GO_ON, "; " + EngineWords.of(step).readsGoOn())));
            if (work.size().small()) {
                finding.atMost(Risk.LOW, saidToBeSmall(work));
            }
        };
    }

    /** The same for the work of a clause, which may let its writers go on. */
    public static Consumer<Finding.Builder> during(Step step, ClauseWork work, String tables) {
        if (!work.writesPass()) {
            return during(step, work.work(), tables);
        }
        return finding -> {
            finding.blocks("nobody while it works on " + tables
                    + WorkTime.inParentheses(work.work().size(), work.work().kind())
                    + "; at its beginning and end it waits for running transactions, and everything that comes later"
                    + " waits behind it");
            if (work.work().size().small()) {
                finding.atMost(Risk.LOW, saidToBeSmall(work.work()));
            }
        };
    }

    /** Reads that would go on, but for the lock of an earlier statement of the transaction. */
    private static Optional<String> readersToo(Step step, LockedWork work) {
        return LockWindows.on(step, work.table())
                .filter(held -> held.mode().blocking().stopsReads())
                .map(held -> "; reads of " + work.table().name() + " wait too, for the "
                        + held.mode().words() + " lock taken at " + Held.place(step, held.origin()));
    }

    private static String saidToBeSmall(LockedWork work) {
        return work.table().name()
                + work.size()
                        .rows()
                        .map(rows -> " is said to hold " + WorkTime.rows(rows))
                        .orElse(" is said to be small");
    }

    /** {@code SHARE lock on orders while every row is read}. */
    public static String label(LockMode lock, String table, Work work) {
        return lock.words() + " lock on " + table + meanwhile(work);
    }

    /** {@code SHARE lock on orders while every row is read}, or how a table is written anew. */
    public static String label(ClauseWork work, String table) {
        return work.way().isEmpty()
                ? label(work.work().lock(), table, work.work().kind())
                : "writes every row of " + table + " anew " + work.manner();
    }

    /** Who waits for a lock on a table, and until when. */
    public static String by(LockMode lock, String table, Work work) {
        return switch (lock.blocking()) {
            case READS_AND_WRITES -> "all reads and writes of " + table + fromTheQueueOn(work);
            case WRITES -> "INSERT, UPDATE and DELETE on " + table + fromTheQueueOn(work) + READS_GO_ON;
            case SCHEMA_CHANGES -> "only other schema changes and VACUUM of " + table;
            case NOTHING -> "nobody";
        };
    }

    /** The same for a lock that is held for an instant but still has to be waited for. */
    public static String instant(LockMode lock, String table) {
        return by(lock, table, Work.NONE);
    }

    /** What waits behind a statement that waits for a lock; readers do not mind one that stops writers only. */
    public static String behind(LockMode lock, String table) {
        return lock.blocking().stopsReads()
                ? "while this waits for a running query of " + table + ", everything that comes later waits behind it"
                : "while this waits for a transaction that writes to " + table
                        + ", every later write to it waits behind it";
    }

    private static String meanwhile(Work work) {
        return switch (work) {
            case NONE -> "";
            case SCAN -> " while every row is read";
            case INDEX_BUILD -> " while the index is built";
            case REWRITE -> " while every row is written anew";
        };
    }

    private static String fromTheQueueOn(Work work) {
        return switch (work) {
            case NONE ->
                ": instant once the lock is there, but it queues behind running transactions,"
                        + " and everything that comes later queues behind it";
            case SCAN -> ", from the moment it waits for the lock until every row has been read";
            case INDEX_BUILD -> ", from the moment it waits for the lock until every row is in the index";
            case REWRITE ->
                ", from the moment it waits for the lock until the last row is written"
                        + " and every index is built again";
        };
    }
}
