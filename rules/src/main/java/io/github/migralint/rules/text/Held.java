package io.github.migralint.rules.text;

import io.github.migralint.effect.LockMode;
import io.github.migralint.history.HeldLock;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.schema.Origin;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of locks that earlier statements took: the first few, and how many more there are. */
public final class Held {
    private static final int NAMED = 3;

    /** So many are shown where they were taken: a transaction may hold thousands. */
    private static final int SHOWN = 20;

    private Held() {}

    /** {@code orders (ACCESS EXCLUSIVE since line 3)}, joined. */
    public static String since(Step step, List<HeldLock> locks) {
        return joined(locks.stream()
                .map(lock -> lock.relation().name() + " (" + lock.mode().words() + " since "
                        + place(step, lock.origin()) + ")")
                .toList());
    }

    /** Where a lock was taken: the line, where that is in the file that is read. */
    static String place(Step step, Origin origin) {
        boolean here = origin.migration() == step.migration().ordinal();
        return here ? "line " + origin.line() : origin.shortForm();
    }

    /** The tables, joined. */
    public static String tables(List<HeldLock> locks) {
        return joined(names(locks, mode -> true));
    }

    /** {@code all reads and writes of a and b; INSERT, UPDATE and DELETE on c}, until something ends. */
    public static String blocked(List<HeldLock> locks, String until) {
        List<String> closed = names(locks, mode -> mode.blocking().stopsReads());
        List<String> readable = names(locks, mode -> !mode.blocking().stopsReads());
        return Stream.of(
                                closed.isEmpty() ? "" : "all reads and writes of " + joined(closed),
                                readable.isEmpty() ? "" : "INSERT, UPDATE and DELETE on " + joined(readable))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "))
                + ", " + until;
    }

    private static List<String> names(List<HeldLock> locks, Predicate<LockMode> which) {
        return locks.stream()
                .filter(lock -> which.test(lock.mode()))
                .map(lock -> lock.relation().name())
                .distinct()
                .toList();
    }

    private static String joined(List<String> parts) {
        if (parts.size() > NAMED + 1) {
            return String.join(", ", parts.subList(0, NAMED)) + " and " + (parts.size() - NAMED) + " more tables";
        }
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** Shows where they were taken. */
    public static void show(List<HeldLock> locks, Finding.Builder finding) {
        locks.stream()
                .limit(SHOWN)
                .forEach(lock -> Refusal.at(
                                lock.origin(),
                                "the " + lock.mode().words() + " lock on "
                                        + lock.relation().name() + " is taken here")
                        .ifPresent(finding::related));
    }
}
