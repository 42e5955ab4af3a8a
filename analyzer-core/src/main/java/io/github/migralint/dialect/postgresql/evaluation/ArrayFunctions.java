package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of arrays of one dimension. */
final class ArrayFunctions {
    private final Casts casts;
    private final Comparison comparison;

    ArrayFunctions(Casts casts, Comparison comparison) {
        this.casts = casts;
        this.comparison = comparison;
    }

    /** The result of a function; none where it is not known for these arguments. */
    Optional<Datum> call(String function, List<Datum> arguments) {
        if (function.equals("string_to_array")) {
            return split(arguments);
        }
        if (arguments.isEmpty() || !(arguments.get(0).value() instanceof Value.Array array)) {
            return Optional.empty();
        }
        boolean nested = array.elements().stream().anyMatch(Value.Array.class::isInstance);
        if (nested) {
            return Optional.empty();
        }
        int size = array.elements().size();
        return switch (function) {
            case "cardinality" -> Optional.of(Datum.integer(size));
            case "array_length", "array_upper" ->
                dimension(arguments).map(d -> d == 1 && size > 0 ? Datum.integer(size) : Datum.nothing("int4"));
            case "array_lower" ->
                dimension(arguments).map(d -> d == 1 && size > 0 ? Datum.integer(1) : Datum.nothing("int4"));
            case "array_to_string" -> joined(array, arguments);
            case "array_append", "array_prepend", "array_cat" -> Optional.empty();
            case "array_position" -> position(arguments, array);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> dimension(List<Datum> arguments) {
        return arguments.size() == 2
                        && arguments.get(1).value() instanceof Value.Number(BigDecimal number)
                        && number.scale() <= 0
                        && Numbers.fits(number, "int4")
                ? Optional.of(number.intValue())
                : Optional.empty();
    }

    private Optional<Datum> joined(Value.Array array, List<Datum> arguments) {
        Optional<String> separator = text(arguments, 1);
        if (separator.isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        long length = 0;
        for (Value element : array.elements()) {
            Optional<String> printed = element instanceof Value.Null
                    ? text(arguments, 2)
                    : casts.printed(Arrays.element(arguments.get(0), element));
            if (printed.isEmpty() && !(element instanceof Value.Null)) {
                return Optional.empty();
            }
            printed.ifPresent(parts::add);
            length += printed.map(String::length).orElse(0) + separator.get().length();
            if (length > Budget.LONGEST_TEXT) {
                return Optional.empty();
            }
        }
        return Optional.of(Datum.text(String.join(separator.get(), parts)));
    }

    private static Optional<String> text(List<Datum> arguments, int index) {
        return index < arguments.size() && arguments.get(index).value() instanceof Value.Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Optional<Datum> split(List<Datum> arguments) {
        Optional<String> text = text(arguments, 0);
        Optional<String> separator = text(arguments, 1);
        if (text.isEmpty()
                || separator.isEmpty()
                || arguments.size() != 2
                || text.get().length() > Budget.MOST_ROWS) {
            return Optional.empty();
        }
        var parts = new ArrayList<Value>();
        if (separator.get().isEmpty()) {
            parts.add(new Value.Text(text.get()));
        } else if (!text.get().isEmpty()) {
            int at = 0;
            for (int end = text.get().indexOf(separator.get());
                    end >= 0;
                    end = text.get().indexOf(separator.get(), at)) {
                parts.add(new Value.Text(text.get().substring(at, end)));
                at = end + separator.get().length();
            }
            parts.add(new Value.Text(text.get().substring(at)));
        }
        boolean empty = text.get().isEmpty();
        return Optional.of(Datum.array(empty ? List.of() : parts, "text"));
    }

    private Optional<Datum> position(List<Datum> arguments, Value.Array array) {
        if (arguments.size() != 2) {
            return Optional.empty();
        }
        for (int i = 0; i < array.elements().size(); i++) {
            Datum element = Arrays.element(arguments.get(0), array.elements().get(i));
            Datum same = comparison.same(element, arguments.get(1));
            if (same.isTrue()) {
                return Optional.of(Datum.integer(i + 1L));
            }
            if (!same.isFalse()) {
                return Optional.empty();
            }
        }
        return Optional.of(Datum.nothing("int4"));
    }

    /** {@code left || right} where one of them is an array. */
    static Datum concatenated(Datum left, Datum right) {
        String type = left.value() instanceof Value.Array ? left.type() : right.type();
        if (!(left.value() instanceof Value.Array) && left.isLiteral()) {
            // Whether it is an array or an element is decided by its spelling.
            return Datum.unknown(type);
        }
        if (!(right.value() instanceof Value.Array) && right.isLiteral()) {
            return Datum.unknown(type);
        }
        var elements = new ArrayList<>(elements(left));
        elements.addAll(elements(right));
        return elements.size() > Budget.MOST_ROWS ? Datum.unknown(type) : Datum.of(new Value.Array(elements), type);
    }

    private static List<Value> elements(Datum datum) {
        return datum.value() instanceof Value.Array array ? array.elements() : List.of(datum.value());
    }
}
