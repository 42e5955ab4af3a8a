package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks through expressions. */
final class TermWalk {
    private TermWalk() {}

    /** The parts of an expression, those of its subqueries left out. */
    static List<Term> parts(Term term) {
        return switch (term) {
            case Term.Constant ignored -> List.of();
            case Term.Name ignored -> List.of();
            case Term.Star ignored -> List.of();
            case Term.Opaque ignored -> List.of();
            case Term.Scalar ignored -> List.of();
            case Term.Exists ignored -> List.of();
            case Term.ArrayQuery ignored -> List.of();
            case Term.Junction junction -> junction.parts();
            case Term.Not not -> List.of(not.term());
            case Term.Prefix prefix -> List.of(prefix.term());
            case Term.Infix infix -> List.of(infix.left(), infix.right());
            case Term.Quantified quantified -> List.of(quantified.left(), quantified.right());
            case Term.Test test -> List.of(test.term());
            case Term.Distinct distinct -> List.of(distinct.left(), distinct.right());
            case Term.InList in -> joined(List.of(in.left()), in.list());
            case Term.Between between -> List.of(between.term(), between.low(), between.high());
            case Term.Case branches -> ofCase(branches);
            case Term.Cast cast -> List.of(cast.term());
            case Term.Call call -> ofCall(call);
            case Term.ArrayOf array -> array.elements();
            case Term.RowOf row -> row.fields();
            case Term.Subscript subscript -> List.of(subscript.array(), subscript.index());
            case Term.Field field -> List.of(field.row());
        };
    }

    private static List<Term> joined(List<Term> one, List<Term> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<Term> ofCase(Term.Case branches) {
        var parts = new ArrayList<Term>();
        for (Term.When branch : branches.branches()) {
            parts.add(branch.condition());
            parts.add(branch.result());
        }
        branches.otherwise().ifPresent(parts::add);
        return parts;
    }

    private static List<Term> ofCall(Term.Call call) {
        var parts = new ArrayList<>(call.arguments());
        call.order().forEach(order -> parts.add(order.term()));
        call.filter().ifPresent(parts::add);
        return parts;
    }

    /** Whether a part of an expression, at whatever depth, passes a test. */
    static boolean any(Term term, Predicate<Term> test) {
        var open = new ArrayList<>(List.of(term));
        while (!open.isEmpty()) {
            Term next = open.remove(open.size() - 1);
            if (test.test(next)) {
                return true;
            }
            open.addAll(parts(next));
        }
        return false;
    }

    static boolean hasSubquery(Term term) {
        return any(term, t -> t instanceof Term.Scalar || t instanceof Term.Exists || t instanceof Term.ArrayQuery);
    }

    /** The conditions that all have to hold. */
    static List<Term> conjuncts(Optional<Term> condition) {
        var conjuncts = new ArrayList<Term>();
        condition.ifPresent(term -> collect(term, conjuncts));
        return conjuncts;
    }

    private static void collect(Term term, List<Term> conjuncts) {
        if (term instanceof Term.Junction junction && junction.and()) {
            junction.parts().forEach(part -> collect(part, conjuncts));
        } else {
            conjuncts.add(term);
        }
    }
}
