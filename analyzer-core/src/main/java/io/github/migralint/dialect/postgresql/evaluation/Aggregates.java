package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What aggregates make of the rows of a group. */
final class Aggregates {
    private static final Set<String> NAMES = Set.of(
            "count",
            "string_agg",
            "array_agg",
            "bool_or",
            "bool_and",
            "every",
            "max",
            "min",
            "sum",
            "avg",
            "json_agg",
            "jsonb_agg",
            "json_object_agg",
            "jsonb_object_agg",
            "bit_or",
            "bit_and",
            "stddev",
            "variance",
            "any_value");

    private final Evaluation evaluation;
    private final Frame frame;
    private final List<Frame.Partial> rows;
    private final boolean inOrder;

    Aggregates(Evaluation evaluation, Frame frame, List<Frame.Partial> rows, boolean inOrder) {
        this.evaluation = evaluation;
        this.frame = frame;
        this.rows = rows;
        this.inOrder = inOrder;
    }

    /** Whether an aggregate is a part of an expression. */
    static boolean isIn(Term term) {
        return TermWalk.any(
                term, part -> part instanceof Term.Call call && !call.windowed() && NAMES.contains(call.function()));
    }

    /** The value of an expression over the group. */
    Datum value(Term term) {
        return evaluation.value(resolved(term), rows.isEmpty() ? frame.at(nothing()) : frame.at(rows.get(0)));
    }

    private Frame.Partial nothing() {
        List<Rowset.Tuple> tuples =
                frame.sources().stream().map(source -> Rowset.Tuple.UNKNOWN).toList();
        return new Frame.Partial(tuples, true);
    }

    /** The expression with its aggregates replaced by what they give. */
    private Term resolved(Term term) {
        if (!isIn(term)) {
            return term;
        }
        return switch (term) {
            case Term.Call call
            when NAMES.contains(call.function()) && !call.windowed() -> new Term.Constant(aggregate(call));
            case Term.Call call ->
                new Term.Call(
                        call.function(),
                        call.arguments().stream().map(this::resolved).toList(),
                        call.star(),
                        call.distinct(),
                        call.order(),
                        call.filter(),
                        call.windowed());
            case Term.Cast cast -> new Term.Cast(resolved(cast.term()), cast.type());
            case Term.Infix infix -> new Term.Infix(infix.operator(), resolved(infix.left()), resolved(infix.right()));
            case Term.Not not -> new Term.Not(resolved(not.term()));
            case Term.Prefix prefix -> new Term.Prefix(prefix.operator(), resolved(prefix.term()));
            case Term.Test test -> new Term.Test(test.what(), test.negated(), resolved(test.term()));
            case Term.Junction junction ->
                new Term.Junction(
                        junction.and(),
                        junction.parts().stream().map(this::resolved).toList());
            case Term.InList in ->
                new Term.InList(
                        resolved(in.left()),
                        in.list().stream().map(this::resolved).toList());
            case Term.Between between ->
                new Term.Between(
                        resolved(between.term()),
                        resolved(between.low()),
                        resolved(between.high()),
                        between.symmetric());
            case Term.Case branches -> resolved(branches);
            case Term.Quantified quantified ->
                new Term.Quantified(
                        quantified.operator(),
                        quantified.all(),
                        resolved(quantified.left()),
                        resolved(quantified.right()));
            default -> new Term.Opaque();
        };
    }

    private Term resolved(Term.Case branches) {
        return new Term.Case(
                branches.branches().stream()
                        .map(branch -> new Term.When(resolved(branch.condition()), resolved(branch.result())))
                        .toList(),
                branches.otherwise().map(this::resolved));
    }

    private Datum aggregate(Term.Call call) {
        List<Frame.Partial> counted = call.filter()
                .map(filter -> new Conditions(evaluation, frame, Set.of()).passed(rows, List.of(filter)))
                .orElse(rows);
        evaluation.budget().spend(counted.size());
        boolean certain = counted.stream().allMatch(Frame.Partial::certain);
        if (call.star()) {
            return count(counted, certain);
        }
        if (call.arguments().isEmpty()) {
            return Datum.UNKNOWN;
        }
        List<Datum> values = counted.stream()
                .map(row -> evaluation.value(call.arguments().get(0), frame.at(row)))
                .toList();
        return switch (call.function()) {
            case "bool_or" -> truth(values, counted, false);
            case "bool_and", "every" -> truth(values, counted, true);
            default -> certain ? known(call, values, counted) : Datum.UNKNOWN;
        };
    }

    private static Datum count(List<Frame.Partial> counted, boolean certain) {
        long sure = counted.stream().filter(Frame.Partial::certain).count();
        return certain ? Datum.integer(sure).as("int8") : atLeast(sure);
    }

    private static Datum atLeast(long sure) {
        return new Range(BigDecimal.valueOf(sure), BigDecimal.valueOf(Long.MAX_VALUE)).datum("int8");
    }

    private static Datum truth(List<Datum> values, List<Frame.Partial> counted, boolean and) {
        Datum result = Datum.nothing("bool");
        for (int i = 0; i < values.size(); i++) {
            Datum value = values.get(i);
            if (value.isNull()) {
                continue;
            }
            boolean decides = and ? value.isFalse() : value.isTrue();
            if (decides && counted.get(i).certain()) {
                return Datum.truth(!and);
            }
            boolean vague = !counted.get(i).certain() || value.isUnknown();
            result = vague || result.isUnknown() ? Datum.maybe() : value;
        }
        return result;
    }

