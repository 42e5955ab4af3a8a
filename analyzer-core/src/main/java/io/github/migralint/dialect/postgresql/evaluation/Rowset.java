package io.github.migralint.dialect.postgresql.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * The rows of something that can stand in FROM.
 *
 * @param columns the names of its columns in order, as far as known
 * @param open whether it may have other columns
 * @param entries its rows
 * @param ordered whether their order was asked for
 */
record Rowset(List<String> columns, boolean open, List<Rowset.Entry> entries, boolean ordered) {
    Rowset {
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
    }

    /**
     * A row.
     *
     * @param tuple its values
     * @param certain whether it is there exactly once; else there are any number of such rows, or none
     */
    record Entry(Tuple tuple, boolean certain) {}

    /** The values of a row by the names of its columns. */
    interface Tuple {
        /** Nothing is known of it. */
        Tuple UNKNOWN = column -> Datum.UNKNOWN;

        /** All its values are NULL. */
        Tuple NULLS = column -> Datum.NULL;

        /** The value of a column; unknown for one that is not modelled. */
        Datum get(String column);
    }

    static Rowset of(List<String> columns, List<Entry> entries) {
        return new Rowset(columns, false, entries, false);
    }

    /** Rows of which nothing is known. */
    static Rowset unknown(List<String> columns, boolean open) {
        return new Rowset(columns, open, List.of(new Entry(Tuple.UNKNOWN, false)), false);
    }

    /** The same under other names of columns, as an alias gives them. */
    Rowset renamed(List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        var renamed = new java.util.ArrayList<>(columns);
        for (int i = 0; i < names.size() && i < renamed.size(); i++) {
            renamed.set(i, names.get(i));
        }
        if (names.size() > columns.size()) {
            return unknown(names, true);
        }
        List<Entry> entriesRenamed = entries.stream()
                .map(entry -> new Entry(
                        column -> Optional.of(renamed.indexOf(column))
                                .filter(i -> i >= 0)
                                .map(i -> entry.tuple().get(columns.get(i)))
                                .orElse(Datum.UNKNOWN),
                        entry.certain()))
                .toList();
        return new Rowset(renamed, open, entriesRenamed, ordered);
    }

    boolean isCertain() {
        return entries.stream().allMatch(Entry::certain);
    }
}
