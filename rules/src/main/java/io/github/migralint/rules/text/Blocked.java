package io.github.migralint.rules.text;

import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.Work;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rules.facts.LockedWork;
import java.util.function.Consumer;

/** Says in words whom a lock stops, and for how long. */
public final class Blocked {
    private Blocked() {}

    /**
     * The part of a finding that tells who waits while work is done, and how long that takes where the size of the table is
     * known: work on a small one is no danger.
     *
     * @param work the work
     * @param tables the tables that are locked meanwhile
     */
    public static Consumer<Finding.Builder> during(LockedWork work, String tables) {
        return finding -> {
            finding.blocks(by(work.lock(), tables + WorkTime.inParentheses(work.size(), work.kind()), work.kind()));
            if (work.size().small()) {
                finding.atMost(Risk.LOW, saidToBeSmall(work));
            }
        };
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

    /** Who waits for a lock on a table, and until when. */
    public static String by(LockMode lock, String table, Work work) {
        return switch (lock.blocking()) {
            case READS_AND_WRITES -> "all reads and writes of " + table + fromTheQueueOn(work);
            case WRITES -> "INSERT, UPDATE and DELETE on " + table + fromTheQueueOn(work) + "; reads go on";
            case SCHEMA_CHANGES -> "only other schema changes and VACUUM of " + table;
            case NOTHING -> "nobody";
        };
    }

    /** The same for a lock that is held for an instant but still has to be waited for. */
    public static String instant(LockMode lock, String table) {
        return by(lock, table, Work.NONE);
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