    private Datum known(Term.Call call, List<Datum> values, List<Frame.Partial> counted) {
        boolean unknown = values.stream().anyMatch(Datum::isUnknown);
        List<Datum> present = values.stream().filter(value -> !value.isNull()).toList();
        if (unknown) {
            return Datum.UNKNOWN;
        }
        return switch (call.function()) {
            case "count" ->
                call.distinct()
                        ? distinct(present)
                        : Datum.integer(present.size()).as("int8");
            case "max", "min" ->
                call.distinct()
                        ? Datum.UNKNOWN
                        : extreme(present, call.function().equals("max"));
            case "sum" -> call.distinct() ? Datum.UNKNOWN : sum(present);
            case "string_agg" -> text(call, values, counted);
            case "array_agg" -> array(call, values, counted);
            default -> Datum.UNKNOWN;
        };
    }

    private static Datum distinct(List<Datum> values) {
        return Distinct.groups(values.stream().map(List::of).toList())
                .map(groups -> Datum.integer(groups.size()).as("int8"))
                .orElse(Datum.UNKNOWN);
    }

    private static Datum extreme(List<Datum> values, boolean greatest) {
        Optional<Datum> best = Optional.empty();
        for (Datum value : values) {
            Optional<Integer> order = best.isEmpty() ? Optional.of(0) : Comparison.order(value, best.get());
            if (order.isEmpty()) {
                return Datum.UNKNOWN;
            }
            boolean better = best.isEmpty() || (greatest ? order.get() > 0 : order.get() < 0);
            best = better ? Optional.of(value) : best;
        }
        return best.orElse(Datum.nothing(""));
    }

    private static Datum sum(List<Datum> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Datum value : values) {
            if (!(value.value() instanceof Value.Number(BigDecimal number)) || !Numbers.isInteger(value.type())) {
                return Datum.UNKNOWN;
            }
            sum = sum.add(number);
        }
        return values.isEmpty() ? Datum.nothing("") : Datum.of(new Value.Number(sum), "");
    }

    /** The values in the order that the call asks for; none where it cannot be told and matters. */
    private Optional<List<Datum>> ordered(Term.Call call, List<Datum> values, List<Frame.Partial> counted) {
        if (call.distinct()) {
            // The server sorts to find what is equal.
            var result = new Distinct(evaluation)
                    .of(Result.of(
                            List.of("value"),
                            values.stream()
                                    .map(v -> new Result.Row(List.of(v), true))
                                    .toList()));
            List<List<Datum>> keys =
                    result.rows().stream().map(Result.Row::values).toList();
            Sorting.Sorted sorted =
                    Sorting.sort(keys, List.of(new QueryTree.Order(new Term.Opaque(), false, Optional.empty())));
            return sorted.known() && result.isCertain() && call.order().isEmpty()
                    ? Optional.of(
                            sorted.rows().stream().map(i -> keys.get(i).get(0)).toList())
                    : Optional.empty();
        }
        if (call.order().isEmpty()) {
            return values.size() < 2 || inOrder ? Optional.of(values) : Optional.empty();
        }
        var keys = new ArrayList<List<Datum>>();
        for (Frame.Partial row : counted) {
            keys.add(call.order().stream()
                    .map(key -> evaluation.value(key.term(), frame.at(row)))
                    .toList());
        }
        Sorting.Sorted sorted = Sorting.sort(keys, call.order());
        return sorted.known()
                ? Optional.of(sorted.rows().stream().map(values::get).toList())
                : Optional.empty();
    }

    private Datum text(Term.Call call, List<Datum> values, List<Frame.Partial> counted) {
        Optional<List<Datum>> ordered = ordered(call, values, counted);
        if (ordered.isEmpty() || call.arguments().size() != 2 || counted.isEmpty()) {
            return counted.isEmpty() ? Datum.nothing("text") : Datum.unknown("text");
        }
        Datum separator = evaluation.value(call.arguments().get(1), frame.at(counted.get(0)));
        var parts = new ArrayList<String>();
        long length = 0;
        for (Datum value : ordered.get()) {
            if (value.value() instanceof Value.Text(String text)) {
                parts.add(text);
                length += text.length();
            } else if (!value.isNull()) {
                return Datum.unknown("text");
            }
        }
        boolean known = separator.value() instanceof Value.Text && length < Budget.LONGEST_TEXT;
        if (!known || !(separator.value() instanceof Value.Text(String between))) {
            return Datum.unknown("text");
        }
        return parts.isEmpty() ? Datum.nothing("text") : Datum.text(String.join(between, parts));
    }

    private Datum array(Term.Call call, List<Datum> values, List<Frame.Partial> counted) {
        if (values.isEmpty()) {
            return Datum.nothing("[]");
        }
        return ordered(call, values, counted)
                .map(list -> Datum.array(
                        list.stream().map(Datum::value).toList(), list.get(0).type()))
                .orElse(Datum.UNKNOWN);
    }
}
