package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates a query to its rows. */
final class Selection {
    private final Evaluation evaluation;
    private final Scope scope;
    private final Optional<Sources> outer;

    Selection(Evaluation evaluation, Scope scope, Optional<Sources> outer) {
        this.evaluation = evaluation;
        this.scope = scope;
        this.outer = outer;
    }

    Result result(QueryTree query) {
        var sources = new Sources(evaluation, scope, outer);
        for (QueryTree.Common common : query.with()) {
            Rowset rowset = common.query()
                    .map(tree -> new Selection(evaluation, scope, Optional.of(sources))
                            .result(tree)
                            .rowset()
                            .renamed(common.columns()))
                    .orElse(Rowset.unknown(common.columns(), true));
            sources.add(common.name(), rowset);
        }
        Optional<Sources> before = evaluation.sources();
        evaluation.sources(Optional.of(sources));
        Result result = switch (query.body()) {
            case QueryTree.Plain plain -> new PlainSelection(evaluation, scope, sources).result(plain, query.order());
            case QueryTree.Values values -> Sorting.byOutput(values(values), query.order());
            case QueryTree.SetOperation operation -> Sorting.byOutput(combined(operation, sources), query.order());
        };
        evaluation.sources(before);
        return limited(result, query);
    }

    private Result values(QueryTree.Values values) {
        var rows = new ArrayList<Result.Row>();
        var names = new ArrayList<String>();
        for (List<Term> terms : values.rows()) {
            List<Datum> row =
                    terms.stream().map(term -> evaluation.value(term, scope)).toList();
            if (!rows.isEmpty() && row.size() != names.size()) {
                throw new Unreadable("rows of different lengths");
            }
            while (names.size() < row.size()) {
                names.add("column" + (names.size() + 1));
            }
            rows.add(new Result.Row(row, true));
        }
        return Result.of(names, rows);
    }

    private Result combined(QueryTree.SetOperation operation, Sources sources) {
        var side = new Selection(evaluation, scope, Optional.of(sources));
        Result left = side.result(operation.left());
        Result right = side.result(operation.right());
        if (left.open() || right.open() || left.names().size() != right.names().size()) {
            throw new Unreadable("columns that are not known");
        }
        if (operation.operator().equals("union")) {
            var rows = new ArrayList<>(left.rows());
            rows.addAll(right.rows());
            Result all = Result.of(left.names(), rows);
            return operation.all() ? all : new Distinct(evaluation).of(all);
        }
        return new Distinct(evaluation)
                .compared(left, right, operation.operator().equals("except"), operation.all());
    }

    /** LIMIT and OFFSET. */
    private Result limited(Result result, QueryTree query) {
        Optional<Integer> limit = query.limit().flatMap(this::count);
        Optional<Integer> offset = query.offset().flatMap(this::count);
        boolean unknown = (query.limit().isPresent() && limit.isEmpty())
                || (query.offset().isPresent() && offset.isEmpty());
        int skip = offset.orElse(0);
        int take = limit.orElse(Integer.MAX_VALUE);
        List<Result.Row> rows = result.rows();
        if (unknown) {
            return with(
                    result,
                    rows.stream()
                            .map(row -> new Result.Row(row.values(), false))
                            .toList());
        }
        if (skip == 0 && (rows.isEmpty() || (rows.size() <= take && result.isCertain()))) {
            return result;
        }
        if (take == 0) {
            return with(result, List.of());
        }
        if (result.isCertain() && ((result.orderKnown() && result.ordered()) || rows.size() <= skip)) {
            int from = Math.min(skip, rows.size());
            return with(result, rows.subList(from, (int) Math.min(rows.size(), (long) from + take)));
        }
        return with(result, someOf(rows, skip, query.limit().isEmpty() ? rows.size() : take));
    }

    /** Some of the rows, nobody knows which. */
    private List<Result.Row> someOf(List<Result.Row> rows, int skip, int take) {
        long sure = Math.min(take, rows.stream().filter(Result.Row::certain).count() - skip);
        var some = new ArrayList<Result.Row>();
        List<Datum> common =
                evaluation.common(rows.stream().map(Result.Row::values).toList());
        for (long i = 0; i < sure; i++) {
            some.add(new Result.Row(common, true));
        }
        if (sure < take) {
            rows.forEach(row -> some.add(new Result.Row(row.values(), false)));
        }
        return some;
    }

    private static Result with(Result result, List<Result.Row> rows) {
        return new Result(result.names(), result.open(), rows, result.ordered(), result.orderKnown());
    }

    private Optional<Integer> count(Term term) {
        Datum datum = evaluation.value(term, scope);
        if (datum.isNull()) {
            return Optional.of(Integer.MAX_VALUE);
        }
        return datum.value() instanceof Value.Number(BigDecimal number)
                        && number.signum() >= 0
                        && Numbers.fits(number, "int4")
                ? Optional.of(number.intValue())
                : Optional.empty();
    }
}
