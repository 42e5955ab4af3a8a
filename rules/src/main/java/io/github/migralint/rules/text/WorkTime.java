package io.github.migralint.rules.text;

import io.github.migralint.effect.Work;
import io.github.migralint.rules.facts.TableSize;
import java.util.Locale;

/**
 * Says how long work on every row of a table takes, to the order of magnitude. The rule of thumb: a server reads a million
 * rows a second, puts half a million into an index, and writes a hundred thousand anew with their index entries. That is
 * between a fourth and a fourteenth of what PostgreSQL 15 did with four million rows of 100 bytes that lay in memory, with
 * nobody else at work (14, 3 and 0.4 million rows a second): rows of a real table are wider, on a disk, and in use.
 */
final class WorkTime {
    private static final long SCANNED_PER_SECOND = 1_000_000;
    private static final long INDEXED_PER_SECOND = 500_000;
    private static final long WRITTEN_PER_SECOND = 100_000;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private WorkTime() {}

    /** {@code " (42 million rows: minutes)"}, or what else is said of the size; empty where nothing is. */
    static String inParentheses(TableSize size, Work work) {
        return switch (size.size()) {
            case UNKNOWN -> "";
            case SMALL -> " (" + size.rows().map(WorkTime::rows).orElse("said to be small") + ")";
            case LARGE ->
                " (" + size.rows().map(rows -> rows(rows) + time(rows, work)).orElse("said to be large") + ")";
        };
    }

    /** {@code 42 million rows}. */
    static String rows(long rows) {
        if (rows >= BILLION) {
            return scaled(rows, BILLION) + " billion rows";
        }
        if (rows >= MILLION) {
            return scaled(rows, MILLION) + " million rows";
        }
        return String.format(Locale.ROOT, "%,d", rows) + (rows == 1 ? " row" : " rows");
    }

    private static String time(long rows, Work work) {
        return switch (work) {
            case NONE -> "";
            case SCAN -> ": " + words(rows / SCANNED_PER_SECOND);
            case INDEX_BUILD -> ": " + words(rows / INDEXED_PER_SECOND);
            case REWRITE -> ": " + words(rows / WRITTEN_PER_SECOND);
        };
    }

    private static String words(long seconds) {
        if (seconds < 1) {
            return "about a second";
        }
        if (seconds < MINUTE) {
            return "seconds";
        }
        if (seconds < HOUR) {
            return "minutes";
        }
        return seconds < DAY ? "hours" : "days";
    }

    /** One digit behind the point below ten, where it is not zero. */
    private static String scaled(long rows, long unit) {
        long tenths = rows / (unit / 10);
        boolean whole = tenths >= 100 || tenths % 10 == 0;
        return whole ? String.format(Locale.ROOT, "%,d", rows / unit) : tenths / 10 + "." + tenths % 10;
    }
}
