package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ORDER BY. */
final class Sorting {
    private Sorting() {}

    /**
     * The order of rows by their keys.
     *
     * @param rows the places of the rows, in order
     * @param known whether that is the order that the server gives
     */
    record Sorted(List<Integer> rows, boolean known) {}

    /** Orders what a set operation gives out: by its columns only. */
    static Result byOutput(Result result, List<QueryTree.Order> order) {
        if (order.isEmpty()) {
            return result;
        }
        var keys = new ArrayList<List<Datum>>();
        for (Result.Row row : result.rows()) {
            keys.add(order.stream()
                    .map(key -> output(result.names(), row, key.term()).orElse(Datum.UNKNOWN))
                    .toList());
        }
        return sorted(result, keys, order);
    }

    /** The column of the output that a key names by its name or number. */
    static Optional<Datum> output(List<String> names, Result.Row row, Term key) {
        int index = switch (key) {
            case Term.Name name
            when name.parts().size() == 1 -> names.indexOf(name.parts().get(0));
            case Term.Constant(Datum datum)
            when datum.value() instanceof Value.Number(BigDecimal number) -> number.intValue() - 1;
            default -> -1;
        };
        return index >= 0 && index < row.values().size()
                ? Optional.of(row.values().get(index))
                : Optional.empty();
    }

    static Result sorted(Result result, List<List<Datum>> keys, List<QueryTree.Order> order) {
        Sorted sorted = sort(keys, order);
        List<Result.Row> rows = sorted.rows().stream().map(result.rows()::get).toList();
        return new Result(result.names(), result.open(), rows, true, sorted.known());
    }

    /** Sorts by keys; where two cannot be compared the order is not known. */
    static Sorted sort(List<List<Datum>> keys, List<QueryTree.Order> order) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < keys.size(); i++) {
            places.add(i);
        }
        if (keys.size() < 2) {
            return new Sorted(places, true);
        }
        try {
            places.sort((a, b) -> compare(keys.get(a), keys.get(b), order));
            return new Sorted(places, true);
        } catch (Unreadable e) {
            places.sort(null);
            return new Sorted(places, false);
        }
    }

    private static int compare(List<Datum> left, List<Datum> right, List<QueryTree.Order> order) {
        for (int i = 0; i < order.size(); i++) {
            int result = compare(left.get(i), right.get(i), order.get(i));
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private static int compare(Datum left, Datum right, QueryTree.Order order) {
        if (left.isNull() || right.isNull()) {
            boolean first = order.nullsFirst().orElse(order.descending());
            int nulls = Boolean.compare(right.isNull(), left.isNull());
            return first ? nulls : -nulls;
        }
        int result = Comparison.order(left, right).orElseThrow(() -> new Unreadable("an order of its own"));
        return order.descending() ? -result : result;
    }
}
