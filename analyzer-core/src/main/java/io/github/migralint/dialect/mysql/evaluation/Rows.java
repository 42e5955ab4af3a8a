package io.github.migralint.dialect.mysql.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of a table of the information schema, as far as they are known. */
final class Rows {
    /**
     * A row.
     *
     * @param cells its values by the folded names of their columns; others are unknown
     * @param certain whether it is there exactly once; else there are any number of such rows, or none
     */
    record Entry(Map<String, Datum> cells, boolean certain) {
        Datum cell(String column) {
            return cells.getOrDefault(column, Datum.UNKNOWN);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    List<Entry> entries() {
        return entries;
    }

    void add(boolean certain, Map<String, Datum> cells) {
        entries.add(new Entry(cells, certain));
    }

    /** Rows of which nothing is known. */
    static Rows unknown() {
        var rows = new Rows();
        rows.add(false, Map.of());
        return rows;
    }
}
