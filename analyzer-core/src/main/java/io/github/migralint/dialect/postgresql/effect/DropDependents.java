package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.DropObject;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether something else needs what a statement drops: then only CASCADE drops it.
 *
 * @param scene what the statement sees
 * @param statement the statement
 */
record DropDependents(Scene scene, DropObject statement) {
    boolean exist(List<Relation> dropped) {
        Set<ObjectId> going = new HashSet<>();
        dropped.forEach(relation -> going.add(relation.id()));
        return cascadeReachesFurther(scene, statement)
                || dropped.stream().anyMatch(relation -> neededOtherwise(relation, going));
    }

    /** Whether CASCADE would change or remove more than the statement does. */
    static boolean cascadeReachesFurther(Scene scene, DropObject statement) {
        return !cascadeReaches(scene, statement).isEmpty();
    }

    /** What CASCADE would change or remove besides, in the order in which it was made. */
    static List<ObjectId> cascadeReaches(Scene scene, DropObject statement) {
        Set<ObjectId> further =
                new HashSet<>(Trial.of(scene.schema(), cascading(statement)).touched());
        further.removeAll(Trial.of(scene.schema(), statement).touched());
        return further.stream().sorted().toList();
    }

    /** The same with CASCADE. */
    static DropObject cascading(DropObject statement) {
        return new DropObject(
                statement.kind(),
                statement.objects(),
                statement.ifExists(),
                true,
                statement.concurrently(),
                statement.span());
    }

    private boolean neededOtherwise(Relation relation, Set<ObjectId> going) {
        return switch (relation) {
            case Table table ->
                keyUsed(table, going)
                        || rowTypeUsed(table, going)
                        || sequenceUsed(table, going)
                        || childLeft(table, going);
            case Sequence sequence -> usedByDefault(sequence, going) || sequence.identity();
            default -> false;
        };
    }

    /** A foreign key that points at a partitioned table points into all its partitions. */
    private boolean keyUsed(Table table, Set<ObjectId> going) {
        return scene.ancestors(table).stream()
                .filter(parent -> !going.contains(parent.id()))
                .flatMap(parent -> scene.schema().referencing(parent.id()).stream())
                .anyMatch(referencing -> !going.contains(referencing.id()));
    }

    private boolean childLeft(Table table, Set<ObjectId> going) {
        return scene.schema().childrenOf(table.id()).stream()
                .anyMatch(child -> child.partitionOf().isEmpty() && !going.contains(child.id()));
    }

    /** Every table is a type too. */
    private boolean rowTypeUsed(Table table, Set<ObjectId> going) {
        String name = table.name().name();
        boolean columns = rowTypeUsers(scene, table).stream().anyMatch(other -> !going.contains(other.id()));
        return columns || scene.schema().routines().stream().anyMatch(routine -> uses(routine, name));
    }

    private static boolean uses(Routine routine, String rowType) {
        return routine.argumentTypes().contains(rowType)
                || routine.returnType().equals(rowType)
                || routine.returnType().equals("setof " + rowType);
    }

    private boolean sequenceUsed(Table table, Set<ObjectId> going) {
        return scene.ownedSequences(table).stream().anyMatch(sequence -> usedByDefault(sequence, going));
    }

    private boolean usedByDefault(Sequence sequence, Set<ObjectId> going) {
        return scene.schema().tablesTakingFrom(sequence.id()).stream().anyMatch(table -> !going.contains(table.id()));
    }

    /** Other tables with a column of the type that the table is. */
    static List<Table> rowTypeUsers(Scene scene, Table table) {
        String name = table.name().name();
        return scene.schema().relations().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(other -> other.columns().stream()
                        .flatMap(column -> column.type().stream())
                        .anyMatch(
                                type -> type.userType().isEmpty() && type.name().equals(name)))
                .toList();
    }
}
