package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evaluates one SELECT. */
final class PlainSelection {
    private final Evaluation evaluation;
    private final Frame frame;
    private final Joins joins;

    PlainSelection(Evaluation evaluation, Scope outer, Sources sources) {
        this.evaluation = evaluation;
        this.frame = new Frame(outer);
        this.joins = new Joins(evaluation, sources, frame);
    }

    Result result(QueryTree.Plain plain, List<QueryTree.Order> order) {
        List<Frame.Partial> rows = joins.rows(plain.from(), plain.where());
        if (plain.opaque()) {
            rows = rows.stream().map(Frame.Partial::uncertain).toList();
        }
        boolean open = plain.items().stream().anyMatch(this::showsMoreThanKnown);
        List<QueryTree.Item> items =
                plain.items().stream().flatMap(item -> expanded(item).stream()).toList();
        boolean grouped = !plain.groupBy().isEmpty()
                || plain.having().isPresent()
                || items.stream().anyMatch(item -> Aggregates.isIn(item.term()))
                || order.stream().anyMatch(key -> Aggregates.isIn(key.term()));
        Result result = grouped ? grouped(plain, items, order, rows) : plain(items, order, rows, open);
        return plain.distinct() ? new Distinct(evaluation).of(result) : result;
    }

    private boolean showsMoreThanKnown(QueryTree.Item item) {
        return item.term() instanceof Term.Star star
                && starred(star).stream().anyMatch(source -> source.rowset().open());
    }

    private List<Frame.Source> starred(Term.Star star) {
        return frame.sources().stream()
                .filter(source -> star.source().isEmpty() || star.source().get().equals(source.alias()))
                .toList();
    }

    private List<QueryTree.Item> expanded(QueryTree.Item item) {
        if (!(item.term() instanceof Term.Star star)) {
            return List.of(item);
        }
        var items = new ArrayList<QueryTree.Item>();
        Set<String> once = new java.util.HashSet<>();
        for (Frame.Source source : starred(star)) {
            for (String column : source.rowset().columns()) {
                boolean again = star.source().isEmpty() && joins.merged().contains(column) && !once.add(column);
                if (!again) {
                    items.add(new QueryTree.Item(new Term.Name(List.of(source.alias(), column)), column));
                }
            }
        }
        return items;
    }

    private Result plain(
            List<QueryTree.Item> items, List<QueryTree.Order> order, List<Frame.Partial> rows, boolean open) {
        List<String> names = items.stream().map(QueryTree.Item::name).toList();
        var out = new ArrayList<Result.Row>();
        var keys = new ArrayList<List<Datum>>();
        boolean givesRows = items.stream()
                .anyMatch(item ->
                        TermWalk.any(item.term(), term -> term instanceof Term.Call call && RowFunctions.gives(call)));
        for (Frame.Partial partial : rows) {
            List<Result.Row> shown = givesRows ? several(items, partial) : List.of(one(items, partial));
            for (Result.Row row : shown) {
                out.add(row);
                keys.add(order.stream()
                        .map(key -> key(names, row, key.term(), partial))
                        .toList());
            }
        }
        boolean inherited = order.isEmpty()
                && frame.sources().size() == 1
                && frame.sources().get(0).rowset().ordered();
        var result = new Result(names, open, out, inherited, true);
        return order.isEmpty() ? result : Sorting.sorted(result, keys, order);
    }

    private Datum key(List<String> names, Result.Row row, Term term, Frame.Partial partial) {
        return Sorting.output(names, row, term).orElseGet(() -> evaluation.value(term, frame.at(partial)));
    }

    private Result.Row one(List<QueryTree.Item> items, Frame.Partial partial) {
        return new Result.Row(
                items.stream()
                        .map(item -> evaluation.value(item.term(), frame.at(partial)))
                        .toList(),
                partial.certain());
    }

