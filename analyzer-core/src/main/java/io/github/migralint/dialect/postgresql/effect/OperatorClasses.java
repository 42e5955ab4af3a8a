package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.DataType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How types can be indexed by what the server brings, from {@code operator-classes.tsv}. */
final class OperatorClasses {
    private static final Set<String> STRINGS = Set.of("text", "varchar");
    private static final Set<String> ADDRESSES = Set.of("inet", "cidr");
    private static final Set<String> UNORDERED =
            Set.of("json", "xml", "line", "lseg", "path", "cidr", "txid_snapshot", "jsonpath");

    private final List<OperatorClass> classes;

    /**
     * One operator class.
     *
     * @param method the access method
     * @param name its name
     * @param type the type of its values
     * @param isDefault whether it is taken where none is named
     * @param since the first major version that has it
     */
    private record OperatorClass(String method, String name, String type, boolean isDefault, int since) {}

    private OperatorClasses() {
        this.classes = DataFile.rows("operator-classes.tsv").stream()
                .map(cells -> new OperatorClass(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3).equals("yes"),
                        Integer.parseInt(cells.get(4))))
                .toList();
    }

    private static final class Holder {
        static final OperatorClasses TABLE = new OperatorClasses();
    }

    static OperatorClasses get() {
        return Holder.TABLE;
    }

    /** Whether the server, without extensions, has a class of that name for the access method. */
    boolean known(String method, String name, Scene scene) {
        return classes.stream()
                .anyMatch(c -> c.method().equals(method) && c.name().equals(name) && scene.since(c.since()));
    }

    /** Whether values of the type are surely not what the class is for. */
    boolean surelyOfOtherType(String method, String name, DataType type, Scene scene) {
        DataType base = Types.base(type, scene.schema());
        return builtIn(base)
                && classes.stream()
                        .filter(c -> c.method().equals(method) && c.name().equals(name))
                        .noneMatch(c -> accepts(c, base, scene.schema()));
    }

    /** Whether an index of the access method over the type is surely impossible where no class is named. */
    boolean surelyNoDefault(String method, DataType type, Scene scene) {
        DataType base = Types.base(type, scene.schema());
        return builtIn(base)
                && scene.schema().complete()
                && scene.schema().extensions().stream().allMatch(BuiltIns::isExtension)
                && classes.stream()
                        .filter(c -> c.method().equals(method) && c.isDefault() && scene.since(c.since()))
                        .noneMatch(c -> accepts(c, base, scene.schema()));
    }

    /** Types of extensions and of the history may have classes of their own. */
    private boolean builtIn(DataType type) {
        boolean scalar = UNORDERED.contains(type.name())
                || STRINGS.contains(type.name())
                || classes.stream().anyMatch(c -> c.type().equals(type.name()));
        return type.userType().isEmpty() && (type.arrayDimensions() > 0 || scalar);
    }

    private static boolean accepts(OperatorClass candidate, DataType type, Schema schema) {
        boolean isEnum = type.userType()
                .flatMap(schema::object)
                .filter(EnumType.class::isInstance)
                .isPresent();
        return switch (candidate.type()) {
            case "anyarray" -> type.arrayDimensions() > 0;
            case "anyenum" -> isEnum;
            case "anyrange" -> type.name().endsWith("range");
            case "anymultirange" -> type.name().endsWith("multirange");
            case "record" -> false;
            case "text" -> type.arrayDimensions() == 0 && STRINGS.contains(type.name());
            case "inet" -> type.arrayDimensions() == 0 && ADDRESSES.contains(type.name());
            default -> type.arrayDimensions() == 0 && candidate.type().equals(type.name());
        };
    }

    /** The default class of a type, by name. */
    Optional<String> defaultFor(String method, DataType type, Schema schema) {
        return classes.stream()
                .filter(c -> c.method().equals(method) && c.isDefault() && accepts(c, Types.base(type, schema), schema))
                .map(OperatorClass::name)
                .findFirst();
    }
}
