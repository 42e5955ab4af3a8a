package io.github.migralint.history;

import io.github.migralint.schema.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody said of how many rows tables hold. Names are those of tables, with or without their schema, in which
 * {@code *} stands for any characters.
 *
 * @param large tables with so many rows that each of them counts
 * @param small tables with so few rows that work on all of them takes no time worth a word
 * @param rows numbers of rows
 */
public record TableSizes(List<String> large, List<String> small, Map<String, Long> rows) {
    /** Nothing was said. */
    public static final TableSizes UNKNOWN = new TableSizes(List.of(), List.of(), Map.of());

    /** The number of rows from which on a table is no longer small. */
    public static final long SMALL_ROWS = 10_000;

    /** How big a table is said to be. */
    public enum Size {
        SMALL,
        LARGE,
        UNKNOWN
    }

    public TableSizes {
        large = List.copyOf(large);
        small = List.copyOf(small);
        rows = Map.copyOf(rows);
    }

    /** How big a table is said to be; what is said of its rows weighs most, then what makes it large. */
    public Size of(ObjectName table) {
        Optional<Long> count = rowsOf(table);
        if (count.isPresent()) {
            return count.get() < SMALL_ROWS ? Size.SMALL : Size.LARGE;
        }
        if (large.stream().anyMatch(pattern -> matches(pattern, table))) {
            return Size.LARGE;
        }
        return small.stream().anyMatch(pattern -> matches(pattern, table)) ? Size.SMALL : Size.UNKNOWN;
    }

    /** The number of rows of a table, if somebody said it. */
    public Optional<Long> rowsOf(ObjectName table) {
        return rows.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), table))
                .map(Map.Entry::getValue)
                .max(Long::compare);
    }

    private static boolean matches(String pattern, ObjectName table) {
        String name = pattern.contains(".") ? table.schema() + "." + table.name() : table.name();
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), name);
    }
}
