package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What conditions that hold for every row prove about a partition key, the way the server proves it. */
final class Conditions {
    private final Set<String> notNull;
    private final List<List<Token>> conditions;

    private Conditions(Set<String> notNull, List<List<Token>> conditions) {
        this.notNull = notNull;
        this.conditions = conditions;
    }

    /** What the valid CHECK constraints and NOT NULL of a table say. */
    static Conditions of(Table table) {
        Set<String> notNull = table.columns().stream()
                .filter(Column::notNull)
                .map(Column::name)
                .collect(Collectors.toSet());
        return new Conditions(
                notNull,
                table.constraints().stream()
                        .filter(c -> c.kind() == Constraint.Kind.CHECK && c.validated() && c.enforced())
                        .flatMap(c -> c.expression().stream())
                        .flatMap(check -> Predicates.conjuncts(check.tokens()).stream())
                        .toList());
    }

    /** What a query asks for. */
    static Conditions of(List<List<Token>> conditions) {
        return new Conditions(Set.of(), conditions);
    }

    /** Whether every row surely lies within the bound of a key of one column. */
    boolean within(Bound bound, String column) {
        return switch (bound) {
            case Bound.Range range ->
                notNull(column)
                        && range.from().size() == 1
                        && atLeast(column, range.from().get(0))
                        && below(column, range.to().get(0));
            case Bound.OneOf list ->
                (notNull(column) || list.values().stream().anyMatch(v -> v.kind() == BoundValue.Kind.NULL))
                        && oneOf(column, list.values());
            case Bound.Hash ignored -> false;
            case Bound.Rest ignored -> false;
            case Bound.Other ignored -> false;
        };
    }

    /** Whether surely no row lies within the bound of a key of one column. */
    boolean outside(Bound bound, String column) {
        return new Exclusion(this, bound, column).proved();
    }

    /** The conditions themselves, each of which holds for every row. */
    List<List<Token>> each() {
        return conditions;
    }

    /** The same conditions about NULL with others about values: one side of an OR. */
    Conditions with(List<List<Token>> others) {
        return new Conditions(notNull, others);
    }

    boolean notNull(String column) {
        return notNull.contains(column)
                || conditions.stream().anyMatch(condition -> Predicates.excludesNull(condition, column));
    }

    boolean atLeast(String column, BoundValue lowest) {
        return lowest.kind() == BoundValue.Kind.LOWEST
                || comparisons(column).stream()
                        .anyMatch(c -> List.of(">=", ">", "=").contains(c.operator())
                                && c.value().compare(lowest).orElse(-1) >= 0);
    }

    boolean below(String column, BoundValue limit) {
        return limit.kind() == BoundValue.Kind.HIGHEST
                || comparisons(column).stream().anyMatch(c -> below(c, limit));
    }

    private static boolean below(Comparison comparison, BoundValue limit) {
        int order = comparison.value().compare(limit).orElse(1);
        return comparison.operator().equals("<")
                ? order <= 0
                : List.of("<=", "=").contains(comparison.operator()) && order < 0;
    }

    private boolean oneOf(String column, List<BoundValue> values) {
        boolean equal =
                comparisons(column).stream().anyMatch(c -> c.operator().equals("=") && values.contains(c.value()));
        return equal
                || conditions.stream()
                        .anyMatch(c ->
                                listed(c, column).filter(values::containsAll).isPresent());
    }

    /** The values of {@code column IN (…)}. */
    static Optional<List<BoundValue>> listed(List<Token> condition, String column) {
        List<Token> bare = Predicates.unwrap(condition);
        for (int i = 1; i + 1 < bare.size(); i++) {
            boolean in = bare.get(i).isWord("in")
                    && bare.get(i + 1).isSymbol("(")
                    && Predicates.closing(bare, i + 1) == bare.size() - 1;
            if (in && Predicates.isColumn(bare.subList(0, i), column)) {
                return Optional.of(Bound.list(bare.subList(i + 2, bare.size() - 1)));
            }
        }
        return Optional.empty();
    }

    record Comparison(String operator, BoundValue value) {}

    List<Comparison> comparisons(String column) {
        var found = new ArrayList<Comparison>();
        for (List<Token> condition : conditions) {
            collect(Predicates.unwrap(condition), column, found);
        }
        return found;
    }

    private static void collect(List<Token> condition, String column, List<Comparison> found) {
        for (int i = 1; i + 1 < condition.size(); i++) {
            List<Token> left = condition.subList(0, i);
            List<Token> right = condition.subList(i + 1, condition.size());
            String operator = condition.get(i).text().replace("!=", "<>");
            if (condition.get(i).isWord("between") && Predicates.isColumn(left, column)) {
                between(right, found);
                return;
            }
            if (!List.of("=", "<", ">", "<=", ">=", "<>", "!=").contains(operator)) {
                continue;
            }
            if (Predicates.isColumn(left, column)) {
                found.add(new Comparison(operator, BoundValue.of(right)));
                return;
            }
            if (Predicates.isColumn(right, column)) {
                found.add(new Comparison(mirrored(operator), BoundValue.of(left)));
                return;
            }
        }
    }

    private static void between(List<Token> range, List<Comparison> found) {
        for (int i = 1; i + 1 < range.size(); i++) {
            if (range.get(i).isWord("and")) {
                found.add(new Comparison(">=", BoundValue.of(range.subList(0, i))));
                found.add(new Comparison("<=", BoundValue.of(range.subList(i + 1, range.size()))));
                return;
            }
        }
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> operator;
        };
    }
}
