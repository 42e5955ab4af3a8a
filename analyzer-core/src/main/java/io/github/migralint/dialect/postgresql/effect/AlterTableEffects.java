package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Table;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ALTER TABLE: the server sorts the actions into passes (drops, types, columns, constraints, the rest), and each sees what
 * the ones before it did.
 */
final class AlterTableEffects {
    private final Scene scene;
    private final Acts acts;
    private final AlterTable statement;
    private final Set<ObjectId> retyped = new HashSet<>();

    AlterTableEffects(Scene scene, Acts acts, AlterTable statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
    }

    /** The effects on a table that is known, or of which only the name is. */
    void alter(Table table) {
        SchemaBuilder copy = SchemaBuilder.trial(scene.schema());
        List<AlterAction> inOrder = statement.actions().stream()
                .sorted(Comparator.comparingInt(AlterTableEffects::pass))
                .toList();
        for (AlterAction action : inOrder) {
            Schema now = copy.now();
            Table current = now.table(statement.name()).orElse(table);
            Trial trial = Trial.of(copy, alone(statement, action));
            acts.at(action.span());
            perform(action, new AlterStep(scene.later(now), trial, acts, current, statement, retyped));
            if (action instanceof AlterAction.AlterColumnType change) {
                noteRetyped(scene.later(now), current, change);
            }
            if (acts.failed()) {
                return;
            }
        }
    }

    private void noteRetyped(Scene now, Table table, AlterAction.AlterColumnType change) {
        now.family(table).stream()
                .flatMap(member -> member.column(change.column().value()).stream())
                .map(Column::id)
                .forEach(retyped::add);
    }

    /** The statement with one of its actions only. */
    static AlterTable alone(AlterTable statement, AlterAction action) {
        return new AlterTable(
                statement.kind(),
                statement.name(),
                statement.only(),
                statement.ifExists(),
                List.of(action),
                statement.span());
    }

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
            case AlterAction.SetExpression ignored -> 3;
            case AlterAction.SetNotNull ignored -> 5;
            case AlterAction.AddConstraint add -> pass(add);
            case AlterAction.SetDefault ignored -> 8;
            case AlterAction.AddIdentity ignored -> 8;
            default -> 9;
        };
    }

    private static int pass(AlterAction.AddConstraint add) {
        return switch (add.constraint().kind()) {
            case CHECK, NOT_NULL -> 4;
            case UNIQUE, PRIMARY_KEY, EXCLUDE -> add.constraint().usingIndex().isPresent() ? 6 : 7;
            case FOREIGN_KEY -> 8;
        };
    }

    private static void perform(AlterAction action, AlterStep step) {
        switch (action) {
            case AlterAction.AddColumn a -> new ColumnAddition(step, a).add();
            case AlterAction.DropColumn a -> new ColumnRemovals(step).drop(a);
            case AlterAction.AlterColumnType a -> new TypeChange(step, a).change();
            case AlterAction.SetDefault a -> new ColumnProperties(step).setDefault(a);
            case AlterAction.DropDefault a -> new ColumnProperties(step).dropDefault(a);
            case AlterAction.SetNotNull a -> new Nullability(step).setNotNull(a);
            case AlterAction.DropNotNull a -> new Nullability(step).dropNotNull(a);
            case AlterAction.SetExpression a -> new ColumnProperties(step).setExpression(a);
            case AlterAction.DropExpression a -> new ColumnProperties(step).dropExpression(a);
            case AlterAction.AddIdentity a -> new ColumnProperties(step).addIdentity(a);
            case AlterAction.SetIdentity a -> new ColumnProperties(step).setIdentity(a);
            case AlterAction.DropIdentity a -> new ColumnProperties(step).dropIdentity(a);
            case AlterAction.SetStatistics a -> new TableSettings(step).setStatistics(a);
            case AlterAction.SetColumnOptions a -> new TableSettings(step).setColumnOptions(a);
            case AlterAction.SetStorage a -> new ColumnProperties(step).setStorage(a);
            case AlterAction.SetCompression a -> new ColumnProperties(step).setCompression(a);
            case AlterAction.AddConstraint a -> new ConstraintAddition(step, a).add();
            case AlterAction.AlterConstraint a -> new ConstraintChanges(step).alter(a);
            case AlterAction.ValidateConstraint a -> new ConstraintChanges(step).validate(a);
            case AlterAction.DropConstraint a -> new ConstraintChanges(step).drop(a);
            case AlterAction.AttachPartition a -> new PartitionAttachment(step, a).attach();
            case AlterAction.DetachPartition a -> new PartitionDetachment(step, a).detach();
            case AlterAction.Inherit a -> new TableSettings(step).inherit(a);
            case AlterAction.ToggleTrigger a -> new TableSettings(step).toggle(a);
            case AlterAction.ToggleRule a -> new TableSettings(step).toggleRule(a);
            case AlterAction.SetRowSecurity ignored -> step.acts().add(step.act(Operation.SET_ROW_SECURITY));
            case AlterAction.ClusterOn a -> new TableSettings(step).clusterOn(a);
            case AlterAction.SetWithoutCluster ignored -> step.acts().add(step.act(Operation.SET_WITHOUT_CLUSTER));
            case AlterAction.SetWithoutOids ignored -> step.acts().add(step.act(Operation.SET_WITHOUT_OIDS));
            case AlterAction.SetLogged a -> new TableSettings(step).setLogged(a);
            case AlterAction.SetAccessMethod a -> new TableSettings(step).setAccessMethod(a);
            case AlterAction.SetTablespace a -> new TableSettings(step).setTablespace(a);
            case AlterAction.SetOptions a -> new TableSettings(step).setOptions(a);
            case AlterAction.OfType a -> new TableSettings(step).setType(a);
            case AlterAction.NotOfType ignored -> step.acts().add(step.act(Operation.OF_TYPE));
            case AlterAction.SetOwner a -> new TableSettings(step).setOwner(a);
            case AlterAction.SetReplicaIdentity a -> new TableSettings(step).setReplicaIdentity(a);
            case MysqlAction ignored -> {}
            case AlterAction.OtherAction ignored -> step.acts().add(step.act(Operation.ALTER_NOTHING));
        }
    }

    /** The table, or a stand-in for one of which only the name is known. */
    static Table standIn(Scene scene, AlterTable statement, Optional<Table> found) {
        return found.orElseGet(() -> scene.unknown(statement.name()));
    }
}