    /** A select list with a function that gives rows: understood where it stands alone. */
    private List<Result.Row> several(List<QueryTree.Item> items, Frame.Partial partial) {
        if (items.size() == 1 && items.get(0).term() instanceof Term.Call call) {
            List<Datum> arguments = call.arguments().stream()
                    .map(term -> evaluation.value(term, frame.at(partial)))
                    .toList();
            Optional<List<Datum>> elements = RowFunctions.elements(call.function(), arguments);
            if (elements.isPresent()) {
                evaluation.budget().spend(elements.get().size());
                return elements.get().stream()
                        .map(element -> new Result.Row(List.of(element), partial.certain()))
                        .toList();
            }
        }
        List<Datum> nothingKnown = items.stream().map(item -> Datum.UNKNOWN).toList();
        return List.of(new Result.Row(nothingKnown, false));
    }

    private Result grouped(
            QueryTree.Plain plain, List<QueryTree.Item> items, List<QueryTree.Order> order, List<Frame.Partial> rows) {
        boolean inOrder =
                frame.sources().size() == 1 && frame.sources().get(0).rowset().ordered();
        List<String> names = items.stream().map(QueryTree.Item::name).toList();
        var out = new ArrayList<Result.Row>();
        var keys = new ArrayList<List<Datum>>();
        for (Group group : groups(plain, items, rows)) {
            var aggregates = new Aggregates(evaluation, frame, group.rows(), inOrder);
            Datum having = plain.having().map(aggregates::value).orElse(Datum.TRUE);
            if (having.isNotTrue()) {
                continue;
            }
            List<Datum> values =
                    items.stream().map(item -> aggregates.value(item.term())).toList();
            var row = new Result.Row(values, group.certain() && having.isTrue());
            out.add(row);
            keys.add(order.stream()
                    .map(key -> Sorting.output(names, row, key.term()).orElseGet(() -> aggregates.value(key.term())))
                    .toList());
        }
        Result result = Result.of(names, out);
        return order.isEmpty() ? result : Sorting.sorted(result, keys, order);
    }

    /** Rows that are taken together. */
    private record Group(List<Frame.Partial> rows, boolean certain) {}

    private List<Group> groups(QueryTree.Plain plain, List<QueryTree.Item> items, List<Frame.Partial> rows) {
        if (plain.groupBy().isEmpty()) {
            return List.of(new Group(rows, true));
        }
        var keys = new ArrayList<List<Datum>>();
        for (Frame.Partial partial : rows) {
            keys.add(plain.groupBy().stream()
                    .map(term -> groupKey(term, items, partial))
                    .toList());
        }
        var groups = new ArrayList<Group>();
        boolean certain = rows.stream().allMatch(Frame.Partial::certain);
        var byKey = certain ? Distinct.groups(keys) : Optional.<java.util.Map<String, List<Integer>>>empty();
        if (byKey.isEmpty()) {
            // Rows that may be there may belong to any group.
            rows.forEach(row -> groups.add(new Group(List.of(row.uncertain()), false)));
            return groups;
        }
        byKey.get()
                .values()
                .forEach(places ->
                        groups.add(new Group(places.stream().map(rows::get).toList(), true)));
        return groups;
    }

    private Datum groupKey(Term term, List<QueryTree.Item> items, Frame.Partial partial) {
        Term meant = term;
        if (term instanceof Term.Constant(Datum datum) && datum.value() instanceof Value.Number number) {
            int index = number.number().intValue() - 1;
            meant = index >= 0 && index < items.size() ? items.get(index).term() : term;
        } else if (term instanceof Term.Name name && name.parts().size() == 1 && frame.slot(name.parts()) < 0) {
            meant = items.stream()
                    .filter(item -> item.name().equals(name.parts().get(0)))
                    .findFirst()
                    .map(QueryTree.Item::term)
                    .orElse(term);
        }
        return evaluation.value(meant, frame.at(partial));
    }
}
