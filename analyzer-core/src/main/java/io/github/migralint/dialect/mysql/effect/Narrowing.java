package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.effect.Effect.NarrowsType.Fate;
import java.util.List;
import java.util.Optional;

/**
 * Which values are lost when a column gets another type, and what becomes of them.
 *
 * @param strict whether the session refuses values that do not fit
 */
record Narrowing(boolean strict) {
    /**
     * What is lost.
     *
     * @param fate what becomes of such values
     * @param values which they are, to be read after "values"
     * @param number the error where they are refused
     */
    record Loss(Fate fate, String values, String number) {}

    private static final int FLOAT_DIGITS = 6;
    private static final int DOUBLE_DIGITS = 15;

    /** What is lost between two types, if something is. */
    Optional<Loss> between(TypeComparison.Side old, TypeComparison.Side fresh) {
        StoredType from = old.type();
        StoredType to = fresh.type();
        if (from.hasMembers() && to.hasMembers()) {
            return members(from, to);
        }
        if (isString(from) && isString(to)) {
            return length(from, to).or(() -> charset(old, fresh));
        }
        if (from.isNumber() && to.isNumber()) {
            return number(from, to);
        }
        if (from.isTemporal() && to.isTemporal()) {
            return moment(from, to);
        }
        if (isString(from) && (to.isNumber() || to.isTemporal() || to.hasMembers())) {
            return Optional.of(
                    refused("that are no " + words(to), to.hasMembers() ? Errors.TRUNCATED : Errors.INCORRECT_VALUE));
        }
        return to.isText() && to.length().orElse(Integer.MAX_VALUE) < widest(from)
                ? Optional.of(refused("longer than " + to.length().orElse(0) + " characters", Errors.TOO_LONG))
                : Optional.empty();
    }

    private Loss refused(String values, String number) {
        return new Loss(strict ? Fate.REFUSED : Fate.CHANGED, values, number);
    }

    private static Loss changed(String values) {
        return new Loss(Fate.CHANGED, values, Errors.TRUNCATED);
    }

    private static boolean isString(StoredType type) {
        return type.isText()
                || type.isBlob()
                || type.name().equals("binary")
                || type.name().equals("varbinary");
    }

    private static String words(StoredType type) {
        return type.isNumber() ? "numbers" : type.isTemporal() ? "dates or times" : "members of " + type;
    }

    private Optional<Loss> members(StoredType from, StoredType to) {
        List<String> gone = from.modifiers().stream()
                .filter(member -> !to.modifiers().contains(member))
                .toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(refused("equal to " + String.join(", ", gone), Errors.TRUNCATED));
    }

    private Optional<Loss> length(StoredType from, StoredType to) {
        int before = from.length().orElse(Integer.MAX_VALUE);
        int after = to.length().orElse(Integer.MAX_VALUE);
        String unit = to.isText() && !to.isBlob() ? " characters" : " bytes";
        return after < before
                ? Optional.of(
                        refused("longer than " + after + unit, from.isBlob() ? Errors.TOO_LONG : Errors.TRUNCATED))
                : Optional.empty();
    }

    /** Characters that the new set does not have. */
    private Optional<Loss> charset(TypeComparison.Side old, TypeComparison.Side fresh) {
        boolean text = old.type().isText() && fresh.type().isText();
        boolean all = fresh.charset().startsWith("utf") && !fresh.charset().equals(Charsets.UTF8MB3);
        boolean basic =
                fresh.charset().equals(Charsets.UTF8MB3) && !old.charset().startsWith("utf");
        return text
                        && !old.charset().equals(fresh.charset())
                        && !all
                        && !basic
                        && !old.charset().equals("ascii")
                ? Optional.of(
                        refused("with characters that " + fresh.charset() + " does not have", Errors.INCORRECT_VALUE))
                : Optional.empty();
    }

    private Optional<Loss> number(StoredType from, StoredType to) {
        if (from.isInteger() && to.isInteger()) {
            boolean narrower = to.integerBytes() < from.integerBytes()
                    || (to.integerBytes() == from.integerBytes() && from.unsigned() && !to.unsigned());
            if (narrower) {
                return Optional.of(refused("outside the range of " + to, Errors.OUT_OF_RANGE));
            }
        }
        if (to.unsigned() && !from.unsigned()) {
            return Optional.of(refused("below zero", Errors.OUT_OF_RANGE));
        }
        if (to.isApproximate()) {
            int kept = to.name().equals("float") ? FLOAT_DIGITS : DOUBLE_DIGITS;
            return digits(from) > kept
                    ? Optional.of(changed("of more than " + kept + " digits, which are rounded"))
                    : Optional.empty();
        }
        return from.isInteger() && to.isInteger() ? Optional.empty() : exact(from, to);
    }

    private Optional<Loss> exact(StoredType from, StoredType to) {
        if (wholeDigits(to) < wholeDigits(from)) {
            return Optional.of(refused("outside the range of " + to, Errors.OUT_OF_RANGE));
        }
        return decimals(to) < decimals(from)
                ? Optional.of(changed("of more than " + decimals(to) + " decimals, which are rounded"))
                : Optional.empty();
    }

    private static int digits(StoredType type) {
        return switch (type.name()) {
            case "float" -> FLOAT_DIGITS;
            case "double" -> DOUBLE_DIGITS;
            default -> wholeDigits(type) + decimals(type);
        };
    }

    private static int wholeDigits(StoredType type) {
        if (type.isDecimal()) {
            return type.precision() - type.scale();
        }
        if (type.isApproximate()) {
            return Integer.MAX_VALUE / 2;
        }
        return switch (type.integerBytes()) {
            case 1 -> 3;
            case 2 -> 5;
            case 3 -> type.unsigned() ? 8 : 7;
            case 4 -> 10;
            case 8 -> type.unsigned() ? 20 : 19;
            default -> (type.length().orElse(1) + 2) / 3;
        };
    }

    private static int decimals(StoredType type) {
        return type.isDecimal() ? type.scale() : type.isApproximate() ? Integer.MAX_VALUE / 2 : 0;
    }

    private Optional<Loss> moment(StoredType from, StoredType to) {
        boolean withTime = from.name().equals("datetime") || from.name().equals("timestamp");
        if (withTime && to.name().equals("date")) {
            return Optional.of(changed("with a time of day, which is dropped"));
        }
        if (withTime && to.name().equals("time")) {
            return Optional.of(changed("with a date, which is dropped"));
        }
        if (from.name().equals("datetime") && to.name().equals("timestamp")) {
            return Optional.of(refused("before 1970 or after 2038", "1292"));
        }
        boolean coarser = !to.name().equals("date")
                && to.scale() < from.scale()
                && !from.name().equals("year");
        return coarser ? Optional.of(changed("with finer fractions of a second, which are rounded")) : Optional.empty();
    }

    private static int widest(StoredType from) {
        return from.isInteger() ? wholeDigits(from) + (from.unsigned() ? 0 : 1) : 0;
    }
}
