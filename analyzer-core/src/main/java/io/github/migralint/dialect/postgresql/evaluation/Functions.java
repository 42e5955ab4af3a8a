package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.procedural.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a call of a function gives, except aggregates and functions that give rows. */
final class Functions {
    /** Functions of an array that give NULL for none. */
    private static final Set<String> OF_ARRAYS =
            Set.of("array_length", "array_upper", "array_lower", "array_to_string", "array_position");

    private final Facts facts;
    private final Casts casts;
    private final Comparison comparison;
    private final TextFunctions texts;
    private final ArrayFunctions arrays;

    Functions(Facts facts, Casts casts, Comparison comparison) {
        this.facts = facts;
        this.casts = casts;
        this.comparison = comparison;
        this.texts = new TextFunctions(facts);
        this.arrays = new ArrayFunctions(casts, comparison);
    }

    Datum call(String function, List<Datum> arguments) {
        return switch (function) {
            case "concat" -> joined("", arguments);
            case "concat_ws" -> arguments.isEmpty() ? Datum.UNKNOWN : separated(arguments);
            case "format" -> format(arguments);
            case "nullif" -> arguments.size() == 2 ? nullIf(arguments.get(0), arguments.get(1)) : Datum.UNKNOWN;
            case "greatest", "least" -> extreme(function.equals("greatest"), arguments);
            case "quote_nullable" -> arguments.size() == 1 ? quoted(arguments.get(0), true) : Datum.UNKNOWN;
            case "current_schema" -> arguments.isEmpty() ? currentSchema() : Datum.UNKNOWN;
            case "" -> Datum.UNKNOWN;
            default -> strict(function, arguments);
        };
    }

    /** Most functions give NULL for any NULL. */
    private Datum strict(String function, List<Datum> arguments) {
        if (!SystemFunctions.mayBe(function)) {
            return Datum.UNKNOWN;
        }
        boolean known = isKnown(function);
        boolean noArray = OF_ARRAYS.contains(function)
                && !arguments.isEmpty()
                && arguments.get(0).isNull();
        if (noArray || (known && arguments.stream().anyMatch(Datum::isNull))) {
            return Datum.nothing("");
        }
        if (arguments.stream().anyMatch(Datum::isUnknown)) {
            return Datum.UNKNOWN;
        }
        return switch (function) {
            case "quote_literal" -> arguments.size() == 1 ? quoted(arguments.get(0), false) : Datum.UNKNOWN;
            case "to_regclass" -> named("regclass", arguments);
            case "to_regtype" -> named("regtype", arguments);
            case "to_regnamespace" -> Datum.UNKNOWN;
            case "to_regproc" -> named("regproc", arguments);
            case "pg_table_is_visible" -> arguments.size() == 1 ? visible(arguments.get(0)) : Datum.UNKNOWN;
            case "current_setting" -> setting(arguments);
            case "abs" -> absolute(arguments);
            default ->
                texts.call(function, arguments)
                        .or(() -> arrays.call(function, arguments))
                        .orElse(Datum.UNKNOWN);
        };
    }

    private static boolean isKnown(String function) {
        return switch (function) {
            case "lower",
                    "upper",
                    "length",
                    "char_length",
                    "character_length",
                    "btrim",
                    "ltrim",
                    "rtrim",
                    "replace",
                    "left",
                    "right",
                    "substring",
                    "substr",
                    "split_part",
                    "strpos",
                    "starts_with",
                    "repeat",
                    "reverse",
                    "lpad",
                    "rpad",
                    "quote_ident",
                    "quote_literal",
                    "md5",
                    "cardinality",
                    "abs",
                    "to_regclass",
                    "to_regtype",
                    "to_regproc" -> true;
            default -> false;
        };
    }

    private Datum joined(String separator, List<Datum> arguments) {
        var parts = new ArrayList<String>();
        long length = 0;
        for (Datum argument : arguments) {
            if (argument.isNull()) {
                continue;
            }
            Optional<String> text = casts.printed(argument);
            if (text.isEmpty()) {
                return Datum.unknown("text");
            }
            parts.add(text.get());
            length += text.get().length() + separator.length();
            if (length > Budget.LONGEST_TEXT) {
                return Datum.unknown("text");
            }
        }
        return Datum.text(String.join(separator, parts));
    }

