package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the rows of FROM together, and leaves out early what WHERE refuses. */
final class Joins {
    private final Evaluation evaluation;
    private final Sources sources;
    private final Frame frame;
    private final Set<String> merged = new HashSet<>();

    Joins(Evaluation evaluation, Sources sources, Frame frame) {
        this.evaluation = evaluation;
        this.sources = sources;
        this.frame = frame;
    }

    /** Columns that a USING or NATURAL join shows once. */
    Set<String> merged() {
        return merged;
    }

    List<Frame.Partial> rows(List<QueryTree.From> from, Optional<Term> where) {
        var expected = new HashSet<String>();
        from.forEach(item -> expect(item, expected));
        var conditions = new Conditions(evaluation, frame, expected).add(TermWalk.conjuncts(where));
        List<Frame.Partial> partials = List.of(new Frame.Partial(List.of(), true));
        for (QueryTree.From item : from) {
            partials = extended(partials, item, conditions);
        }
        return conditions.passed(partials, conditions.takeAll());
    }

    private void expect(QueryTree.From item, Set<String> names) {
        switch (item) {
            case QueryTree.Join join -> {
                expect(join.left(), names);
                expect(join.right(), names);
            }
            case QueryTree.Named named -> {
                names.add(named.alias());
                names.addAll(sources.named(named).columns());
            }
            case QueryTree.Derived derived -> {
                names.add(derived.alias());
                names.addAll(derived.columns());
                names.addAll(QueryTree.names(derived.query()));
            }
            case QueryTree.Function function -> {
                names.add(function.alias());
                names.addAll(function.columns());
            }
        }
    }

    private List<Frame.Partial> extended(List<Frame.Partial> partials, QueryTree.From item, Conditions conditions) {
        return switch (item) {
            case QueryTree.Join join -> joined(partials, join, conditions);
            case QueryTree.Named named -> attached(partials, named.alias(), sources.named(named), conditions);
            case QueryTree.Derived derived
            when !derived.lateral() ->
                attached(partials, derived.alias(), sources.derived(derived, sources.outer()), conditions);
            case QueryTree.Derived derived -> lateral(partials, derived.alias(), derived, conditions);
            case QueryTree.Function function -> lateral(partials, function.alias(), function, conditions);
        };
    }

    /** What is asked anew for each row before it. */
    private List<Frame.Partial> lateral(
            List<Frame.Partial> partials, String alias, QueryTree.From item, Conditions conditions) {
        var rowsets = new ArrayList<Rowset>();
        for (Frame.Partial partial : partials) {
            rowsets.add(sources.of(item, frame.at(partial)));
        }
        frame.add(new Frame.Source(alias, rowsets.isEmpty() ? Rowset.unknown(List.of(), true) : rowsets.get(0)));
        List<Term> ready = conditions.takeReady();
        var all = new ArrayList<Frame.Partial>();
        for (int i = 0; i < partials.size(); i++) {
            for (Rowset.Entry entry : rowsets.get(i).entries()) {
                add(partials.get(i).with(entry), ready, conditions, all);
            }
        }
        return all;
    }

    private List<Frame.Partial> attached(
            List<Frame.Partial> partials, String alias, Rowset rowset, Conditions conditions) {
        frame.add(new Frame.Source(alias, rowset));
        List<Term> ready = conditions.takeReady();
        Probe probe = Probe.of(evaluation, frame, ready, partials.size());
        var all = new ArrayList<Frame.Partial>();
        for (Frame.Partial partial : partials) {
            for (Rowset.Entry entry : probe.candidates(partial)) {
                add(partial.with(entry), ready, conditions, all);
            }
        }
        return all;
    }

    private void add(Frame.Partial partial, List<Term> ready, Conditions conditions, List<Frame.Partial> all) {
        evaluation.budget().spend(1);
        conditions.passed(partial, ready).ifPresent(all::add);
        if (all.size() > Budget.MOST_ROWS) {
            throw new Unreadable("too many rows");
        }
    }

    private List<Frame.Partial> joined(List<Frame.Partial> partials, QueryTree.Join join, Conditions conditions) {
        return switch (join.kind()) {
            case INNER -> inner(partials, join, conditions);
            case LEFT -> outer(partials, join.left(), join.right(), join, conditions);
            case RIGHT -> outer(partials, join.right(), join.left(), join, conditions);
            case FULL -> throw new Unreadable("a full join");
        };
    }

