package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What foreign keys rely on. */
final class ForeignKeys {
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "oid");
    private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name", "citext");
    private static final Set<String> MOMENTS = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> LONERS = Set.of("uuid", "bool", "inet", "bytea", "jsonb");

    private ForeignKeys() {}

    /** The unique index over exactly these columns that a foreign key can rely on. */
    static Optional<Index> keyIndex(Scene scene, Table referenced, List<ObjectId> columns) {
        return scene.schema().indexesOf(referenced.id()).stream()
                .filter(index -> index.unique() && index.valid())
                .filter(index -> index.predicate().isEmpty() && !index.hasExpressions())
                .filter(index -> sameColumns(index, columns))
                .findFirst();
    }

    private static boolean sameColumns(Index index, List<ObjectId> columns) {
        Set<ObjectId> key = new HashSet<>();
        index.parts().forEach(part -> part.column().ifPresent(key::add));
        return key.size() == index.parts().size() && key.equals(new HashSet<>(columns)) && columns.size() == key.size();
    }

    /** Whether a foreign key, other than one that is dropped itself, points at exactly these columns. */
    static boolean pointAt(Scene scene, Table table, List<ObjectId> columns) {
        return keysTo(scene, table).anyMatch(key -> new HashSet<>(key.columns()).equals(new HashSet<>(columns)));
    }

    /** Whether a foreign key points at a column, alone or among others. */
    static boolean pointAtAny(Scene scene, Table table, ObjectId column) {
        return keysTo(scene, table).anyMatch(key -> key.columns().contains(column));
    }

    private static Stream<ForeignKey> keysTo(Scene scene, Table table) {
        return scene.schema().referencing(table.id()).stream()
                .flatMap(other -> other.constraints().stream())
                .flatMap(constraint -> constraint.foreignKey().stream())
                .filter(key -> key.table().filter(table.id()::equals).isPresent());
    }

    /** That index with its counterparts on partitions. */
    static List<RelationKey> keyIndexes(Scene scene, Table referenced, List<ObjectId> columns) {
        return keyIndex(scene, referenced, columns)
                .map(index -> scene.keys().of(scene.withParts(index)))
                .orElse(List.of());
    }

    /** The type of the column that a column is compared with. */
    static Optional<DataType> opposite(Scene scene, Constraint constraint, Column column) {
        Optional<ForeignKey> key = constraint.foreignKey();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        List<ObjectId> here = constraint.columns();
        List<ObjectId> there = key.get().columns();
        int at = here.indexOf(column.id());
        Optional<ObjectId> other = at >= 0 && at < there.size()
                ? Optional.of(there.get(at))
                : Optional.of(there.indexOf(column.id()))
                        .filter(i -> i >= 0 && i < here.size())
                        .map(here::get);
        return other.flatMap(id -> scene.schema().tableOfColumn(id).flatMap(t -> t.column(id)))
                .flatMap(Column::type);
    }

    /** Whether there is surely no operator that a foreign key could compare these types with. */
    static boolean surelyIncomparable(DataType referencing, DataType referenced, Scene scene) {
        DataType one = Types.base(referencing, scene.schema());
        DataType other = Types.base(referenced, scene.schema());
        if (one.name().equals(other.name()) && (one.arrayDimensions() > 0) == (other.arrayDimensions() > 0)) {
            return false;
        }
        boolean builtIn = one.userType().isEmpty() && other.userType().isEmpty();
        if (builtIn && (one.arrayDimensions() > 0) != (other.arrayDimensions() > 0)) {
            return true;
        }
        Optional<Integer> a = group(one);
        Optional<Integer> b = group(other);
        boolean foreignGroups = a.isPresent() && b.isPresent() && !a.equals(b);
        boolean narrowing =
                NUMBERS.contains(one.name()) && NUMBERS.contains(other.name()) && rank(one.name()) > rank(other.name());
        return foreignGroups || narrowing;
    }

    private static Optional<Integer> group(DataType type) {
        if (type.arrayDimensions() > 0 || type.userType().isPresent()) {
            return Optional.empty();
        }
        List<Set<String>> groups = List.of(NUMBERS, STRINGS, MOMENTS);
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).contains(type.name())) {
                return Optional.of(i);
            }
        }
        return LONERS.contains(type.name()) ? Optional.of(type.name().hashCode()) : Optional.empty();
    }

    /** The referencing type must turn into the referenced one by itself: integers are compared among each other. */
    private static int rank(String number) {
        return switch (number) {
            case "int2", "int4", "int8" -> 0;
            case "numeric" -> 1;
            case "float4", "float8" -> 2;
            default -> 0;
        };
    }
}
