package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.View;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** ALTER TABLE and its kin, action by action in the order in which the server works through them. */
final class TableAlteration {
    private final Change change;

    TableAlteration(Change change) {
        this.change = change;
    }

    void alter(AlterTable statement) {
        if (statement.kind() == ObjectKind.TYPE) {
            alterType(statement);
            return;
        }
        Optional<Relation> target = remembers(statement)
                ? new UnknownTables(change).orAssumed(statement.name())
                : change.relation(statement.name());
        target.ifPresent(relation -> statement.actions().stream()
                .sorted(Comparator.comparingInt(TableAlteration::pass))
                .forEach(action -> apply(action, relation.id(), statement.only())));
    }

    /** An unknown table is worth remembering when the statement says something lasting about it. */
    private static boolean remembers(AlterTable statement) {
        return !statement.ifExists()
                && statement.kind() == ObjectKind.TABLE
                && statement.actions().stream()
                        .anyMatch(action -> action instanceof AlterAction.AddColumn
                                || action instanceof AlterAction.AddConstraint
                                || action instanceof AlterAction.SetNotNull
                                || action instanceof AlterAction.AlterColumnType);
    }

    private void alterType(AlterTable statement) {
        if (change.now().type(statement.name()) instanceof Lookup.Found<?>(CompositeType type)) {
            new CompositeTypes(change).alter(type, statement.actions());
        }
    }

    /** The server drops first, then changes types, adds columns, constraints, and does the rest. */
    private static int pass(AlterAction action) {
        return switch (action) {
            case AlterAction.DropColumn ignored -> 0;
            case AlterAction.DropConstraint ignored -> 0;
            case AlterAction.DropNotNull ignored -> 0;
            case AlterAction.DropDefault ignored -> 0;
            case AlterAction.DropIdentity ignored -> 0;
            case AlterAction.DropExpression ignored -> 0;
            case AlterAction.AlterColumnType ignored -> 1;
            case AlterAction.AddColumn ignored -> 2;
            case AlterAction.AddConstraint add -> add.constraint().references().isPresent() ? 5 : 4;
            case AlterAction.SetNotNull ignored -> 3;
            default -> 6;
        };
    }

    private void apply(AlterAction action, ObjectId relation, boolean only) {
        switch (change.now().object(relation).orElse(null)) {
            case Table ignored -> applyToTable(action, relation, only);
            case Index index -> applyToIndex(action, index);
            case View view -> applyToView(action, view);
            case null, default -> {}
        }
    }

