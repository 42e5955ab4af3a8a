package io.github.migralint.dialect.mysql;

import java.util.Set;

/** The units of intervals. */
final class Units {
    private static final Set<String> UNITS = Set.of(
            "microsecond",
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "quarter",
            "year",
            "second_microsecond",
            "minute_microsecond",
            "minute_second",
            "hour_microsecond",
            "hour_second",
            "hour_minute",
            "day_microsecond",
            "day_second",
            "day_minute",
            "day_hour",
            "year_month");

    private Units() {}

    /** Whether a word is a unit. */
    static boolean has(String word) {
        return UNITS.contains(word);
    }
}
