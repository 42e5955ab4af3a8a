package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DROP COLUMN: only the catalog changes, but what depends on the column goes too or stands in the way. */
final class ColumnRemovals {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;

    ColumnRemovals(AlterStep step) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
    }

    void drop(AlterAction.DropColumn action) {
        String name = action.column().value();
        acts.add(step.actAlone(Operation.DROP_COLUMN).at(action.span()));
        if (AlterStep.isSystemColumn(name)) {
            acts.fail("0A000", "System column " + name + " cannot be dropped.");
            return;
        }
        if (step.table().column(name).isEmpty() && action.ifExists()) {
            return;
        }
        Optional<Column> column = step.column(action.column());
        if (column.isEmpty()) {
            return;
        }
        refuseOwn(column.get());
        acts.add(step.actOnAll(Operation.DROP_COLUMN).at(action.span()));
        refuse(column.get(), action);
        new Removals(scene, acts).charge(step.trial());
    }

    private void refuseOwn(Column column) {
        if (step.inherited(column)) {
            acts.fail("42P16", "Column " + column.name() + " is inherited.");
        } else if (step.partitionKey(column)) {
            acts.fail("42P16", "Column " + column.name() + " is part of the partition key.");
        }
    }

    private void refuse(Column column, AlterAction.DropColumn action) {
        String name = column.name();
        if (step.only()
                && step.table().kind() == Table.Kind.PARTITIONED
                && !scene.descendants(step.table()).isEmpty()) {
            acts.fail("42P16", "The column must be dropped from the partitions too.");
        } else if (!action.cascade() && (dependents(column, action) || generatedFrom(column))) {
            List<ObjectId> obstacles = cascadeReaches(action).stream()
                    .filter(id -> !id.equals(step.table().id()))
                    .sorted()
                    .toList();
            acts.fail("2BP01", "Other objects depend on column " + name + " of " + step.name() + ".", obstacles);
        }
    }

    /** From 15 on a generated column holds the columns it is computed from; before, it went with them. */
    private boolean generatedFrom(Column column) {
        return scene.since(15)
                && step.table().columns().stream()
                        .anyMatch(other -> other.generated()
                                .filter(generated -> generated.columns().contains(column.id()))
                                .isPresent());
    }

    /** Whether CASCADE would take more along than the column itself does. */
    private boolean dependents(Column column, AlterAction.DropColumn action) {
        boolean triggers = step.table().triggers().stream()
                .anyMatch(trigger -> trigger.columns().contains(column.id()));
        boolean policies = step.table().policies().stream()
                .anyMatch(policy -> policy.columns().contains(column.id()));
        boolean pointedAt = ForeignKeys.pointAtAny(scene, step.table(), column.id());
        return triggers || policies || pointedAt || cascadeReachesFurther(action);
    }

    private boolean cascadeReachesFurther(AlterAction.DropColumn action) {
        return !cascadeReaches(action).isEmpty() || usedSequence(action);
    }

    /** What CASCADE would change or remove besides. */
    private Set<ObjectId> cascadeReaches(AlterAction.DropColumn action) {
        var cascading = new AlterAction.DropColumn(action.column(), action.ifExists(), true, action.span());
        AlterTable statement = step.statement();
        Set<ObjectId> further = new HashSet<>(Trial.of(
                        step.trial().before(),
                        new AlterTable(
                                statement.kind(),
                                statement.name(),
                                statement.only(),
                                statement.ifExists(),
                                List.of(cascading),
                                statement.span()))
                .touched());
        further.removeAll(step.trial().touched());
        return further;
    }

    /** A sequence that goes with the column may give values to other tables. */
    private boolean usedSequence(AlterAction.DropColumn action) {
        Optional<Column> column = step.table().column(action.column().value());
        return column.isPresent()
                && scene.ownedSequences(step.table()).stream()
                        .filter(sequence -> sequence.ownerColumn().equals(column.map(Column::id)))
                        .anyMatch(sequence ->
                                Dependence.usedByOthers(scene.schema(), sequence, step.table(), column.get()));
    }
}