    private Datum separated(List<Datum> arguments) {
        Datum separator = arguments.get(0);
        if (separator.isNull()) {
            return Datum.nothing("text");
        }
        return separator.value() instanceof Value.Text(String text)
                ? joined(text, arguments.subList(1, arguments.size()))
                : Datum.unknown("text");
    }

    private Datum format(List<Datum> arguments) {
        if (arguments.isEmpty()) {
            return Datum.UNKNOWN;
        }
        Datum pattern = arguments.get(0);
        if (pattern.isNull()) {
            return Datum.nothing("text");
        }
        return pattern.value() instanceof Value.Text(String text) && Casts.isText(pattern)
                ? Format.of(text, arguments.subList(1, arguments.size()), casts, facts)
                : Datum.unknown("text");
    }

    private Datum nullIf(Datum left, Datum right) {
        Datum equal = comparison.compare("=", left, right);
        return equal.isTrue() ? Datum.nothing(left.type()) : equal.isNotTrue() ? left : Datum.unknown(left.type());
    }

    private static Datum extreme(boolean greatest, List<Datum> arguments) {
        Optional<Datum> best = Optional.empty();
        for (Datum argument : arguments) {
            if (argument.isNull()) {
                continue;
            }
            if (best.isEmpty()) {
                best = Optional.of(argument);
                continue;
            }
            Optional<Integer> order = Comparison.order(argument, best.get());
            boolean typed = argument.type().equals(best.get().type()) || argument.value() instanceof Value.Number;
            if (order.isEmpty() || !typed || argument.isLiteral()) {
                return Datum.UNKNOWN;
            }
            if (greatest ? order.get() > 0 : order.get() < 0) {
                best = Optional.of(argument);
            }
        }
        return best.orElse(Datum.NULL);
    }

    private Datum quoted(Datum datum, boolean nullable) {
        if (datum.isNull()) {
            return nullable ? Datum.text("NULL") : Datum.nothing("text");
        }
        return casts.written(datum).map(Quoting::literal).map(Datum::text).orElse(Datum.unknown("text"));
    }

    private Datum named(String type, List<Datum> arguments) {
        return arguments.size() == 1 && arguments.get(0).value() instanceof Value.Text(String text)
                ? certain(casts.names().find(type, text), text)
                : Datum.unknown(type);
    }

    private Datum visible(Datum relation) {
        return relation.value() instanceof Value.Reference reference
                ? casts.names().visible(reference).map(Datum::truth).orElse(Datum.maybe())
                : Datum.maybe();
    }

    /** An object whose name is uncertain may be gone, or may have been made. */
    private Datum certain(Datum found, String text) {
        boolean uncertain =
                Facts.parse(text).map(name -> facts.schema().uncertain(name)).orElse(true);
        boolean own = found.value() instanceof Value.Reference reference && !References.isOwn(reference);
        return uncertain && !own ? Datum.unknown(found.type()) : found;
    }

    /** The first schema of the search path that is there. */
    private Datum currentSchema() {
        for (String schema : facts.schema().searchPath()) {
            if (facts.schema().schemas().contains(schema)) {
                return Datum.name(schema);
            }
            if (!facts.schema().complete() || facts.uncertain(schema) || schema.startsWith("$")) {
                return Datum.unknown("name");
            }
        }
        return Datum.unknown("name");
    }

    private Datum setting(List<Datum> arguments) {
        boolean asked = !arguments.isEmpty()
                && arguments.get(0).value() instanceof Value.Text(String name)
                && name.toLowerCase(Locale.ROOT).equals("server_version_num");
        if (!asked || facts.version().isEmpty()) {
            return Datum.unknown("text");
        }
        Version version = facts.version().get();
        long least = version.major() * 10_000L + version.minor();
        long most = version.minor() > 0 ? least : version.major() * 10_000L + 9_999;
        Range range = new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        return least == most ? Datum.text(Long.toString(least)) : new Datum(Value.UNKNOWN, "text", range);
    }

    private static Datum absolute(List<Datum> arguments) {
        return arguments.size() == 1 && arguments.get(0).value() instanceof Value.Number(BigDecimal number)
                ? Datum.of(new Value.Number(number.abs()), arguments.get(0).type())
                : Datum.UNKNOWN;
    }
}
