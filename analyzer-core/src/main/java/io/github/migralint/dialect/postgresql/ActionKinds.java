package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.ToggleMode;
import io.github.migralint.ast.MysqlAction;

/** The names that PostgreSQL's own parse tree has for the actions of ALTER TABLE. */
final class ActionKinds {
    private ActionKinds() {}

    /** The kind of an action. */
    static String kindOf(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn a -> "AT_AddColumn";
            case AlterAction.DropColumn a -> "AT_DropColumn";
            case AlterAction.AlterColumnType a -> "AT_AlterColumnType";
            case AlterAction.SetDefault a -> "AT_ColumnDefault";
            case AlterAction.DropDefault a -> "AT_ColumnDefault";
            case AlterAction.SetNotNull a -> "AT_SetNotNull";
            case AlterAction.DropNotNull a -> "AT_DropNotNull";
            case AlterAction.SetExpression a -> "AT_SetExpression";
            case AlterAction.DropExpression a -> "AT_DropExpression";
            case AlterAction.AddIdentity a -> "AT_AddIdentity";
            case AlterAction.SetIdentity a -> "AT_SetIdentity";
            case AlterAction.DropIdentity a -> "AT_DropIdentity";
            case AlterAction.SetStatistics a -> "AT_SetStatistics";
            case AlterAction.SetStorage a -> "AT_SetStorage";
            case AlterAction.SetCompression a -> "AT_SetCompression";
            case AlterAction.SetColumnOptions a -> a.reset() ? "AT_ResetOptions" : "AT_SetOptions";
            case AlterAction.AddConstraint a -> "AT_AddConstraint";
            case AlterAction.AlterConstraint a -> "AT_AlterConstraint";
            case AlterAction.ValidateConstraint a -> "AT_ValidateConstraint";
            case AlterAction.DropConstraint a -> "AT_DropConstraint";
            case AlterAction.ToggleTrigger a -> trigger(a);
            case AlterAction.ToggleRule a -> "AT_" + mode(a.mode()) + "Rule";
            case AlterAction.SetRowSecurity a -> rowSecurity(a);
            case AlterAction.ClusterOn a -> "AT_ClusterOn";
            case AlterAction.SetWithoutCluster a -> "AT_DropCluster";
            case AlterAction.SetWithoutOids a -> "AT_DropOids";
            case AlterAction.SetLogged a -> a.logged() ? "AT_SetLogged" : "AT_SetUnLogged";
            case AlterAction.SetAccessMethod a -> "AT_SetAccessMethod";
            case AlterAction.SetTablespace a -> "AT_SetTableSpace";
            case AlterAction.SetOptions a -> a.reset() ? "AT_ResetRelOptions" : "AT_SetRelOptions";
            case AlterAction.Inherit a -> a.inherit() ? "AT_AddInherit" : "AT_DropInherit";
            case AlterAction.OfType a -> "AT_AddOf";
            case AlterAction.NotOfType a -> "AT_DropOf";
            case AlterAction.SetOwner a -> "AT_ChangeOwner";
            case AlterAction.SetReplicaIdentity a -> "AT_ReplicaIdentity";
            case AlterAction.AttachPartition a -> "AT_AttachPartition";
            case AlterAction.DetachPartition a -> a.finalizing() ? "AT_DetachPartitionFinalize" : "AT_DetachPartition";
            case AlterAction.OtherAction a -> a.kind();
            case MysqlAction a -> throw notOfPostgresql(a);
        };
    }

    private static String trigger(AlterAction.ToggleTrigger action) {
        String which = action.name().isPresent() ? "" : action.userOnly() ? "User" : "All";
        return "AT_" + mode(action.mode()) + "Trig" + which;
    }

    private static String mode(ToggleMode mode) {
        return switch (mode) {
            case ENABLE -> "Enable";
            case DISABLE -> "Disable";
            case ENABLE_ALWAYS -> "EnableAlways";
            case ENABLE_REPLICA -> "EnableReplica";
        };
    }

    private static String rowSecurity(AlterAction.SetRowSecurity action) {
        if (action.forced().isPresent()) {
            return action.forced().get() ? "AT_ForceRowSecurity" : "AT_NoForceRowSecurity";
        }
        return action.enabled().orElse(false) ? "AT_EnableRowSecurity" : "AT_DisableRowSecurity";
    }

    private static IllegalArgumentException notOfPostgresql(MysqlAction action) {
        return new IllegalArgumentException(
                "PostgreSQL has no " + action.getClass().getSimpleName());
    }
}
