package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.DataType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What becomes of stored values when a column gets another type. */
final class TypeConversion {
    /** What the server has to do. */
    enum Outcome {
        /** The bytes stay. */
        KEEPS,
        /** Every value is computed anew. */
        REWRITES,
        /** There is no such conversion without being told how. */
        IMPOSSIBLE,
        /** The old type is not known. */
        UNKNOWN
    }

    private static final Set<String> UTC_NAMES = Set.of(
            "utc",
            "etc/utc",
            "uct",
            "etc/uct",
            "gmt",
            "etc/gmt",
            "gmt0",
            "gmt+0",
            "gmt-0",
            "etc/gmt0",
            "etc/gmt+0",
            "etc/gmt-0",
            "greenwich",
            "etc/greenwich",
            "universal",
            "etc/universal",
            "zulu",
            "etc/zulu",
            "0",
            "+0",
            "-0",
            "+00",
            "-00",
            "00",
            "+00:00",
            "-00:00");
    private static final int MOST_PRECISE = 6;

    private final Schema schema;
    private final int major;
    private final String timeZone;

    TypeConversion(Scene scene) {
        this.schema = scene.schema();
        this.major = scene.version().major();
        this.timeZone =
                scene.context().settings().getOrDefault("timezone", "utc").toLowerCase(Locale.ROOT);
    }

    /** What an assignment cast from one type to another does to stored values. */
    Outcome convert(DataType from, DataType to) {
        return convert(from, to, CastTable.Allowed.ASSIGNMENT);
    }

    /** What an explicit cast does. */
    Outcome cast(DataType from, DataType to) {
        return convert(from, to, CastTable.Allowed.EXPLICIT);
    }

    /** The errors that values may give when they are converted. */
    static List<String> errors(Optional<DataType> from, DataType to) {
        boolean ofText = from.isEmpty() || CastTable.isString(from.get().name());
        return switch (to.name()) {
            case "varchar", "bpchar", "varbit" -> List.of("22001");
            case "bit" -> List.of("22026");
            case "int2", "int4", "int8", "float4", "float8", "numeric", "money", "oid" ->
                ofText ? List.of("22P02", "22003") : List.of("22003");
            case "date", "time", "timetz", "timestamp", "timestamptz", "interval" ->
                ofText ? List.of("22007", "22008") : List.of("22008");
            default -> List.of("22P02");
        };
    }

    private Outcome convert(DataType from, DataType to, CastTable.Allowed allowed) {
        if (from.userType().isPresent() && from.equals(to)) {
            return Outcome.KEEPS;
        }
        // Out of a domain the value has the bare base type: its length is forgotten.
        DataType source = Types.domain(from, schema).isPresent() ? withoutModifiers(Types.base(from, schema)) : from;
        DataType target = Types.base(to, schema);
        Outcome outcome = builtIn(source, target, allowed);
        return outcome == Outcome.KEEPS && Types.constrained(to, schema) ? Outcome.REWRITES : outcome;
    }

    private static DataType withoutModifiers(DataType type) {
        return new DataType(type.name(), List.of(), type.arrayDimensions(), type.qualifier(), type.userType());
    }

    private Outcome builtIn(DataType from, DataType to, CastTable.Allowed allowed) {
        if (from.arrayDimensions() > 0 || to.arrayDimensions() > 0) {
            return arrays(from, to, allowed);
        }
        if (from.name().equals(to.name()) && from.userType().equals(to.userType())) {
            return sameType(from, to) ? Outcome.KEEPS : Outcome.REWRITES;
        }
        if (zones(from, to)) {
            // The length is changed by a second function, which only the greatest precision spares.
            boolean free = major >= 12 && UTC_NAMES.contains(timeZone) && precision(to) == MOST_PRECISE;
            return free ? Outcome.KEEPS : Outcome.REWRITES;
        }
        if (citext(from, to)) {
            return to.modifiers().isEmpty() ? Outcome.KEEPS : Outcome.REWRITES;
        }
        return differentTypes(from, to, allowed);
    }

    private Outcome differentTypes(DataType from, DataType to, CastTable.Allowed allowed) {
        Optional<CastTable.Cast> cast = CastTable.get().cast(from.name(), to.name());
        if (cast.isPresent()) {
            if (cast.get().allowed().compareTo(allowed) > 0) {
                return Outcome.IMPOSSIBLE;
            }
            return cast.get().relabels() && !limits(to) ? Outcome.KEEPS : Outcome.REWRITES;
        }
        if (CastTable.isString(to.name())) {
            return Outcome.REWRITES;
        }
        if (allowed == CastTable.Allowed.EXPLICIT && CastTable.isString(from.name())) {
            return Outcome.REWRITES;
        }
        return bothKnown(from, to) ? Outcome.IMPOSSIBLE : Outcome.UNKNOWN;
    }

