package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Expression;
import io.github.migralint.effect.Effect.NarrowsType.Fate;
import io.github.migralint.schema.DataType;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of a column are lost when it gets another type.
 *
 * @param scene what the statement sees
 * @param column the column
 * @param from its type, if the history tells it
 * @param to its new type
 */
record Narrowing(Scene scene, String column, Optional<DataType> from, DataType to) {
    /**
     * What is lost.
     *
     * @param fate what becomes of such values
     * @param values which they are, to be read after "values"
     */
    record Loss(Fate fate, String values) {}

    private static final Set<String> CUTTING = Set.of("left", "right", "substr", "substring");
    private static final Set<String> ROUNDING = Set.of("round", "trunc", "floor", "ceil", "ceiling", "date_trunc");
    private static final Map<String, Integer> DIGITS = Map.of("int2", 5, "int4", 10, "int8", 19);
    private static final Map<String, Integer> EXACT_DIGITS = Map.of("float4", 6, "float8", 15);
    private static final Set<String> MOMENTS = Set.of("timestamp", "timestamptz");
    private static final Set<String> LIMITED_STRINGS = Set.of("varchar", "bpchar", "bit", "varbit");
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int NAME_LENGTH = 63;
    private static final int MOST_PRECISE = 6;

    /** What is lost, if something is, by the cast that happens by itself or by the one that the clause says. */
    Optional<Loss> loss(Optional<Expression> using) {
        if (using.isEmpty()) {
            return from.isEmpty() ? ofUnknown() : between(from.get(), to, false);
        }
        Optional<List<DataType>> casts = UsingClause.casts(using.get(), column, scene);
        if (casts.isEmpty()) {
            return byFunction(using.get().tokens());
        }
        if (from.isEmpty()) {
            return casts.get().isEmpty() ? ofUnknown() : Optional.empty();
        }
        DataType current = from.get();
        for (DataType cast : casts.get()) {
            Optional<Loss> loss = between(current, cast, true);
            if (loss.isPresent()) {
                return loss;
            }
            current = cast;
        }
        return between(current, to, false);
    }

    /** A function that cuts or rounds the bare column, whatever the types are. */
    private Optional<Loss> byFunction(List<Token> tokens) {
        int call = tokens.size() > 3 && tokens.get(0).isSymbol("(") ? 1 : 0;
        if (tokens.size() < call + 4 || !tokens.get(call + 1).isSymbol("(")) {
            return Optional.empty();
        }
        String function = tokens.get(call).text().toLowerCase(java.util.Locale.ROOT);
        int argument = function.equals("date_trunc") ? call + 4 : call + 2;
        boolean ofColumn =
                argument < tokens.size() && Predicates.isColumn(tokens.subList(argument, argument + 1), column);
        if (!ofColumn) {
            return Optional.empty();
        }
        if (CUTTING.contains(function)) {
            return Optional.of(new Loss(Fate.CHANGED, "of which " + function + "() cuts off a part"));
        }
        return ROUNDING.contains(function)
                ? Optional.of(new Loss(Fate.CHANGED, "that " + function + "() rounds"))
                : Optional.empty();
    }

    private Optional<Loss> ofUnknown() {
        DataType base = Types.base(to, scene.schema());
        boolean capped = (LIMITED_STRINGS.contains(base.name()) && limit(base) < UNLIMITED)
                || (base.name().equals("numeric") && !base.modifiers().isEmpty())
                || Set.of("int2", "date", "float4").contains(base.name());
        return capped ? Optional.of(new Loss(Fate.UNKNOWN, "that do not fit into " + to)) : Optional.empty();
    }

    private Optional<Loss> between(DataType old, DataType fresh, boolean explicit) {
        DataType a = Types.base(old, scene.schema());
        DataType b = Types.base(fresh, scene.schema());
        if ((a.arrayDimensions() > 0) != (b.arrayDimensions() > 0)
                || a.userType().isPresent()
                || b.userType().isPresent()) {
            return Optional.empty();
        }
        if (isString(a) && isString(b)) {
            return string(a, b, explicit);
        }
        if (isNumber(a) && isNumber(b)) {
            return number(a, b);
        }
        return moment(a, b);
    }

    private static boolean isString(DataType type) {
        return CastTable.isString(type.name()) || LIMITED_STRINGS.contains(type.name());
    }

