package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.dialect.mysql.Literals;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types as columns have them: with the lengths that the server adds, and without those that mean nothing. */
final class ColumnTypes {
    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> TEXT =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");
    private static final List<String> ONE = List.of("1");
    private static final Set<String> LENGTH_ONE = Set.of("char", "binary", "bit");
    private static final Map<String, String> AS_BYTES = Map.of(
            "char", "binary",
            "varchar", "varbinary",
            "tinytext", "tinyblob",
            "text", "blob",
            "mediumtext", "mediumblob",
            "longtext", "longblob");
    private static final List<String> SIZES = List.of("tiny", "", "medium", "long");

    private ColumnTypes() {}

    /** Whether values of a type are text with a collation. */
    static boolean isText(DataType type) {
        return TEXT.contains(type.name());
    }

    /** Whether it is one of the four sizes of text, or of bytes, of which keys hold only a beginning. */
    static boolean isLarge(DataType type) {
        return type.name().endsWith("text") || type.name().endsWith("blob");
    }

    /** Whether keys may hold only a beginning of its values. */
    static boolean mayHavePrefix(DataType type) {
        return isLarge(type) || Set.of("char", "varchar", "binary", "varbinary").contains(type.name());
    }

    /** The type as a column of that collation has it. */
    static DataType resolve(TypeName written, Collation collation, Server server) {
        String name = written.name();
        if (name.equals("json") && server.isMariadb()) {
            return DataType.of("longtext");
        }
        if (collation.isBinary() && AS_BYTES.containsKey(name)) {
            List<String> length = name.equals("char") && written.modifiers().isEmpty() ? ONE : written.modifiers();
            return sized(AS_BYTES.getOrDefault(name, name), length, 1);
        }
        if (INTEGERS.contains(name)) {
            boolean bool = name.equals("tinyint") && written.modifiers().equals(ONE);
            return type(name, bool ? written.modifiers() : List.of(), written.qualifier());
        }
        return switch (name) {
            case "enum", "set" ->
                type(name, written.modifiers().stream().map(ColumnTypes::quoted).toList(), "");
            case "text" -> sized(name, written.modifiers(), collation.bytesPerCharacter());
            case "blob" -> sized(name, written.modifiers(), 1);
            case "decimal" -> type(name, precision(written.modifiers()), written.qualifier());
            case "year" -> DataType.of(name);
            case "datetime", "timestamp", "time" ->
                type(name, written.modifiers().equals(List.of("0")) ? List.of() : written.modifiers(), "");
            default ->
                type(
                        name,
                        written.modifiers().isEmpty() && LENGTH_ONE.contains(name) ? ONE : written.modifiers(),
                        written.qualifier().equals("national") ? "" : written.qualifier());
        };
    }

    /** A value in single quotes, however it was written. */
    private static String quoted(String literal) {
        return "'" + Literals.text(literal).replace("'", "''") + "'";
    }

    private static DataType type(String name, List<String> modifiers, String qualifier) {
        return new DataType(name, modifiers, 0, qualifier, Optional.empty());
    }

    private static List<String> precision(List<String> written) {
        return switch (written.size()) {
            case 0 -> List.of("10", "0");
            case 1 -> List.of(written.getFirst(), "0");
            default -> written;
        };
    }

    /** A length makes TEXT and BLOB as large as they need be. */
    private static DataType sized(String name, List<String> modifiers, int bytesPerCharacter) {
        boolean family = name.equals("text") || name.equals("blob");
        if (!family || modifiers.isEmpty()) {
            return type(name, modifiers, "");
        }
        long bytes = number(modifiers.getFirst()) * bytesPerCharacter;
        int size = bytes <= 0xFF ? 0 : bytes <= 0xFFFF ? 1 : bytes <= 0xFFFFFF ? 2 : 3;
        return DataType.of(SIZES.get(size) + name);
    }

    private static long number(String digits) {
        boolean plain = digits.length() <= 12 && digits.chars().allMatch(Character::isDigit);
        return plain && !digits.isEmpty() ? Long.parseLong(digits) : 0;
    }

    /** How many characters or bytes a type of fixed or bounded length holds. */
    static Optional<Integer> length(DataType type) {
        boolean bounded =
                mayHavePrefix(type) && !isLarge(type) && !type.modifiers().isEmpty();
        return bounded ? Optional.of((int) number(type.modifiers().getFirst())) : Optional.empty();
    }

    /** The type after its character set changed: text keeps room for as many characters as it held bytes. */
    static DataType converted(DataType type, Collation from, Collation to) {
        boolean text = type.name().endsWith("text");
        if (to.isBinary()) {
            String bytes = AS_BYTES.getOrDefault(type.name(), type.name());
            return type(bytes, type.modifiers(), type.qualifier());
        }
        if (!text || to.bytesPerCharacter() <= from.bytesPerCharacter()) {
            return type;
        }
        int size = SIZES.indexOf(type.name().substring(0, type.name().length() - "text".length()));
        return size < 0 || size == SIZES.size() - 1 ? type : DataType.of(SIZES.get(size + 1) + "text");
    }
}
