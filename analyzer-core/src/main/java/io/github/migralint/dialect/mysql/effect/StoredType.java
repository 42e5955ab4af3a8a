package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.TypeName;
import io.github.migralint.schema.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A data type as a server stores it.
 *
 * @param name its name, folded, synonyms resolved
 * @param modifiers what stands in parentheses
 * @param unsigned whether it holds no negative numbers
 */
record StoredType(String name, List<String> modifiers, boolean unsigned) {
    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");
    private static final Set<String> TEXT_BLOBS =
            Set.of("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> MEMBERS = Set.of("enum", "set");
    private static final Set<String> SPATIAL = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");
    private static final Map<String, Integer> INTEGER_BYTES =
            Map.of("tinyint", 1, "smallint", 2, "mediumint", 3, "int", 4, "bigint", 8);
    private static final Set<String> FRACTIONS = Set.of("time", "datetime", "timestamp");
    private static final int DEFAULT_DIGITS = 10;

    StoredType {
        modifiers = List.copyOf(modifiers);
    }

    static StoredType of(TypeName type) {
        return of(type.name(), type.modifiers(), type.qualifier());
    }

    static StoredType of(DataType type) {
        return of(type.name(), type.modifiers(), type.qualifier());
    }

    private static StoredType of(String name, List<String> modifiers, String qualifier) {
        return new StoredType(
                name.toLowerCase(Locale.ROOT),
                modifiers,
                qualifier.toLowerCase(Locale.ROOT).contains("unsigned"));
    }

    boolean isText() {
        return TEXTS.contains(name);
    }

    /** Whether it has a character set. */
    boolean hasCharset() {
        return isText() || hasMembers();
    }

    boolean hasMembers() {
        return MEMBERS.contains(name);
    }

    /** Whether its length is stored before its value, in one byte or two. */
    boolean isVariable() {
        return name.equals("varchar") || name.equals("varbinary");
    }

    /** Whether only the beginning of it can be indexed, and it has no literal default on MySQL. */
    boolean isBlob() {
        return TEXT_BLOBS.contains(name);
    }

    boolean isSpatial() {
        return SPATIAL.contains(name);
    }

    boolean isJson() {
        return name.equals("json");
    }

    boolean isTemporal() {
        return FRACTIONS.contains(name) || name.equals("date") || name.equals("year");
    }

    boolean isInteger() {
        return INTEGER_BYTES.containsKey(name);
    }

    boolean isDecimal() {
        return name.equals("decimal");
    }

    boolean isApproximate() {
        return name.equals("float") || name.equals("double");
    }

    boolean isNumber() {
        return isInteger() || isDecimal() || isApproximate() || name.equals("bit");
    }

    int integerBytes() {
        return INTEGER_BYTES.getOrDefault(name, 0);
    }

    /** A number in parentheses. */
    Optional<Integer> modifier(int index) {
        return index < modifiers.size() ? number(modifiers.get(index)) : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        String digits = text.strip();
        boolean plain = !digits.isEmpty()
                && digits.length() < DEFAULT_DIGITS
                && digits.chars().allMatch(Character::isDigit);
        return plain ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    /** How many characters or bytes it holds; none where it does not say. */
    Optional<Integer> length() {
        return switch (name) {
            case "char", "binary", "bit" -> modifiers.isEmpty() ? Optional.of(1) : modifier(0);
            case "varchar", "varbinary" -> modifier(0);
            case "tinytext", "tinyblob" -> Optional.of(255);
            case "text", "blob" -> Optional.of(65_535);
            case "mediumtext", "mediumblob" -> Optional.of(16_777_215);
            case "longtext", "longblob", "json" -> Optional.of(Integer.MAX_VALUE);
            default -> Optional.empty();
        };
    }

    /** Digits of a DECIMAL altogether. */
    int precision() {
        return modifier(0).orElse(DEFAULT_DIGITS);
    }

    /** Digits of a DECIMAL after the point, or of the fractions of a second. */
    int scale() {
        return isDecimal() ? modifier(1).orElse(0) : modifier(0).orElse(0);
    }

    /** Whether a server stores values of both in the same way, character sets apart. */
    boolean isStoredAs(StoredType other) {
        if (!name.equals(other.name) || unsigned != other.unsigned) {
            return false;
        }
        if (isInteger() || isBlob() || name.equals("year")) {
            return true;
        }
        if (isDecimal()) {
            return precision() == other.precision() && scale() == other.scale();
        }
        if (FRACTIONS.contains(name)) {
            return scale() == other.scale();
        }
        return length().isPresent() ? length().equals(other.length()) : modifiers.equals(other.modifiers);
    }

    /** A spelling for messages: {@code int unsigned}. */
    @Override
    public String toString() {
        return name
                + (modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")")
                + (unsigned ? " unsigned" : "");
    }
}
