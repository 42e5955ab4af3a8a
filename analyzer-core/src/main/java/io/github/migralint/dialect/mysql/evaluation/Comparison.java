package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.mysql.evaluation.Datum.Names;
import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares values as the server does: texts without regard to case, a text and a number as numbers. */
final class Comparison {
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)");

    private Comparison() {}

    /** {@code =}, {@code <}, {@code <=>} and the like. */
    static Datum compare(String operator, Datum left, Datum right) {
        if (operator.equals("<=>")) {
            return nullSafe(left, right);
        }
        if (left.isNull() || right.isNull()) {
            return Datum.NULL;
        }
        return switch (operator) {
            case "=" -> equal(left, right);
            case "<>", "!=" -> not(equal(left, right));
            case "<" ->
                ordered(left, right).map(order -> Datum.truth(order < 0)).orElse(Datum.UNKNOWN);
            case "<=" ->
                ordered(left, right).map(order -> Datum.truth(order <= 0)).orElse(Datum.UNKNOWN);
            case ">" ->
                ordered(left, right).map(order -> Datum.truth(order > 0)).orElse(Datum.UNKNOWN);
            case ">=" ->
                ordered(left, right).map(order -> Datum.truth(order >= 0)).orElse(Datum.UNKNOWN);
            default -> Datum.UNKNOWN;
        };
    }

    private static Datum nullSafe(Datum left, Datum right) {
        if (left.isUnknown() || right.isUnknown() || !(left.isNull() || right.isNull())) {
            return equal(left, right);
        }
        return Datum.truth(left.isNull() && right.isNull());
    }

    static Datum equal(Datum left, Datum right) {
        if (left.isUnknown() || right.isUnknown()) {
            return impossible(left, right) || impossible(right, left) ? Datum.FALSE : Datum.UNKNOWN;
        }
        if (left.value() instanceof Value.Text(String one) && right.value() instanceof Value.Text(String other)) {
            Names names = left.names().compareTo(right.names()) > 0 ? left.names() : right.names();
            return sameText(one, other, names);
        }
        return ordered(left, right).map(order -> Datum.truth(order == 0)).orElse(Datum.UNKNOWN);
    }

    private static boolean impossible(Datum unknown, Datum known) {
        return unknown.isUnknown()
                && known.value() instanceof Value.Text(String text)
                && !unknown.mayBe().test(text);
    }

    private static Datum sameText(String one, String other, Names names) {
        if (one.equals(other)) {
            return Datum.TRUE;
        }
        if (one.equalsIgnoreCase(other)) {
            return names == Names.CASELESS ? Datum.TRUE : Datum.UNKNOWN;
        }
        boolean plain = names != Names.OF_STAND_IN && isPlain(one) && isPlain(other);
        return plain ? Datum.FALSE : Datum.UNKNOWN;
    }

    /** Accents and blanks at the end count or not as the collation says. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80) && !text.endsWith(" ");
    }

    private static Optional<Integer> ordered(Datum left, Datum right) {
        boolean texts = left.value() instanceof Value.Text && right.value() instanceof Value.Text;
        if (texts) {
            return Optional.empty();
        }
        return number(left).flatMap(one -> number(right).map(one::compareTo));
    }

    /** The number that a value counts as. */
    static Optional<BigDecimal> number(Datum datum) {
        return switch (datum.value()) {
            case Value.Number(BigDecimal number) -> Optional.of(number);
            case Value.Truth(boolean holds) -> Optional.of(holds ? BigDecimal.ONE : BigDecimal.ZERO);
            case Value.Text(String text) -> {
                Matcher matcher = NUMBER.matcher(text);
                yield Optional.of(matcher.lookingAt() ? new BigDecimal(matcher.group(1)) : BigDecimal.ZERO);
            }
            default -> Optional.empty();
        };
    }

    /** The text that a value is written as. */
    static Optional<String> text(Datum datum) {
        return switch (datum.value()) {
            case Value.Text(String text) -> Optional.of(text);
            case Value.Number(BigDecimal number) -> Optional.of(number.toPlainString());
            case Value.Truth(boolean holds) -> Optional.of(holds ? "1" : "0");
            default -> Optional.empty();
        };
    }

    /** Whether a value counts as true. */
    static Datum truth(Datum datum) {
        if (datum.isUnknown() || datum.isNull()) {
            return datum;
        }
        return number(datum).map(number -> Datum.truth(number.signum() != 0)).orElse(Datum.UNKNOWN);
    }

    static Datum not(Datum datum) {
        Datum truth = truth(datum);
        return truth.value() instanceof Value.Truth(boolean holds) ? Datum.truth(!holds) : truth;
    }

    /** AND, where {@code and}, or OR. */
    static Datum join(boolean and, Datum one, Datum other) {
        Datum left = truth(one);
        Datum right = truth(other);
        Datum decisive = Datum.truth(!and);
        if (left.value().equals(decisive.value()) || right.value().equals(decisive.value())) {
            return decisive;
        }
        if (left.isUnknown() || right.isUnknown()) {
            return Datum.UNKNOWN;
        }
        return left.isNull() || right.isNull() ? Datum.NULL : Datum.truth(and);
    }

    /** {@code LIKE}, with the usual escape. */
    static Datum like(Datum value, Datum pattern) {
        if (value.isNull() || pattern.isNull()) {
            return Datum.NULL;
        }
        if (!(pattern.value() instanceof Value.Text(String written))) {
            return Datum.UNKNOWN;
        }
        Optional<String> text = text(value).filter(t -> value.names() != Names.OF_STAND_IN);
        if (text.isEmpty()) {
            return Datum.UNKNOWN;
        }
        String expression = regex(written);
        boolean exactly =
                Pattern.compile(expression, Pattern.DOTALL).matcher(text.get()).matches();
        boolean folded = Pattern.compile(expression, Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                .matcher(text.get())
                .matches();
        return exactly == folded ? Datum.truth(exactly) : value.names() == Names.CASELESS ? Datum.TRUE : Datum.UNKNOWN;
    }

    private static String regex(String pattern) {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else if (c == '%') {
                regex.append(".*");
            } else {
                regex.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
