package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.AlterPolicy;
import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Call;
import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.Cluster;
import io.github.migralint.ast.Comment;
import io.github.migralint.ast.Copy;
import io.github.migralint.ast.CreateCompositeType;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateRule;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateStatistics;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateType;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.MoveTablespace;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.RefreshMaterializedView;
import io.github.migralint.ast.Reindex;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;
import io.github.migralint.ast.Vacuum;
import java.util.Map;

/** The names that PostgreSQL's own parse tree has for statements; {@code inspect} prints them. */
final class StatementKinds {
    private static final Map<ObjectKind, String> DROPS = Map.of(
            ObjectKind.ROLE, "DropRoleStmt",
            ObjectKind.DATABASE, "DropdbStmt",
            ObjectKind.TABLESPACE, "DropTableSpaceStmt",
            ObjectKind.USER_MAPPING, "DropUserMappingStmt",
            ObjectKind.SUBSCRIPTION, "DropSubscriptionStmt");

    private StatementKinds() {}

    /** The kind of a statement. */
    static String kindOf(Statement statement) {
        return switch (statement) {
            case AlterDomain s -> "AlterDomainStmt";
            case AlterEnum s -> "AlterEnumStmt";
            case AlterPolicy s -> "AlterPolicyStmt";
            case AlterSequence s -> "AlterSeqStmt";
            case AlterTable s -> "AlterTableStmt";
            case Call s -> "CallStmt";
            case ChangeOwner s -> "AlterOwnerStmt";
            case Cluster s -> "ClusterStmt";
            case Comment s -> "CommentStmt";
            case Copy s -> "CopyStmt";
            case CreateCompositeType s -> "CompositeTypeStmt";
            case CreateDomain s -> "CreateDomainStmt";
            case CreateEnum s -> "CreateEnumStmt";
            case CreateExtension s -> "CreateExtensionStmt";
            case CreateFunction s -> "CreateFunctionStmt";
            case CreateIndex s -> "IndexStmt";
            case CreatePolicy s -> "CreatePolicyStmt";
            case CreateRule s -> "RuleStmt";
            case CreateSchema s -> "CreateSchemaStmt";
            case CreateSequence s -> "CreateSeqStmt";
            case CreateStatistics s -> "CreateStatsStmt";
            case CreateTable s -> s.foreignServer().isPresent() ? "CreateForeignTableStmt" : "CreateStmt";
            case CreateTableAs s -> "CreateTableAsStmt";
            case CreateTrigger s -> "CreateTrigStmt";
            case CreateType s -> s.range() ? "CreateRangeStmt" : "DefineStmt";
            case CreateView s -> "ViewStmt";
            case Delete s -> "DeleteStmt";
            case DoBlock s -> "DoStmt";
            case DropObject s -> DROPS.getOrDefault(s.kind(), "DropStmt");
            case Grant s -> s.kind().isPresent() ? "GrantStmt" : "GrantRoleStmt";
            case Insert s -> "InsertStmt";
            case LockTable s -> "LockStmt";
            case Merge s -> "MergeStmt";
            case MoveTablespace s -> "AlterTableMoveAllStmt";
            case OtherStatement s -> s.kind();
            case MysqlStatement s ->
                throw new IllegalArgumentException(
                        "PostgreSQL has no " + s.getClass().getSimpleName());
            case RefreshMaterializedView s -> "RefreshMatViewStmt";
            case Reindex s -> "ReindexStmt";
            case Rename s -> "RenameStmt";
            case Select s -> "SelectStmt";
            case SetSchema s -> "AlterObjectSchemaStmt";
            case SetVariable s -> "VariableSetStmt";
            case TransactionControl s -> "TransactionStmt";
            case Truncate s -> "TruncateStmt";
            case Unparsed s -> "Unparsed";
            case Update s -> "UpdateStmt";
            case Vacuum s -> "VacuumStmt";
        };
    }
}
