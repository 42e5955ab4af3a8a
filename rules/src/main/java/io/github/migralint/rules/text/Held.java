package io.github.migralint.rules.text;

import io.github.migralint.history.HeldLock;
import io.github.migralint.rule.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of locks that earlier statements took. */
public final class Held {
    private Held() {}

    /** {@code orders (ACCESS EXCLUSIVE since V2__x.sql:3)}, joined. */
    public static String since(List<HeldLock> locks) {
        return locks.stream()
                .map(lock -> lock.relation().name() + " (" + lock.mode().words() + " since "
                        + lock.origin().shortForm() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The tables, joined. */
    public static String tables(List<HeldLock> locks) {
        return locks.stream().map(lock -> lock.relation().name()).distinct().collect(Collectors.joining(", "));
    }

    /** {@code all reads and writes of a, INSERT, UPDATE and DELETE on b}, from the lock until something ends. */
    public static String blocked(List<HeldLock> locks, String until) {
        return locks.stream()
                        .map(lock -> lock.mode().blocking().stopsReads()
                                ? "all reads and writes of " + lock.relation().name()
                                : "INSERT, UPDATE and DELETE on "
                                        + lock.relation().name())
                        .collect(Collectors.joining(", "))
                + ", " + until;
    }

    /** Shows where they were taken. */
    public static void show(List<HeldLock> locks, Finding.Builder finding) {
        locks.forEach(lock -> Refusal.at(
                        lock.origin(),
                        "the " + lock.mode().words() + " lock on "
                                + lock.relation().name() + " is taken here")
                .ifPresent(finding::related));
    }
}
