package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Comparisons with SQL's three truth values, and a fourth: nobody can tell. */
final class Comparison {
    private static final Set<String> TEXTS = Set.of("text", "name", "varchar", "char", "unknown", "");

    private final Casts casts;

    Comparison(Casts casts) {
        this.casts = casts;
    }

    /** {@code left operator right}. */
    Datum compare(String operator, Datum left, Datum right) {
        if (left.isNull() || right.isNull()) {
            return Datum.nothing("bool");
        }
        return switch (operator) {
            case "=" -> equal(left, right);
            case "<>" -> not(equal(left, right));
            default -> ordered(operator, left, right);
        };
    }

    /** {@code NOT x}. */
    static Datum not(Datum datum) {
        return datum.value() instanceof Value.Truth(boolean holds) ? Datum.truth(!holds) : datum;
    }

    /** Whether neither can be told from the other, NULL being equal to itself. */
    Datum same(Datum left, Datum right) {
        if (left.isUnknown() || right.isUnknown()) {
            boolean oneIsNull = left.isNull() || right.isNull();
            return oneIsNull ? Datum.maybe() : equal(left, right);
        }
        return left.isNull() || right.isNull() ? Datum.truth(left.isNull() && right.isNull()) : equal(left, right);
    }

    private Datum equal(Datum one, Datum other) {
        Datum left = fitted(one, other);
        Datum right = fitted(other, one);
        if (left.isUnknown() || right.isUnknown()) {
            return mayEqual(left, right) ? Datum.maybe() : Datum.FALSE;
        }
        return equal(left.value(), right.value(), left.type(), right.type());
    }

    private static boolean mayEqual(Datum left, Datum right) {
        if (left.isUnknown() && right.isUnknown()) {
            return true;
        }
        return left.isUnknown()
                ? left.possibility().may(right.value())
                : right.possibility().may(left.value());
    }

    private Datum equal(Value left, Value right, String leftType, String rightType) {
        return switch (left) {
            case Value.Text(String a)
            when right instanceof Value.Text(String b) -> a.equals(b) ? Datum.TRUE : differ(leftType, rightType);
            case Value.Number(BigDecimal a)
            when right instanceof Value.Number(BigDecimal b) -> Datum.truth(a.compareTo(b) == 0);
            case Value.Truth(boolean a) when right instanceof Value.Truth(boolean b) -> Datum.truth(a == b);
            case Value.Reference a when right instanceof Value.Reference b -> references(a, b);
            // No object has the oid 0.
            case Value.Reference ignored
            when right instanceof Value.Number(BigDecimal b) && b.signum() == 0 -> Datum.FALSE;
            case Value.Number(BigDecimal a) when right instanceof Value.Reference && a.signum() == 0 -> Datum.FALSE;
            case Value.Array a when right instanceof Value.Array b -> lists(a.elements(), b.elements());
            case Value.Row a
            when right instanceof Value.Row b ->
                lists(List.copyOf(a.fields().values()), List.copyOf(b.fields().values()));
            default -> Datum.maybe();
        };
    }

    private static Datum references(Value.Reference left, Value.Reference right) {
        if (Places.isPlace(left) || Places.isPlace(right)) {
            return Places.order(left, right)
                    .map(order -> Datum.truth(order == 0))
                    .orElse(Datum.maybe());
        }
        return Datum.truth(left.catalog().equals(right.catalog()) && left.key().equals(right.key()));
    }

    /** Two texts that differ are different values only if their type has one spelling for each value. */
    private static Datum differ(String leftType, String rightType) {
        boolean plain = (TEXTS.contains(leftType) && TEXTS.contains(rightType))
                || (leftType.equals("enum") && rightType.equals("enum"));
        return plain ? Datum.FALSE : Datum.maybe();
    }

    private Datum lists(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return Datum.FALSE;
        }
        boolean sure = true;
        for (int i = 0; i < left.size(); i++) {
            Datum pair = same(Datum.untyped(left.get(i)), Datum.untyped(right.get(i)));
            if (pair.isFalse()) {
                return Datum.FALSE;
            }
            sure &= pair.isTrue();
        }
        return sure ? Datum.TRUE : Datum.maybe();
    }

    /** A literal becomes what it is compared with. */
    private Datum fitted(Datum datum, Datum partner) {
        if (!datum.isLiteral() || datum.isNull() || partner.isLiteral()) {
            return datum;
        }
        if (!partner.type().isEmpty()) {
            return casts.cast(datum, Casts.typeNamed(partner.type()));
        }
        return partner.value() instanceof Value.Number ? casts.cast(datum, SqlType.of("numeric")) : datum;
    }

    private Datum ordered(String operator, Datum one, Datum other) {
        Datum left = fitted(one, other);
        Datum right = fitted(other, one);
        Optional<Integer> order = order(left, right);
        if (order.isPresent()) {
            return Datum.truth(holds(operator, order.get()));
        }
        Optional<Range> a = Range.of(left);
        Optional<Range> b = Range.of(right);
        return a.isPresent() && b.isPresent() ? ordered(operator, a.get(), b.get()) : Datum.maybe();
    }

    private static Datum ordered(String operator, Range left, Range right) {
        boolean least = holds(operator, left.least().compareTo(right.most()));
        boolean most = holds(operator, left.most().compareTo(right.least()));
        return least == most ? Datum.truth(least) : Datum.maybe();
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** Which of two known values comes first, where that does not depend on how a language sorts. */
    static Optional<Integer> order(Datum left, Datum right) {
        if (left.value() instanceof Value.Number(BigDecimal a) && right.value() instanceof Value.Number(BigDecimal b)) {
            return Optional.of(a.compareTo(b));
        }
        if (left.value() instanceof Value.Reference a && right.value() instanceof Value.Reference b) {
            return Places.order(a, b);
        }
        if (left.value() instanceof Value.Truth(boolean a) && right.value() instanceof Value.Truth(boolean b)) {
            return Optional.of(Boolean.compare(a, b));
        }
        if (left.value() instanceof Value.Text(String a) && right.value() instanceof Value.Text(String b)) {
            return texts(a, b, byBytes(left, right) || byBytes(right, left));
        }
        return Optional.empty();
    }

    /** Names are sorted by their bytes, and so is a literal beside one. */
    private static boolean byBytes(Datum datum, Datum partner) {
        boolean name = datum.type().equals("name") || datum.type().equals("char");
        return name && (partner.type().equals(datum.type()) || partner.isLiteral());
    }

    private static Optional<Integer> texts(String a, String b, boolean byBytes) {
        if (a.equals(b)) {
            return Optional.of(0);
        }
        boolean digits = a.length() == b.length() && (a + b).chars().allMatch(c -> c >= '0' && c <= '9');
        return byBytes || digits
                ? Optional.of(
                        a.codePointCount(0, a.length()) == a.length() && b.codePointCount(0, b.length()) == b.length()
                                ? a.compareTo(b)
                                : byCodePoints(a, b))
                : Optional.empty();
    }

    private static int byCodePoints(String a, String b) {
        return java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
