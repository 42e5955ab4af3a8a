package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The functions that guards of migrations use. */
final class Functions {
    private static final Set<String> KNOWN = Set.of(
            "if",
            "ifnull",
            "coalesce",
            "nullif",
            "isnull",
            "concat",
            "concat_ws",
            "lower",
            "lcase",
            "upper",
            "ucase",
            "trim",
            "quote",
            "replace",
            "length",
            "char_length",
            "character_length",
            "cast",
            "convert",
            "database",
            "schema",
            "any_value");

    private Functions() {}

    static boolean isKnown(String function) {
        return KNOWN.contains(function);
    }

    static Datum call(String function, List<Datum> arguments) {
        return switch (function) {
            case "if" -> arguments.size() == 3 ? choose(arguments) : Datum.UNKNOWN;
            case "ifnull", "coalesce" -> firstOf(arguments);
            case "nullif" -> arguments.size() == 2 ? nullIf(arguments.get(0), arguments.get(1)) : Datum.UNKNOWN;
            case "isnull" -> arguments.size() == 1 ? TermParser.nullness(arguments.get(0)) : Datum.UNKNOWN;
            case "concat" -> concat(arguments);
            case "concat_ws" -> concatWith(arguments);
            case "lower", "lcase" -> changed(arguments, text -> text.toLowerCase(Locale.ROOT));
            case "upper", "ucase" -> changed(arguments, text -> text.toUpperCase(Locale.ROOT));
            case "trim" -> changed(arguments, String::strip);
            case "quote" -> changed(arguments, Functions::quoted);
            case "replace" -> replace(arguments);
            case "length", "char_length", "character_length" -> length(arguments);
            case "cast", "convert", "any_value" -> arguments.size() == 1 ? arguments.get(0) : Datum.UNKNOWN;
            default -> Datum.UNKNOWN;
        };
    }

    static Datum arithmetic(char operator, Datum left, Datum right) {
        if (left.isNull() || right.isNull()) {
            return Datum.NULL;
        }
        Optional<BigDecimal> one = Comparison.number(left);
        Optional<BigDecimal> other = Comparison.number(right);
        if (one.isEmpty() || other.isEmpty()) {
            return Datum.UNKNOWN;
        }
        BigDecimal result = switch (operator) {
            case '+' -> one.get().add(other.get());
            case '-' -> one.get().subtract(other.get());
            default -> one.get().multiply(other.get());
        };
        return Datum.of(new Value.Number(result));
    }

    private static Datum choose(List<Datum> arguments) {
        if (arguments.get(0).isTrue()) {
            return arguments.get(1);
        }
        return arguments.get(0).isRejected() ? arguments.get(2) : Datum.either(arguments.get(1), arguments.get(2));
    }

    private static Datum firstOf(List<Datum> arguments) {
        for (Datum argument : arguments) {
            if (!argument.isNull()) {
                return argument;
            }
        }
        return Datum.NULL;
    }

    private static Datum nullIf(Datum one, Datum other) {
        Datum same = Comparison.compare("=", one, other);
        return same.isTrue() ? Datum.NULL : same.isRejected() ? one : Datum.UNKNOWN;
    }

    private static Datum concat(List<Datum> arguments) {
        var text = new StringBuilder();
        boolean unknown = false;
        for (Datum argument : arguments) {
            if (argument.isNull()) {
                return Datum.NULL;
            }
            Optional<String> part = Comparison.text(argument);
            unknown |= part.isEmpty();
            text.append(part.orElse(""));
        }
        return unknown ? Datum.UNKNOWN : Datum.text(text.toString());
    }

    private static Datum concatWith(List<Datum> arguments) {
        if (arguments.isEmpty() || arguments.get(0).isNull()) {
            return Datum.NULL;
        }
        var parts = new ArrayList<String>();
        for (Datum argument : arguments.subList(1, arguments.size())) {
            Optional<String> part = Comparison.text(argument);
            if (part.isEmpty() && !argument.isNull()) {
                return Datum.UNKNOWN;
            }
            part.ifPresent(parts::add);
        }
        return Comparison.text(arguments.get(0))
                .map(separator -> Datum.text(String.join(separator, parts)))
                .orElse(Datum.UNKNOWN);
    }

    private static Datum changed(List<Datum> arguments, UnaryOperator<String> change) {
        if (arguments.size() != 1 || arguments.get(0).isNull()) {
            return arguments.size() == 1 ? Datum.NULL : Datum.UNKNOWN;
        }
        return Comparison.text(arguments.get(0)).map(change).map(Datum::text).orElse(Datum.UNKNOWN);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static Datum replace(List<Datum> arguments) {
        if (arguments.size() != 3 || arguments.stream().anyMatch(Datum::isNull)) {
            return arguments.size() == 3 ? Datum.NULL : Datum.UNKNOWN;
        }
        List<String> texts =
                arguments.stream().flatMap(a -> Comparison.text(a).stream()).toList();
        return texts.size() == 3 && !texts.get(1).isEmpty()
                ? Datum.text(texts.get(0).replace(texts.get(1), texts.get(2)))
                : Datum.UNKNOWN;
    }

    private static Datum length(List<Datum> arguments) {
        if (arguments.size() != 1) {
            return Datum.UNKNOWN;
        }
        return Comparison.text(arguments.get(0))
                .filter(text -> text.chars().allMatch(c -> c < 0x80))
                .map(text -> Datum.number(text.length()))
                .orElse(Datum.UNKNOWN);
    }
}