    private static boolean isNumber(DataType type) {
        return DIGITS.containsKey(type.name())
                || EXACT_DIGITS.containsKey(type.name())
                || type.name().equals("numeric");
    }

    /** Only a cast that somebody wrote cuts; names are always cut. */
    private static Optional<Loss> string(DataType a, DataType b, boolean explicit) {
        if (limit(b) >= limit(a)) {
            return Optional.empty();
        }
        boolean cut = explicit || b.name().equals("name");
        String unit = b.name().endsWith("bit") ? " bits" : " characters";
        return Optional.of(new Loss(cut ? Fate.CHANGED : Fate.REFUSED, "longer than " + limit(b) + unit));
    }

    private static int limit(DataType type) {
        return switch (type.name()) {
            case "varchar", "varbit" -> type.modifiers().isEmpty() ? UNLIMITED : modifier(type, 0, UNLIMITED);
            case "bpchar" -> type.modifiers().isEmpty() ? UNLIMITED : modifier(type, 0, UNLIMITED);
            case "bit" -> type.modifiers().isEmpty() ? 1 : modifier(type, 0, UNLIMITED);
            case "name" -> NAME_LENGTH;
            default -> UNLIMITED;
        };
    }

    private static Optional<Loss> number(DataType a, DataType b) {
        if (EXACT_DIGITS.containsKey(b.name())) {
            return approximate(a, b);
        }
        if (wholeDigits(b) < wholeDigits(a)) {
            return Optional.of(new Loss(
                    Fate.REFUSED,
                    DIGITS.containsKey(b.name())
                            ? "outside the range of " + b
                            : "of more than " + wholeDigits(b) + " digits before the point"));
        }
        return decimals(b) < decimals(a)
                ? Optional.of(new Loss(
                        Fate.CHANGED,
                        decimals(b) == 0
                                ? "with decimals, which are rounded off"
                                : "of more than " + decimals(b) + " decimals, which are rounded off"))
                : Optional.empty();
    }

    /** Digits that a floating point number keeps exactly. */
    private static Optional<Loss> approximate(DataType a, DataType b) {
        int exact = EXACT_DIGITS.getOrDefault(b.name(), UNLIMITED);
        int digits = EXACT_DIGITS.containsKey(a.name())
                ? EXACT_DIGITS.get(a.name())
                : wholeDigits(a) == UNLIMITED ? UNLIMITED : wholeDigits(a) + decimals(a);
        return digits > exact
                ? Optional.of(new Loss(Fate.CHANGED, "of more than " + exact + " digits, which are rounded"))
                : Optional.empty();
    }

    private static int wholeDigits(DataType type) {
        if (DIGITS.containsKey(type.name())) {
            return DIGITS.get(type.name());
        }
        return type.name().equals("numeric") && !type.modifiers().isEmpty()
                ? modifier(type, 0, UNLIMITED) - modifier(type, 1, 0)
                : UNLIMITED;
    }

    private static int decimals(DataType type) {
        if (DIGITS.containsKey(type.name())) {
            return 0;
        }
        return type.name().equals("numeric") && !type.modifiers().isEmpty() ? modifier(type, 1, 0) : UNLIMITED;
    }

    private static Optional<Loss> moment(DataType a, DataType b) {
        if (MOMENTS.contains(a.name()) && b.name().equals("date")) {
            return Optional.of(new Loss(Fate.CHANGED, "with a time of day, which is dropped"));
        }
        if (MOMENTS.contains(a.name()) && b.name().startsWith("time") && !MOMENTS.contains(b.name())) {
            return Optional.of(new Loss(Fate.CHANGED, "with a date, which is dropped"));
        }
        boolean sameKind = (a.name().startsWith("time") && b.name().startsWith("time"))
                || (a.name().equals("interval") && b.name().equals("interval"));
        return sameKind && modifier(b, 0, MOST_PRECISE) < modifier(a, 0, MOST_PRECISE)
                ? Optional.of(new Loss(Fate.CHANGED, "with finer fractions of a second, which are rounded off"))
                : Optional.empty();
    }

    private static int modifier(DataType type, int index, int otherwise) {
        try {
            return index < type.modifiers().size()
                    ? Integer.parseInt(type.modifiers().get(index).strip())
                    : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
