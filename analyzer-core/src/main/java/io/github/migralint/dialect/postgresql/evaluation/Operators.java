package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** What operators give for values. */
final class Operators {
    private final Comparison comparison;
    private final Casts casts;
    private final Budget budget;

    Operators(Comparison comparison, Casts casts, Budget budget) {
        this.comparison = comparison;
        this.casts = casts;
        this.budget = budget;
    }

    Datum infix(String operator, Datum left, Datum right) {
        return switch (operator) {
            case "=", "<>", "<", ">", "<=", ">=" -> comparison.compare(operator, left, right);
            case "||" -> concatenated(left, right);
            case "+", "-", "*", "/", "%" -> arithmetic(operator, left, right);
            case "like", "~~" -> Patterns.like(left, right, false, budget);
            case "!~~" -> Comparison.not(Patterns.like(left, right, false, budget));
            case "ilike", "~~*" -> Patterns.like(left, right, true, budget);
            case "!~~*" -> Comparison.not(Patterns.like(left, right, true, budget));
            case "~" -> Regex.matches(left, right, false, budget);
            case "!~" -> Comparison.not(Regex.matches(left, right, false, budget));
            case "~*" -> Regex.matches(left, right, true, budget);
            case "!~*" -> Comparison.not(Regex.matches(left, right, true, budget));
            case "similar to" -> Regex.similar(left, right, budget);
            default -> Datum.UNKNOWN;
        };
    }

    /** The truth value that a condition is. */
    Datum truth(Datum datum) {
        if (datum.isLiteral() && !datum.isNull()) {
            return casts.cast(datum, SqlType.of("bool"));
        }
        boolean known = datum.value() instanceof Value.Truth || datum.isNull();
        return known ? datum : Datum.maybe();
    }

    /** AND or OR of what is known so far and one more. */
    static Datum folded(boolean and, Datum soFar, Datum next) {
        boolean decided = and ? soFar.isFalse() || next.isFalse() : soFar.isTrue() || next.isTrue();
        if (decided) {
            return Datum.truth(!and);
        }
        if (soFar.isUnknown() || next.isUnknown()) {
            return Datum.maybe();
        }
        return soFar.isNull() || next.isNull() ? Datum.nothing("bool") : soFar;
    }

    Datum test(String what, boolean negated, Datum datum) {
        if (what.equals("null") && datum.value() instanceof Value.Row row) {
            return ofRow(row, negated);
        }
        if (what.equals("null") && datum.isUnknown() && datum.possibility().isPresent()) {
            return Datum.truth(negated);
        }
        Datum truth = what.equals("null") || what.equals("unknown") ? datum : truth(datum);
        if (truth.isUnknown()) {
            return Datum.maybe();
        }
        boolean holds = switch (what) {
            case "true" -> truth.isTrue();
            case "false" -> truth.isFalse();
            default -> truth.isNull();
        };
        return Datum.truth(holds != negated);
    }

    /** A row is NULL when all its fields are, and NOT NULL when none is. */
    private static Datum ofRow(Value.Row row, boolean negated) {
        boolean unknown = row.fields().containsValue(Value.UNKNOWN);
        long nulls = row.fields().values().stream()
                .filter(Value.Null.class::isInstance)
                .count();
        boolean others = nulls + (unknown ? 1 : 0) < row.fields().size();
        if (negated ? nulls > 0 : others && !unknown) {
            return Datum.FALSE;
        }
        return unknown
                ? Datum.maybe()
                : Datum.truth(negated ? nulls == 0 : nulls == row.fields().size());
    }

    private Datum concatenated(Datum left, Datum right) {
        if (left.isNull() || right.isNull()) {
            boolean ofArrays = left.type().endsWith("[]") || right.type().endsWith("[]");
            return ofArrays ? Datum.UNKNOWN : Datum.nothing("text");
        }
        if (left.value() instanceof Value.Array || right.value() instanceof Value.Array) {
            return left.isUnknown() || right.isUnknown() ? Datum.UNKNOWN : ArrayFunctions.concatenated(left, right);
        }
        if (!Casts.isText(left) && !Casts.isText(right)) {
            return Datum.UNKNOWN;
        }
        Optional<String> a = casts.written(left);
        Optional<String> b = casts.written(right);
        boolean known =
                a.isPresent() && b.isPresent() && a.get().length() + b.get().length() <= Budget.LONGEST_TEXT;
        if (!known) {
            return Datum.unknown(left.type().isEmpty() || right.type().isEmpty() ? "" : "text");
        }
        budget.spend((a.get().length() + b.get().length()) / 100);
        return Datum.text(a.get() + b.get());
    }

    private Datum arithmetic(String operator, Datum left, Datum right) {
        if (left.isNull() || right.isNull()) {
            return Datum.nothing("");
        }
        return Numbers.calculate(operator, number(left, right), number(right, left));
    }

    private Datum number(Datum datum, Datum partner) {
        return datum.isLiteral() && Casts.isNumeric(partner.type())
                ? casts.cast(datum, SqlType.of(partner.type()))
                : datum;
    }

    Datum subscript(Datum array, Datum index) {
        if (array.isNull() || index.isNull()) {
            return Datum.nothing("");
        }
        boolean known = array.value() instanceof Value.Array && index.value() instanceof Value.Number;
        if (!known
                || !(array.value() instanceof Value.Array elements)
                || !(index.value() instanceof Value.Number(BigDecimal number))
                || number.scale() > 0
                || elements.elements().stream().anyMatch(Value.Array.class::isInstance)) {
            return Datum.UNKNOWN;
        }
        boolean inside = number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(elements.elements().size())) <= 0;
        return inside ? Arrays.element(array, elements.elements().get(number.intValue() - 1)) : Datum.nothing("");
    }

    Datum field(Datum row, String field) {
        if (row.value() instanceof Value.Row known) {
            Value value = known.fields().get(field);
            return value == null ? Datum.UNKNOWN : Datum.untyped(value);
        }
        return row.isNull() ? Datum.NULL : Datum.UNKNOWN;
    }
}
