package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.UserType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explicit casts between the types that are understood. */
final class Casts {
    private static final Set<String> NUMERIC = Set.of("int2", "int4", "int8", "numeric");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "name", "char", "unknown", "");

    private final Facts facts;
    private final RegNames names;

    Casts(Facts facts) {
        this.facts = facts;
        this.names = new RegNames(facts);
    }

    /** The type of that internal name, with {@code []} for an array. */
    static SqlType typeNamed(String name) {
        return name.endsWith("[]")
                ? new SqlType(Optional.empty(), name.substring(0, name.length() - 2), List.of(), 1)
                : SqlType.of(name);
    }

    Datum cast(Datum datum, SqlType type) {
        if (type.dimensions() > 0) {
            return toArray(datum, type);
        }
        String name = type.name();
        if (!type.system()) {
            return toUserType(datum, type);
        }
        if (datum.isNull()) {
            return Datum.nothing(name);
        }
        return switch (name) {
            case "text", "varchar", "name" -> toText(datum, name, type.modifiers());
            case "int2", "int4", "int8" -> toInteger(datum, name);
            case "numeric" -> toNumeric(datum, type.modifiers());
            case "bool" -> toTruth(datum);
            case "oid", "regclass", "regtype", "regnamespace", "regproc", "regprocedure" -> toReference(datum, name);
            case "char" -> toCharacter(datum);
            case "enum" -> datum.isLiteral() ? datum.as("enum") : keep(datum, "enum");
            default -> toUserType(datum, type);
        };
    }

    private static Datum keep(Datum datum, String type) {
        return datum.type().equals(type) ? datum : Datum.unknown(type);
    }

    private Datum toText(Datum datum, String type, List<String> modifiers) {
        if (datum.isUnknown()) {
            return new Datum(Value.UNKNOWN, type, datum.possibility());
        }
        Optional<String> text = written(datum);
        if (text.isEmpty()) {
            return Datum.unknown(type);
        }
        int most = type.equals("name") ? 63 : modifiers.isEmpty() ? Integer.MAX_VALUE : length(modifiers.get(0));
        boolean fits = type.equals("name")
                ? text.get().getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= most
                : text.get().codePointCount(0, text.get().length()) <= most;
        if (fits) {
            return Datum.of(new Value.Text(text.get()), type);
        }
        boolean narrow = text.get().chars().allMatch(c -> c < 128);
        return narrow && most > 0 ? Datum.of(new Value.Text(text.get().substring(0, most)), type) : Datum.unknown(type);
    }

    private static int length(String modifier) {
        return modifier.matches("[1-9][0-9]{0,7}") ? Integer.parseInt(modifier) : 0;
    }

    /** The text that a cast to text gives. */
    Optional<String> written(Datum datum) {
        return switch (datum.value()) {
            case Value.Truth(boolean holds) -> Optional.of(Boolean.toString(holds));
            default -> printed(datum);
        };
    }

    /** The text that the output function of the type gives, as {@code format} and {@code concat} use it. */
    Optional<String> printed(Datum datum) {
        return switch (datum.value()) {
            case Value.Text(String text) -> Optional.of(text);
            case Value.Truth(boolean holds) -> Optional.of(holds ? "t" : "f");
            case Value.Number(BigDecimal number) -> Optional.of(number.toPlainString());
            case Value.Reference reference -> reference.named() ? names.name(reference) : Optional.empty();
            case Value.Array array -> Arrays.printed(array, this);
            case Value.Unknown ignored -> Optional.empty();
            case Value.Null ignored -> Optional.empty();
            case Value.Row ignored -> Optional.empty();
        };
    }

    private static Datum toInteger(Datum datum, String type) {
        return switch (datum.value()) {
            case Value.Number(BigDecimal number) -> integer(number.setScale(0, RoundingMode.HALF_UP), type);
            case Value.Text(String text) ->
                Numbers.parse(text)
                        .filter(n -> n.scale() <= 0)
                        .map(n -> integer(n, type))
                        .orElse(Datum.unknown(type));
            case Value.Truth(boolean holds) when type.equals("int4") -> Datum.integer(holds ? 1 : 0);
            case Value.Unknown ignored ->
                Range.of(datum).map(r -> r.datum(type)).orElse(Datum.unknown(type));
            default -> Datum.unknown(type);
        };
    }

    private static Datum integer(BigDecimal number, String type) {
        return Numbers.fits(number, type) ? Datum.of(new Value.Number(number), type) : Datum.unknown(type);
    }

    private static Datum toNumeric(Datum datum, List<String> modifiers) {
        Optional<BigDecimal> number = switch (datum.value()) {
            case Value.Number(BigDecimal n) -> Optional.of(n);
            case Value.Text(String text) -> Numbers.parse(text);
            default -> Optional.empty();
        };
        if (number.isEmpty()) {
            return Range.of(datum).map(r -> r.datum("numeric")).orElse(Datum.unknown("numeric"));
        }
        return modifiers.isEmpty()
                ? Datum.of(new Value.Number(number.get()), "numeric")
                : rounded(number.get(), length(modifiers.get(0)), modifiers.size() < 2 ? 0 : length(modifiers.get(1)));
    }

    private static Datum rounded(BigDecimal number, int precision, int scale) {
        BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
        return rounded.precision() <= precision
                ? Datum.of(new Value.Number(rounded), "numeric")
                : Datum.unknown("numeric");
    }

    private static Datum toTruth(Datum datum) {
        return switch (datum.value()) {
            case Value.Truth ignored -> datum;
            case Value.Text(String text) -> truth(text);
            case Value.Number(BigDecimal number) when datum.type().equals("int4") -> Datum.truth(number.signum() != 0);
            default -> Datum.maybe();
        };
    }

    private static Datum truth(String text) {
        return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1" -> Datum.TRUE;
            case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0" -> Datum.FALSE;
            default -> Datum.maybe();
        };
    }

    /** The "char" type holds one byte. */
    private static Datum toCharacter(Datum datum) {
        if (datum.value() instanceof Value.Text(String text) && text.chars().allMatch(c -> c < 128)) {
            return Datum.of(new Value.Text(text.isEmpty() ? text : text.substring(0, 1)), "char");
        }
        return new Datum(Value.UNKNOWN, "char", datum.possibility());
    }

    private Datum toReference(Datum datum, String type) {
        Optional<String> catalog = Reg.catalogOf(type);
        if (datum.value() instanceof Value.Reference reference) {
            boolean same = catalog.isEmpty() || catalog.get().equals(reference.catalog());
            return same
                    ? Datum.of(new Value.Reference(reference.catalog(), reference.key(), catalog.isPresent()), type)
                    : Datum.unknown(type);
        }
        if (datum.value() instanceof Value.Text(String text) && TEXTS.contains(datum.type()) && catalog.isPresent()) {
            Datum found = names.find(type, text);
            return found.isNull() ? Datum.unknown(type) : found;
        }
        if (datum.value() instanceof Value.Number(BigDecimal number) && number.signum() == 0) {
            return datum.as(type);
        }
        return new Datum(Value.UNKNOWN, type, datum.isUnknown() ? datum.possibility() : Possibility.ANYTHING);
    }

    private Datum toUserType(Datum datum, SqlType type) {
        if (datum.isNull()) {
            return Datum.nothing("");
        }
        Lookup<UserType> found = facts.schema().type(names.qualified(type));
        boolean label = found.found().orElse(null) instanceof EnumType labels
                && datum.value() instanceof Value.Text(String text)
                && labels.labels().contains(text);
        return label && !facts.uncertain(type.name()) ? datum.as("enum") : Datum.UNKNOWN;
    }

    private Datum toArray(Datum datum, SqlType type) {
        String name = type.name() + "[]";
        if (datum.isNull()) {
            return Datum.nothing(name);
        }
        Optional<List<Datum>> elements = switch (datum.value()) {
            case Value.Array array ->
                Optional.of(array.elements().stream()
                        .map(element ->
                                element instanceof Value.Text && datum.type().equals("[]")
                                        ? Datum.untyped(element)
                                        : Arrays.element(datum, element))
                        .toList());
            case Value.Text(String text) -> Arrays.parse(text);
            default -> Optional.empty();
        };
        if (elements.isEmpty()) {
            return Datum.unknown(name);
        }
        var cast = new ArrayList<Value>();
        for (Datum element : elements.get()) {
            cast.add(cast(element, type.element()).value());
        }
        return Datum.array(cast, type.name());
    }

    /** Whether a type is one of numbers. */
    static boolean isNumeric(String type) {
        return NUMERIC.contains(type);
    }

    /** Whether a value is a text by its type, or by nothing said against it. */
    static boolean isText(Datum datum) {
        return TEXTS.contains(datum.type());
    }

    RegNames names() {
        return names;
    }
}
