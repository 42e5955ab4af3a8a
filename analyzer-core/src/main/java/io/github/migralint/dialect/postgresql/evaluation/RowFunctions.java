package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions that give rows. */
final class RowFunctions {
    private static final Set<String> NAMES = Set.of(
            "unnest",
            "generate_series",
            "generate_subscripts",
            "regexp_matches",
            "regexp_split_to_table",
            "string_to_table",
            "json_array_elements",
            "json_array_elements_text",
            "jsonb_array_elements",
            "jsonb_array_elements_text",
            "json_each",
            "json_each_text",
            "jsonb_each",
            "jsonb_each_text",
            "json_object_keys",
            "jsonb_object_keys",
            "jsonb_path_query",
            "json_populate_recordset",
            "jsonb_populate_recordset",
            "json_to_recordset",
            "jsonb_to_recordset",
            "aclexplode",
            "ts_stat",
            "pg_get_keywords",
            "_pg_expandarray");

    private RowFunctions() {}

    /** Whether a call gives any number of rows. */
    static boolean gives(Term.Call call) {
        return NAMES.contains(call.function());
    }

    /** The rows of a function in FROM. */
    static Rowset rows(Evaluation evaluation, QueryTree.Function function, Scope scope) {
        Term.Call call = function.call();
        String name = function.columns().isEmpty()
                ? function.alias()
                : function.columns().get(0);
        List<Datum> arguments = call.arguments().stream()
                .map(term -> evaluation.value(term, scope))
                .toList();
        Optional<List<Datum>> elements = elements(call.function(), arguments);
        if (elements.isEmpty()) {
            List<String> columns = function.columns().isEmpty() ? List.of(function.alias()) : function.columns();
            return Rowset.unknown(columns, true);
        }
        evaluation.budget().spend(elements.get().size());
        String ordinality = function.columns().size() > 1 ? function.columns().get(1) : "ordinality";
        var entries = new ArrayList<Rowset.Entry>();
        for (int i = 0; i < elements.get().size(); i++) {
            Datum element = elements.get().get(i);
            Datum place = function.ordinality() ? Datum.integer(i + 1L).as("int8") : Datum.UNKNOWN;
            entries.add(new Rowset.Entry(
                    column -> column.equals(name) ? element : column.equals(ordinality) ? place : Datum.UNKNOWN, true));
        }
        List<String> columns = function.ordinality() ? List.of(name, ordinality) : List.of(name);
        return new Rowset(columns, false, entries, true);
    }

    /** What a function gives out, one after the other; none where that cannot be told. */
    static Optional<List<Datum>> elements(String function, List<Datum> arguments) {
        return switch (function) {
            case "unnest" -> arguments.size() == 1 ? unnested(arguments.get(0)) : Optional.empty();
            case "generate_series" -> series(arguments);
            default -> Optional.empty();
        };
    }

    private static Optional<List<Datum>> unnested(Datum array) {
        if (array.isNull()) {
            return Optional.of(List.of());
        }
        boolean flat = array.value() instanceof Value.Array elements
                && elements.elements().stream().noneMatch(Value.Array.class::isInstance);
        return flat && array.value() instanceof Value.Array known
                ? Optional.of(known.elements().stream()
                        .map(element -> Arrays.element(array, element))
                        .toList())
                : Optional.empty();
    }

    private static Optional<List<Datum>> series(List<Datum> arguments) {
        if (arguments.stream().anyMatch(Datum::isNull)) {
            return Optional.of(List.of());
        }
        boolean numbers = (arguments.size() == 2 || arguments.size() == 3)
                && arguments.stream()
                        .allMatch(argument ->
                                Numbers.isInteger(argument.type()) && argument.value() instanceof Value.Number);
        if (!numbers) {
            return Optional.empty();
        }
        long from = number(arguments.get(0));
        long to = number(arguments.get(1));
        long step = arguments.size() == 3 ? number(arguments.get(2)) : 1;
        boolean small = step != 0 && Math.abs((double) to - from) / Math.abs((double) step) < Budget.MOST_ROWS;
        if (!small) {
            boolean none = step > 0 ? from > to : step < 0 && from < to;
            return none ? Optional.of(List.of()) : Optional.empty();
        }
        var series = new ArrayList<Datum>();
        for (long i = from; step > 0 ? i <= to : i >= to; i += step) {
            series.add(Datum.of(
                    new Value.Number(BigDecimal.valueOf(i)), arguments.get(0).type()));
        }
        return Optional.of(series);
    }

    private static long number(Datum datum) {
        return datum.value() instanceof Value.Number(BigDecimal number) ? number.longValue() : 0;
    }
}
