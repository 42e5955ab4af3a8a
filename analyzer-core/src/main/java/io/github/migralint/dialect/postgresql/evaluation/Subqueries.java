package io.github.migralint.dialect.postgresql.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What queries are worth inside expressions. */
final class Subqueries {
    Subqueries(Evaluation evaluation, Scope scope) {}

    Datum scalar(QueryTree query) {
        return Datum.UNKNOWN;
    }

    Datum exists(QueryTree query) {
        return Datum.maybe();
    }

    Datum array(QueryTree query) {
        return Datum.UNKNOWN;
    }

    Datum quantified(QueryTree query, boolean all, UnaryOperator<Datum> test) {
        return Datum.maybe();
    }

    Optional<List<Value.Row>> rows(QueryTree query) {
        return Optional.empty();
    }
}
