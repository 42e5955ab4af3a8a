package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What queries are worth inside expressions. */
final class Subqueries {
    private final Evaluation evaluation;
    private final Scope scope;

    Subqueries(Evaluation evaluation, Scope scope) {
        this.evaluation = evaluation;
        this.scope = scope;
    }

    private Result result(QueryTree query) {
        return new Selection(evaluation, scope, evaluation.sources()).result(query);
    }

    /** The value of a query of one row: where one row is certain there is no other. */
    Datum scalar(QueryTree query) {
        Result result = result(query);
        if (result.open() || result.names().size() != 1) {
            return Datum.UNKNOWN;
        }
        List<Result.Row> certain =
                result.rows().stream().filter(Result.Row::certain).toList();
        if (result.rows().isEmpty()) {
            return Datum.nothing("");
        }
        return certain.size() == 1 ? certain.get(0).values().get(0) : Datum.UNKNOWN;
    }

    Datum exists(QueryTree query) {
        List<Result.Row> rows = result(query).rows();
        if (rows.isEmpty()) {
            return Datum.FALSE;
        }
        return rows.stream().anyMatch(Result.Row::certain) ? Datum.TRUE : Datum.maybe();
    }

    Datum array(QueryTree query) {
        Result result = result(query);
        boolean ordered = result.rows().size() < 2 || (result.ordered() && result.orderKnown());
        if (!result.isCertain() || !ordered || result.open() || result.names().size() != 1) {
            return Datum.UNKNOWN;
        }
        List<Datum> elements =
                result.rows().stream().map(row -> row.values().get(0)).toList();
        String type = elements.isEmpty() ? "text" : elements.get(0).type();
        return Datum.array(elements.stream().map(Datum::value).toList(), type.equals("unknown") ? "text" : type);
    }

    /** Whether a test holds for any row, or for all. */
    Datum quantified(QueryTree query, boolean all, UnaryOperator<Datum> test) {
        Result result = result(query);
        if (result.open() || result.names().size() != 1) {
            return Datum.maybe();
        }
        Datum holds = Datum.truth(all);
        for (Result.Row row : result.rows()) {
            evaluation.budget().spend(1);
            Datum each = test.apply(row.values().get(0));
            boolean neutral = all ? each.isTrue() : each.isFalse();
            holds = Operators.folded(all, holds, row.certain() || neutral ? each : Datum.maybe());
        }
        return holds;
    }

    /** The rows of a query, where all of them are certain and so is their order. */
    Optional<List<Value.Row>> rows(QueryTree query) {
        Result result = result(query);
        boolean known = result.isCertain() && result.orderKnown();
        if (!known) {
            return Optional.empty();
        }
        var rows = new ArrayList<Value.Row>();
        for (Result.Row row : result.rows()) {
            Map<String, Value> fields = new LinkedHashMap<>();
            for (int i = 0; i < result.names().size(); i++) {
                fields.putIfAbsent(result.names().get(i), row.values().get(i).value());
            }
            rows.add(new Value.Row(fields));
        }
        return Optional.of(rows);
    }
}