    private boolean bothKnown(DataType from, DataType to) {
        return known(from) && known(to);
    }

    private boolean known(DataType type) {
        boolean isEnum = type.userType()
                .flatMap(schema::object)
                .filter(EnumType.class::isInstance)
                .isPresent();
        return isEnum || (type.userType().isEmpty() && (CastTable.get().knows(type.name()) || wellKnown(type.name())));
    }

    private static boolean wellKnown(String name) {
        return Set.of("uuid", "json", "jsonb", "bytea", "tsvector", "tsquery", "int4range", "int8range", "numrange")
                .contains(name);
    }

    private Outcome arrays(DataType from, DataType to, CastTable.Allowed allowed) {
        if (from.arrayDimensions() > 0 && to.arrayDimensions() > 0) {
            if (from.name().equals(to.name()) && from.userType().equals(to.userType())) {
                boolean same = to.modifiers().isEmpty() || from.modifiers().equals(to.modifiers());
                return same ? Outcome.KEEPS : Outcome.REWRITES;
            }
            Outcome elements = builtIn(element(from), element(to), allowed);
            return elements == Outcome.KEEPS ? Outcome.REWRITES : elements;
        }
        boolean toString = CastTable.isString(to.name()) && to.arrayDimensions() == 0;
        boolean fromString = CastTable.isString(from.name()) && allowed == CastTable.Allowed.EXPLICIT;
        return toString || fromString ? Outcome.REWRITES : Outcome.IMPOSSIBLE;
    }

    private static DataType element(DataType array) {
        return new DataType(array.name(), array.modifiers(), 0, array.qualifier(), array.userType());
    }

    /** Whether the type limits values, so that each has to be looked at. */
    private static boolean limits(DataType type) {
        return !type.modifiers().isEmpty() || type.name().equals("bit");
    }

    private static boolean zones(DataType from, DataType to) {
        return (from.name().equals("timestamp") && to.name().equals("timestamptz"))
                || (from.name().equals("timestamptz") && to.name().equals("timestamp"));
    }

    private static boolean citext(DataType from, DataType to) {
        return (from.name().equals("citext")
                        && (to.name().equals("text") || to.name().equals("varchar")))
                || (to.name().equals("citext")
                        && (from.name().equals("text") || from.name().equals("varchar")));
    }

    /** Whether every value of the one is a value of the other as it is stored. */
    private static boolean sameType(DataType from, DataType to) {
        return switch (to.name()) {
            case "varchar", "varbit" ->
                to.modifiers().isEmpty()
                        || (number(to, 0) >= number(from, 0)
                                && !from.modifiers().isEmpty());
            case "numeric" -> numeric(from, to);
            case "time", "timetz", "timestamp", "timestamptz" -> precision(to) >= precision(from);
            case "interval" -> interval(from, to);
            case "bpchar" -> to.modifiers().isEmpty() || length(from) == length(to);
            case "bit" -> length(from) == length(to);
            default -> to.modifiers().isEmpty() || from.modifiers().equals(to.modifiers());
        };
    }

    private static boolean numeric(DataType from, DataType to) {
        if (to.modifiers().isEmpty()) {
            return true;
        }
        return !from.modifiers().isEmpty() && number(to, 0) >= number(from, 0) && scale(to) == scale(from);
    }

    private static int scale(DataType type) {
        return type.modifiers().size() > 1 ? number(type, 1) : 0;
    }

    private static boolean interval(DataType from, DataType to) {
        boolean fields = to.qualifier().isEmpty()
                || to.qualifier().equals(from.qualifier())
                || (finestField(to).equals(finestField(from))
                        && !from.qualifier().isEmpty())
                || finestField(to).equals("second");
        return fields && precision(to) >= precision(from);
    }

    private static String finestField(DataType interval) {
        String fields = interval.qualifier();
        return fields.substring(fields.lastIndexOf(' ') + 1);
    }

    private static int precision(DataType type) {
        return type.modifiers().isEmpty() ? MOST_PRECISE : number(type, 0);
    }

    /** {@code bpchar} without a length has none, {@code bit} has one. */
    private static int length(DataType type) {
        return type.modifiers().isEmpty() ? (type.name().equals("bit") ? 1 : -1) : number(type, 0);
    }

    private static int number(DataType type, int index) {
        try {
            return Integer.parseInt(type.modifiers().get(index).trim());
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return 0;
        }
    }
}
