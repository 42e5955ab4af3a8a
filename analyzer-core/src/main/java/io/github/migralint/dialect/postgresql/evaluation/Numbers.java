package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Arithmetic as the server does it, as far as its result is exact. */
final class Numbers {
    private static final int MOST_DIGITS = 400;
    private static final List<String> BY_WIDTH = List.of("int2", "int4", "int8", "numeric");

    private Numbers() {}

    /** The type of a whole number that is written without one. */
    static String integerType(BigDecimal number) {
        return fits(number, "int4") ? "int4" : fits(number, "int8") ? "int8" : "numeric";
    }

    static boolean isInteger(String type) {
        return type.equals("int2") || type.equals("int4") || type.equals("int8");
    }

    /** Whether a type can hold a whole number. */
    static boolean fits(BigDecimal number, String type) {
        int bits = switch (type) {
            case "int2" -> 15;
            case "int4" -> 31;
            case "int8" -> 63;
            default -> Integer.MAX_VALUE;
        };
        return number.precision() - number.scale() < 30
                && (bits == Integer.MAX_VALUE || number.toBigInteger().bitLength() <= bits);
    }

    /** The number that a text spells. */
    static Optional<BigDecimal> parse(String text) {
        String stripped = text.strip();
        boolean plain = stripped.length() <= MOST_DIGITS && stripped.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
        return plain ? Optional.of(new BigDecimal(stripped)) : Optional.empty();
    }

    static Datum negate(Datum datum) {
        return datum.value() instanceof Value.Number(BigDecimal number)
                ? checked(number.negate(), datum.type())
                : datum.isNull() ? datum : Datum.unknown(datum.type());
    }

    /** {@code left operator right} of two known numbers. */
    static Datum calculate(String operator, Datum left, Datum right) {
        if (!(left.value() instanceof Value.Number(BigDecimal a))
                || !(right.value() instanceof Value.Number(BigDecimal b))) {
            return ofRange(operator, left, right);
        }
        String type = wider(left.type(), right.type());
        return switch (operator) {
            case "+" -> checked(a.add(b), type);
            case "-" -> checked(a.subtract(b), type);
            case "*" -> a.precision() + b.precision() > MOST_DIGITS ? Datum.UNKNOWN : checked(a.multiply(b), type);
            case "/" -> divide(a, b, type);
            case "%" -> b.signum() == 0 ? Datum.unknown(type) : checked(a.remainder(b), type);
            default -> Datum.UNKNOWN;
        };
    }

    private static Datum divide(BigDecimal a, BigDecimal b, String type) {
        if (b.signum() == 0) {
            return Datum.unknown(type);
        }
        if (isInteger(type)) {
            return checked(a.divide(b, 0, RoundingMode.DOWN), type);
        }
        boolean exact = type.isEmpty() && a.remainder(b).signum() == 0 && a.scale() <= 0 && b.scale() <= 0;
        // The digits that the server gives a quotient depend on more than the quotient.
        return exact ? Datum.of(new Value.Number(a.divide(b, 0, RoundingMode.DOWN)), type) : Datum.unknown(type);
    }

    /** A number of which the bounds are known, divided by one that is known. */
    private static Datum ofRange(String operator, Datum left, Datum right) {
        Optional<Range> range = Range.of(left);
        boolean whole = operator.equals("/") && isInteger(left.type()) && isInteger(right.type());
        if (range.isPresent() && whole && right.value() instanceof Value.Number(BigDecimal b) && b.signum() > 0) {
            BigDecimal least = range.get().least().divide(b, 0, RoundingMode.DOWN);
            BigDecimal most = range.get().most().divide(b, 0, RoundingMode.DOWN);
            return new Range(least, most).datum(left.type());
        }
        return Datum.UNKNOWN;
    }

    private static Datum checked(BigDecimal number, String type) {
        return isInteger(type) && !fits(number, type) ? Datum.unknown(type) : Datum.of(new Value.Number(number), type);
    }

    private static String wider(String one, String other) {
        int a = BY_WIDTH.indexOf(one);
        int b = BY_WIDTH.indexOf(other);
        return a < 0 || b < 0 ? "" : BY_WIDTH.get(Math.max(a, b));
    }
}