    private List<Frame.Partial> inner(List<Frame.Partial> partials, QueryTree.Join join, Conditions conditions) {
        List<Frame.Partial> left = extended(partials, join.left(), conditions);
        int from = frame.sources().size();
        conditions.add(TermWalk.conjuncts(join.on()));
        if (join.using().isEmpty() && !join.natural()) {
            return extended(left, join.right(), conditions);
        }
        Conditions ofJoin = conditions.fresh();
        List<Frame.Partial> both = extended(left, join.right(), ofJoin);
        ofJoin.add(merging(join, from));
        List<Frame.Partial> equal = conditions.passed(both, ofJoin.takeAll());
        return conditions.passed(equal, conditions.takeReady());
    }

    /** The conditions of USING and NATURAL. */
    private List<Term> merging(QueryTree.Join join, int from) {
        var conditions = new ArrayList<Term>();
        List<String> names = join.natural() ? common(from) : join.using();
        for (String name : names) {
            merged.add(name);
            conditions.add(new Term.Infix(
                    "=",
                    column(name, 0, from),
                    column(name, from, frame.sources().size())));
        }
        return conditions;
    }

    private List<String> common(int from) {
        boolean open =
                frame.sources().stream().anyMatch(source -> source.rowset().open());
        if (open) {
            throw new Unreadable("columns that are not known");
        }
        var before = new HashSet<String>();
        frame.sources()
                .subList(0, from)
                .forEach(source -> before.addAll(source.rowset().columns()));
        return frame.sources().subList(from, frame.sources().size()).stream()
                .flatMap(source -> source.rowset().columns().stream())
                .filter(before::contains)
                .toList();
    }

    private Term column(String name, int from, int to) {
        for (Frame.Source source : frame.sources().subList(from, to)) {
            if (source.rowset().columns().contains(name)) {
                return new Term.Name(List.of(source.alias(), name));
            }
        }
        return new Term.Opaque();
    }

    private List<Frame.Partial> outer(
            List<Frame.Partial> partials,
            QueryTree.From kept,
            QueryTree.From added,
            QueryTree.Join join,
            Conditions conditions) {
        List<Frame.Partial> left = extended(partials, kept, conditions);
        int from = frame.sources().size();
        addAlone(added);
        Conditions ofJoin = conditions.fresh().add(TermWalk.conjuncts(join.on()));
        if (!join.using().isEmpty() || join.natural()) {
            ofJoin.add(merging(join, from));
        }
        List<Term> on = ofJoin.takeAll();
        Probe probe = Probe.of(evaluation, frame, on, left.size());
        var all = new ArrayList<Frame.Partial>();
        for (Frame.Partial partial : left) {
            var matches = new ArrayList<Frame.Partial>();
            for (Rowset.Entry entry : probe.candidates(partial)) {
                add(new Frame.Partial(partial.tuples(), true).with(entry), on, conditions, matches);
            }
            withNulls(partial, matches, all);
        }
        return conditions.passed(all, conditions.takeReady());
    }

    /** A source whose rows do not depend on others. */
    private void addAlone(QueryTree.From item) {
        Rowset rowset = switch (item) {
            case QueryTree.Named named -> sources.named(named);
            case QueryTree.Derived derived when !derived.lateral() -> sources.derived(derived, sources.outer());
            default -> throw new Unreadable("an outer join with something else");
        };
        String alias = item instanceof QueryTree.Named named ? named.alias() : QueryTree.aliasOf(item);
        frame.add(new Frame.Source(alias, rowset));
    }

    /** The matches of a row, and the row by itself where it may have none. */
    private static void withNulls(Frame.Partial partial, List<Frame.Partial> matches, List<Frame.Partial> all) {
        boolean surelyMatched = false;
        for (Frame.Partial match : matches) {
            surelyMatched |= match.certain();
            all.add(partial.certain() ? match : match.uncertain());
        }
        if (!surelyMatched) {
            Frame.Partial alone = partial.with(new Rowset.Entry(Rowset.Tuple.NULLS, true));
            all.add(matches.isEmpty() ? alone : alone.uncertain());
        }
    }
}
