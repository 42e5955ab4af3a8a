package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.mysql.evaluation.Term.Group;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The aggregates that guards of migrations use. */
final class Aggregates {
    private static final Set<String> ALL = Set.of("count", "min", "max", "group_concat", "sum", "avg");

    private Aggregates() {}

    static boolean isAggregate(String function) {
        return ALL.contains(function);
    }

    /** Whether an expression is one over all rows. */
    static boolean isIn(List<Token> expression) {
        for (int i = 0; i + 1 < expression.size(); i++) {
            if (isAggregate(Tokens.fold(expression.get(i)))
                    && expression.get(i + 1).isSymbol("(")) {
                return true;
            }
        }
        return false;
    }

    /** The call of an aggregate; without arguments it counts all rows. */
    static Term term(String function, List<Term> arguments) {
        return scope -> {
            Optional<Group> group = scope.group().filter(rows -> !rows.open());
            if (group.isEmpty()) {
                return Datum.UNKNOWN;
            }
            List<Datum> values = group.get().rows().stream()
                    .map(row -> arguments.isEmpty()
                            ? Datum.TRUE
                            : arguments.getFirst().in(row))
                    .filter(value -> !value.isNull())
                    .toList();
            return value(function, values);
        };
    }

    private static Datum value(String function, List<Datum> values) {
        if (function.equals("count")) {
            return values.stream().anyMatch(Datum::isUnknown) ? Datum.UNKNOWN : Datum.number(values.size());
        }
        if (values.isEmpty()) {
            return Datum.NULL;
        }
        return values.size() == 1 ? values.getFirst() : Datum.UNKNOWN;
    }
}
