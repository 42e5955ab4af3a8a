package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.dialect.postgresql.effect.Conditions.Comparison;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * The question whether conditions keep every row out of a bound, the way the server proves it. A CHECK that comes out
 * as NULL holds, so what it excludes it excludes for values only.
 *
 * @param conditions what holds for every row
 * @param bound the bound of a partition
 * @param column the only column of the partition key
 */
record Exclusion(Conditions conditions, Bound bound, String column) {
    /** Whether surely no row lies within the bound. */
    boolean proved() {
        return switch (bound) {
            case Bound.Range range -> range.from().size() == 1 && (outside(range) || byOneCondition());
            case Bound.OneOf list -> outside(list) || byOneCondition();
            case Bound.Hash ignored -> false;
            case Bound.Rest ignored -> false;
            case Bound.Other ignored -> false;
        };
    }

    private boolean outside(Bound.Range range) {
        return conditions.below(column, range.from().get(0))
                || conditions.atLeast(column, range.to().get(0));
    }

    private boolean outside(Bound.OneOf list) {
        boolean another = conditions.comparisons(column).stream()
                .anyMatch(
                        c -> c.operator().equals("=") && list.values().stream().noneMatch(c.value()::equals));
        return another || list.values().stream().allMatch(this::excluded);
    }

    private boolean excluded(BoundValue value) {
        if (value.kind() == BoundValue.Kind.NULL) {
            return conditions.notNull(column);
        }
        return conditions.comparisons(column).stream()
                        .anyMatch(c -> c.operator().equals("<>") && c.value().equals(value))
                || conditions.each().stream()
                        .flatMap(condition -> notListed(condition).stream())
                        .anyMatch(values -> values.contains(value));
    }

    /** The values of {@code column NOT IN (…)}. */
    private Optional<List<BoundValue>> notListed(List<Token> condition) {
        List<Token> bare = Predicates.unwrap(condition);
        for (int i = 1; i + 2 < bare.size(); i++) {
            boolean in = bare.get(i).isWord("not")
                    && bare.get(i + 1).isWord("in")
                    && bare.get(i + 2).isSymbol("(")
                    && Predicates.closing(bare, i + 2) == bare.size() - 1;
            if (in && Predicates.isColumn(bare.subList(0, i), column)) {
                return Optional.of(Bound.list(bare.subList(i + 3, bare.size() - 1)));
            }
        }
        return Optional.empty();
    }

    private boolean byOneCondition() {
        return conditions.each().stream().anyMatch(condition -> byEachSide(condition) || byContrary(condition));
    }

    /** {@code column < from OR column >= to}: each side keeps its rows out. */
    private boolean byEachSide(List<Token> condition) {
        List<List<Token>> sides = Predicates.disjuncts(condition);
        return sides.size() > 1 && sides.stream().allMatch(this::keptOut);
    }

    private boolean keptOut(List<Token> side) {
        if (Predicates.isNullTest(side, column)) {
            return !takesNull();
        }
        return new Exclusion(conditions.with(Predicates.conjuncts(side)), bound, column).proved();
    }

    private boolean takesNull() {
        return bound instanceof Bound.OneOf list
                && list.values().stream().anyMatch(value -> value.kind() == BoundValue.Kind.NULL);
    }

    /** {@code NOT (column >= from AND column < to)}: all that the bound takes is denied. */
    private boolean byContrary(List<Token> condition) {
        List<Token> bare = Predicates.unwrap(condition);
        boolean denial = bare.size() > 2
                && bare.get(0).isWord("not")
                && bare.get(1).isSymbol("(")
                && Predicates.closing(bare, 1) == bare.size() - 1;
        return denial
                && !takesNull()
                && Predicates.conjuncts(bare.subList(1, bare.size())).stream().allMatch(this::holdsWithin);
    }

    /** Whether a condition holds for all that the bound takes. */
    private boolean holdsWithin(List<Token> condition) {
        if (Predicates.excludesNull(condition, column)) {
            return true;
        }
        List<Comparison> compared = conditions.with(List.of(condition)).comparisons(column);
        return switch (bound) {
            case Bound.Range range ->
                !compared.isEmpty()
                        && compared.stream()
                                .allMatch(c -> holdsWithin(
                                        c, range.from().get(0), range.to().get(0)));
            case Bound.OneOf list ->
                Conditions.listed(condition, column)
                                .filter(values -> values.containsAll(list.values()))
                                .isPresent()
                        || (!compared.isEmpty()
                                && compared.stream()
                                        .allMatch(c -> c.operator().equals("=")
                                                && list.values().stream().allMatch(c.value()::equals)));
            default -> false;
        };
    }

    private static boolean holdsWithin(Comparison comparison, BoundValue from, BoundValue to) {
        return switch (comparison.operator()) {
            case ">=" -> comparison.value().compare(from).orElse(1) <= 0;
            case ">" -> comparison.value().compare(from).orElse(1) < 0;
            case "<", "<=" -> comparison.value().compare(to).orElse(-1) >= 0;
            default -> false;
        };
    }
}
