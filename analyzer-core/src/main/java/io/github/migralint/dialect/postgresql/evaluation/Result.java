package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a query gives out.
 *
 * @param names the names of its columns
 * @param open whether it has columns that are not known
 * @param rows its rows
 * @param ordered whether the rows are in an order that was asked for
 * @param orderKnown whether the rows are in the order that was asked for, if one was
 */
record Result(List<String> names, boolean open, List<Result.Row> rows, boolean ordered, boolean orderKnown) {
    /**
     * A row.
     *
     * @param values its values, by place
     * @param certain whether it is there exactly once; else there are any number of such rows, or none
     */
    record Row(List<Datum> values, boolean certain) {}

    static Result of(List<String> names, List<Row> rows) {
        return new Result(names, false, rows, false, true);
    }

    boolean isCertain() {
        return rows.stream().allMatch(Row::certain);
    }

    Rowset rowset() {
        var entries = new ArrayList<Rowset.Entry>();
        for (Row row : rows) {
            entries.add(new Rowset.Entry(
                    column -> {
                        int i = names.indexOf(column);
                        return i < 0 ? Datum.UNKNOWN : row.values().get(i);
                    },
                    row.certain()));
        }
        return new Rowset(names, open, entries, ordered && orderKnown);
    }
}
