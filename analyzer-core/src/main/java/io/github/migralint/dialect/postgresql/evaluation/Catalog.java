package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A system catalog or view: its columns, and its rows as they follow from the objects of the schema.
 *
 * @param <T> what a row is made of
 */
final class Catalog<T> {
    private final Map<String, Function<T, Datum>> columns = new LinkedHashMap<>();
    private final List<Rowset.Entry> entries = new ArrayList<>();

    /** Adds a column whose values are known. */
    Catalog<T> column(String name, Function<T, Datum> value) {
        columns.put(name, value);
        return this;
    }

    /** Adds columns of which nothing is known. */
    Catalog<T> unknown(String... names) {
        for (String name : names) {
            columns.put(name, row -> Datum.UNKNOWN);
        }
        return this;
    }

    /** Adds a row. */
    Catalog<T> row(T object, boolean certain) {
        Map<String, Datum> seen = new LinkedHashMap<>();
        Rowset.Tuple tuple = column -> {
            Function<T, Datum> value = columns.get(column);
            return value == null ? Datum.UNKNOWN : seen.computeIfAbsent(column, name -> value.apply(object));
        };
        entries.add(new Rowset.Entry(tuple, certain));
        return this;
    }

    /** Adds any number of rows, or none, of which only this is known. */
    Catalog<T> maybe(Map<String, Datum> known) {
        entries.add(new Rowset.Entry(column -> known.getOrDefault(column, Datum.UNKNOWN), false));
        return this;
    }

    Rowset rowset() {
        return new Rowset(List.copyOf(columns.keySet()), false, entries, false);
    }
}