    private void applyToTable(AlterAction action, ObjectId table, boolean only) {
        var columns = new ColumnAlteration(change, table, only);
        switch (action) {
            case AlterAction.AddColumn a -> columns.add(a);
            case AlterAction.DropColumn a -> columns.drop(a);
            case AlterAction.AlterColumnType a -> columns.retype(a);
            case AlterAction.SetDefault a -> columns.setDefault(a.column(), Optional.of(a.expression()));
            case AlterAction.DropDefault a -> columns.setDefault(a.column(), Optional.empty());
            case AlterAction.SetNotNull a -> columns.setNotNull(a.column());
            case AlterAction.DropNotNull a -> columns.dropNotNull(a.column());
            case AlterAction.SetExpression a -> columns.setExpression(a);
            case AlterAction.DropExpression a -> columns.dropExpression(a.column());
            case AlterAction.AddIdentity a -> columns.addIdentity(a);
            case AlterAction.SetIdentity a -> columns.setIdentity(a);
            case AlterAction.DropIdentity a -> columns.dropIdentity(a.column());
            case AlterAction.AddConstraint a -> new Constraints(change).add(table, a.constraint(), only);
            case AlterAction.AlterConstraint a -> new ConstraintAlteration(change).alter(table, a);
            case AlterAction.ValidateConstraint a -> new ConstraintAlteration(change).validate(table, a.name(), only);
            case AlterAction.DropConstraint a -> new ConstraintAlteration(change).drop(table, a.name(), a.cascade());
            case AlterAction.ToggleTrigger a -> toggle(table, a);
            case AlterAction.SetRowSecurity a ->
                a.enabled().ifPresent(on -> change.edit(table, draft -> draft.rowSecurity(on)));
            case AlterAction.SetLogged a ->
                change.edit(
                        table, draft -> draft.persistence(a.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED));
            case AlterAction.SetAccessMethod a ->
                change.edit(table, draft -> draft.accessMethod(a.method().map(Identifier::value)));
            case AlterAction.SetTablespace a ->
                change.edit(
                        table,
                        draft -> draft.tablespace(Optional.of(a.tablespace().value())));
            case AlterAction.SetOptions a -> change.edit(table, draft -> setOptions(draft.options(), a));
            case AlterAction.Inherit a -> inherit(table, a);
            case AlterAction.AttachPartition a ->
                change.table(a.partition())
                        .filter(partition -> !isAncestor(partition.id(), table))
                        .ifPresent(partition -> new PartitionAttachment(change)
                                .attach(table, partition, new Membership(table, a.bound())));
            case AlterAction.DetachPartition a ->
                change.table(a.partition()).ifPresent(partition -> new PartitionAttachment(change).detach(partition));
            case AlterAction.ClusterOn a -> new Storage(change).clusterOn(table, a.index());
            case AlterAction.SetWithoutCluster ignored -> new Storage(change).clusterOnNothing(table);
            case AlterAction.OfType a ->
                change.edit(
                        table,
                        draft ->
                                draft.ofType(change.now().type(a.type()).found().map(type -> type.id())));
            case AlterAction.NotOfType ignored -> change.edit(table, draft -> draft.ofType(Optional.empty()));
            case AlterAction.SetOwner a ->
                new Ownership(change).give(table, a.owner().value());
            // Nothing that the schema keeps.
            case AlterAction.SetStatistics ignored -> {}
            case AlterAction.SetStorage ignored -> {}
            case AlterAction.SetCompression ignored -> {}
            case AlterAction.SetColumnOptions ignored -> {}
            case AlterAction.ToggleRule ignored -> {}
            case AlterAction.SetWithoutOids ignored -> {}
            case AlterAction.SetReplicaIdentity ignored -> {}
            case AlterAction.OtherAction ignored -> {}
            case MysqlAction ignored -> {}
        }
    }

    private void applyToIndex(AlterAction action, Index index) {
        switch (action) {
            case AlterAction.AttachPartition attach ->
                change.now()
                        .index(attach.partition())
                        .ifPresent(part -> new PartitionTree(change).attachIndex(index, part));
            default -> {}
        }
    }

    private void applyToView(AlterAction action, View view) {
        if (action instanceof AlterAction.SetOptions set) {
            var options = new LinkedHashMap<>(view.options());
            setOptions(options, set);
            change.schema().put(view.withOptions(options));
        }
    }

    private static void setOptions(java.util.Map<String, String> options, AlterAction.SetOptions set) {
        for (Option option : set.options()) {
            if (set.reset()) {
                options.remove(option.name());
            } else {
                options.put(option.name(), option.value().orElse("true"));
            }
        }
    }

    private void toggle(ObjectId table, AlterAction.ToggleTrigger toggle) {
        boolean enabled = toggle.mode() != AlterAction.ToggleMode.DISABLE;
        change.edit(
                table,
                draft -> draft.triggers()
                        .replaceAll(trigger -> meant(trigger, toggle) ? trigger.withEnabled(enabled) : trigger));
    }

    private static boolean meant(Trigger trigger, AlterAction.ToggleTrigger toggle) {
        return toggle.name().map(name -> name.value().equals(trigger.name())).orElse(true);
    }

    private void inherit(ObjectId table, AlterAction.Inherit action) {
        Optional<Table> parent = change.table(action.parent());
        if (parent.isEmpty()
                || (action.inherit() && isAncestor(table, parent.get().id()))) {
            return;
        }
        change.edit(table, draft -> {
            if (action.inherit()) {
                draft.inherits().add(parent.get().id());
            } else {
                draft.inherits().remove(parent.get().id());
            }
        });
        if (action.inherit()) {
            new Constraints(change).inherit(parent.get(), table);
        }
    }

    /** The server refuses a table that would inherit from itself. */
    private boolean isAncestor(ObjectId table, ObjectId other) {
        return change.family(table).stream().anyMatch(member -> member.id().equals(other));
    }

    /** Constraints of a table that an index stands behind. */
    static List<Constraint> behind(Table table, ObjectId index) {
        return table.constraints().stream()
                .filter(c -> c.index().filter(index::equals).isPresent())
                .toList();
    }
}
