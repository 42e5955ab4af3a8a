package io.github.migralint.report.html;

import io.github.migralint.effect.Blocking;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.trace.Trace;
import io.github.migralint.trace.TracedLock;
import io.github.migralint.trace.TracedWork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in words what waits while a migration runs. */
final class Waits {
    private static final int MOST_NAMES = 3;
    private static final int LONGEST_NAME = 60;

    private Waits() {}

    /** Of all that clients wait for the worst, in a few words. */
    static String inShort(List<Trace> traces) {
        Set<String> all = stopped(traces, Blocking.READS_AND_WRITES);
        Set<String> writes = stopped(traces, Blocking.WRITES);
        writes.removeAll(all);
        var parts = new ArrayList<String>();
        if (!all.isEmpty()) {
            parts.add("stops reads and writes of " + names(all));
        }
        if (!writes.isEmpty()) {
            parts.add((parts.isEmpty() ? "stops " : "") + "writes of " + names(writes));
        }
        return parts.isEmpty() ? "stops nobody" : String.join(", ", parts);
    }

    private static Set<String> stopped(List<Trace> traces, Blocking blocking) {
        var names = new LinkedHashSet<String>();
        for (Trace trace : traces) {
            trace.locks().stream()
                    .filter(lock -> lock.stopsClients() && lock.mode().blocking() == blocking)
                    .filter(lock -> !lock.kind().endsWith("index"))
                    .forEach(lock -> names.add(lock.relation()));
        }
        return names;
    }

    private static String names(Set<String> names) {
        List<String> first = names.stream()
                .limit(MOST_NAMES)
                .map(name -> Words.cut(name, LONGEST_NAME))
                .toList();
        int more = names.size() - first.size();
        return more > 0 ? String.join(", ", first) + " and " + more + " more" : Words.list(first);
    }

    /** When and why clients of a relation wait, one sentence for each bar and moment. */
    static List<String> sentences(LockRow row, Trace trace) {
        var sentences = new ArrayList<String>();
        for (LockRow.Bar bar : row.bars()) {
            TracedLock lock = bar.lock();
            if (lock.stopsClients()) {
                sentences.add(who(lock) + " wait " + span(bar, trace) + " ("
                        + lock.mode().words() + ", held " + hold(lock) + ")" + meanwhile(bar, trace) + ".");
            }
        }
        for (TracedLock moment : row.moments()) {
            if (moment.stopsClients()) {
                sentences.add(who(moment) + " wait at line " + trace.line(moment.from()) + " ("
                        + moment.mode().words() + ", held for a moment once it is there; all who come after it wait"
                        + " in line with it).");
            }
        }
        return sentences;
    }

    private static String who(TracedLock lock) {
        return lock.mode().blocking().stopsReads() ? "reads and writes" : "writes";
    }

    private static String span(LockRow.Bar bar, Trace trace) {
        int from = trace.line(bar.from());
        int to = trace.line(bar.to());
        return from == to
                ? "at line " + from
                : "from line " + from + " to line " + to + ", " + Words.plural(bar.to() - bar.from() + 1, "statement");
    }

    private static String hold(TracedLock lock) {
        return switch (lock.hold()) {
            case TRANSACTION -> lock.from() == lock.to() ? "until it is committed" : "until the transaction ends";
            case STATEMENT -> "while the statement works";
            case MOMENT -> "for a moment";
        };
    }

    private static String meanwhile(LockRow.Bar bar, Trace trace) {
        var work = new LinkedHashSet<String>();
        for (int i = bar.from(); i <= bar.to(); i++) {
            for (TracedWork one : trace.statements().get(i).work()) {
                if (one.grows()) {
                    work.add(words(one) + (bar.from() == bar.to() ? "" : " at line " + trace.line(i)));
                }
            }
        }
        if (work.isEmpty()) {
            return "";
        }
        return "; meanwhile " + names(work) + (work.size() == 1 ? ", which grows" : ", which grow") + " with the table";
    }

    /** {@code a rewrite of orders}. */
    static String words(TracedWork work) {
        return switch (work.kind()) {
            case NONE -> "";
            case SCAN -> "a scan of " + work.relation();
            case INDEX_BUILD -> "the build of " + work.detail();
            case REWRITE -> "a rewrite of " + work.relation();
        };
    }

    /** For how long a lock is held, to be read after its mode. */
    static String until(TracedLock lock, Trace trace) {
        if (lock.hold() == Hold.TRANSACTION && lock.to() > lock.from()) {
            return "until statement " + (lock.to() + 1) + " (line " + trace.line(lock.to()) + ")";
        }
        return hold(lock);
    }
}
