package io.github.migralint.rules;

import io.github.migralint.rule.Rule;
import io.github.migralint.rules.compatibility.CodeObjectDropped;
import io.github.migralint.rules.compatibility.DefaultChanged;
import io.github.migralint.rules.compatibility.DefaultRemovedTooEarly;
import io.github.migralint.rules.compatibility.DependentObjectBroken;
import io.github.migralint.rules.compatibility.EnumValueRemoved;
import io.github.migralint.rules.compatibility.ExpandAndContractTogether;
import io.github.migralint.rules.compatibility.NotNullRemoved;
import io.github.migralint.rules.compatibility.NotNullWithoutBackfill;
import io.github.migralint.rules.compatibility.RenameWithoutExpandContract;
import io.github.migralint.rules.compatibility.TypeChangeSeenByClients;
import io.github.migralint.rules.constraint.ChecksDisabled;
import io.github.migralint.rules.constraint.ConstraintDropped;
import io.github.migralint.rules.constraint.ConstraintLeftNotValid;
import io.github.migralint.rules.constraint.ConstraintLostWithColumn;
import io.github.migralint.rules.constraint.ConstraintSilentlyIgnored;
import io.github.migralint.rules.constraint.DataDependentChange;
import io.github.migralint.rules.constraint.ForeignKeyToNonuniqueKey;
import io.github.migralint.rules.constraint.ForeignKeyTypeMismatch;
import io.github.migralint.rules.constraint.ForeignKeyWithoutIndex;
import io.github.migralint.rules.constraint.InsertWithoutColumnList;
import io.github.migralint.rules.constraint.MissingPrimaryKey;
import io.github.migralint.rules.constraint.NotEnforcedConstraint;
import io.github.migralint.rules.constraint.PrimaryKeyDropped;
import io.github.migralint.rules.constraint.SequenceBehindData;
import io.github.migralint.rules.data.CascadingDrop;
import io.github.migralint.rules.data.CharsetConversion;
import io.github.migralint.rules.data.DeleteWithoutWhere;
import io.github.migralint.rules.data.DropAndRecreate;
import io.github.migralint.rules.data.DuplicateRowsDeleted;
import io.github.migralint.rules.data.ImmediateColumnDrop;
import io.github.migralint.rules.data.ImmediateTableDrop;
import io.github.migralint.rules.data.LostColumnAttributes;
import io.github.migralint.rules.data.NarrowingTypeChange;
import io.github.migralint.rules.data.RelaxedSqlMode;
import io.github.migralint.rules.data.SchemaDropped;
import io.github.migralint.rules.data.StatefulObjectDropped;
import io.github.migralint.rules.data.TruncatedTable;
import io.github.migralint.rules.data.UnloggedTable;
import io.github.migralint.rules.data.UpdateWithoutWhere;
import io.github.migralint.rules.history.SuppressionWithoutReason;
import io.github.migralint.rules.history.UnreadDirective;
import io.github.migralint.rules.history.UnreadMigrationFile;
import io.github.migralint.rules.history.UnusedSuppression;
import io.github.migralint.rules.locking.AttachPartitionScan;
import io.github.migralint.rules.locking.AutoIncrementColumnRewrite;
import io.github.migralint.rules.locking.BlockingExclusionConstraint;
import io.github.migralint.rules.locking.BlockingIndexCreation;
import io.github.migralint.rules.locking.BlockingIndexDrop;
import io.github.migralint.rules.locking.BlockingMatviewRefresh;
import io.github.migralint.rules.locking.BlockingOptionDemanded;
import io.github.migralint.rules.locking.BlockingPartitionChange;
import io.github.migralint.rules.locking.BlockingPartitionDetach;
import io.github.migralint.rules.locking.BlockingReindex;
import io.github.migralint.rules.locking.BlockingUniqueConstraint;
import io.github.migralint.rules.locking.CheckValidatedUnderLock;
import io.github.migralint.rules.locking.ColumnDefaultRewrite;
import io.github.migralint.rules.locking.ColumnTypeIndexRebuild;
import io.github.migralint.rules.locking.ColumnTypeRewrite;
import io.github.migralint.rules.locking.ConcurrentIndexCorruption;
import io.github.migralint.rules.locking.ConstrainedDomainColumnRewrite;
import io.github.migralint.rules.locking.DefaultPartitionScan;
import io.github.migralint.rules.locking.DegradingCombinedAlter;
import io.github.migralint.rules.locking.DomainValidatedUnderLock;
import io.github.migralint.rules.locking.ExplicitTableLock;
import io.github.migralint.rules.locking.ForeignKeyValidatedUnderLock;
import io.github.migralint.rules.locking.IndexDroppedBeforeReplacement;
import io.github.migralint.rules.locking.InstantColumnLimit;
import io.github.migralint.rules.locking.MissingLockTimeout;
import io.github.migralint.rules.locking.NotNullScan;
import io.github.migralint.rules.locking.NullablePrimaryKeyIndex;
import io.github.migralint.rules.locking.OnlineOptionMissing;
import io.github.migralint.rules.locking.OnlineOptionUnavailable;
import io.github.migralint.rules.locking.PartitionCreationLocksParent;
import io.github.migralint.rules.locking.PartitionedDdlFanout;
import io.github.migralint.rules.locking.PrimaryKeyRebuild;
import io.github.migralint.rules.locking.ReferencedTableLocked;
import io.github.migralint.rules.locking.StoredGeneratedColumnRewrite;
import io.github.migralint.rules.locking.TableFilledInMigration;
import io.github.migralint.rules.locking.TableRewrite;
import io.github.migralint.rules.naming.IdentifierTooLong;
import io.github.migralint.rules.performance.DeprecatedType;
import io.github.migralint.rules.performance.ImplicitTimestampAttributes;
import io.github.migralint.rules.performance.IndexDropped;
import io.github.migralint.rules.performance.MixedCharset;
import io.github.migralint.rules.performance.NarrowIntegerKey;
import io.github.migralint.rules.performance.NonTransactionalEngine;
import io.github.migralint.rules.performance.RedundantIndex;
import io.github.migralint.rules.performance.UnbatchedBackfill;
import io.github.migralint.rules.performance.ZeroDateDefault;
import io.github.migralint.rules.robustness.InvalidIndexLeft;
import io.github.migralint.rules.robustness.MissingExistenceGuard;
import io.github.migralint.rules.robustness.MissingObject;
import io.github.migralint.rules.robustness.ObjectAlreadyExists;
import io.github.migralint.rules.robustness.ReplicationHazard;
import io.github.migralint.rules.robustness.StatementWillFail;
import io.github.migralint.rules.robustness.UnanalyzableSql;
import io.github.migralint.rules.robustness.UnsupportedSyntax;
import io.github.migralint.rules.rollback.UnsafeDownMigration;
import io.github.migralint.rules.security.AlwaysTruePolicy;
import io.github.migralint.rules.security.BroadGrant;
import io.github.migralint.rules.security.ForeignDefiner;
import io.github.migralint.rules.security.MutableSearchPath;
import io.github.migralint.rules.security.PlaintextSecret;
import io.github.migralint.rules.security.PolicyWithoutRowSecurity;
import io.github.migralint.rules.security.PrivilegeRevoked;
import io.github.migralint.rules.security.RowSecurityWeakened;
import io.github.migralint.rules.security.RowSecurityWithoutPolicy;
import io.github.migralint.rules.transaction.BackfillInDdlTransaction;
import io.github.migralint.rules.transaction.ForbiddenInTransaction;
import io.github.migralint.rules.transaction.HalfAppliedMigration;
import io.github.migralint.rules.transaction.ImplicitCommit;
import io.github.migralint.rules.transaction.LeakingSessionSetting;
import io.github.migralint.rules.transaction.LockTimeoutTooLate;
import io.github.migralint.rules.transaction.LockTimeoutTooLong;
import io.github.migralint.rules.transaction.MergeableAlters;
import io.github.migralint.rules.transaction.MixedDdlAndData;
import io.github.migralint.rules.transaction.PrematureEnumValueUse;
import io.github.migralint.rules.transaction.SettingWithoutEffect;
import io.github.migralint.rules.transaction.UnbalancedTransaction;
import io.github.migralint.rules.transaction.ValidationInSameTransaction;
import io.github.migralint.rules.transaction.WideLockWindow;
import io.github.migralint.rules.transaction.WorkUnderStrongLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The catalogue of rules: one line each, sorted by id. */
public final class Rules {
    private Rules() {}

    /** All rules, sorted by id. */
    public static List<Rule> all() {
        return List.of(
                new AlwaysTruePolicy(),
                new AttachPartitionScan(),
                new AutoIncrementColumnRewrite(),
                new BackfillInDdlTransaction(),
                new BlockingExclusionConstraint(),
                new BlockingIndexCreation(),
                new BlockingIndexDrop(),
                new BlockingMatviewRefresh(),
                new BlockingOptionDemanded(),
                new BlockingPartitionChange(),
                new BlockingPartitionDetach(),
                new BlockingReindex(),
                new BlockingUniqueConstraint(),
                new BroadGrant(),
                new CascadingDrop(),
                new CharsetConversion(),
                new CheckValidatedUnderLock(),
                new ChecksDisabled(),
                new CodeObjectDropped(),
                new ColumnDefaultRewrite(),
                new ColumnTypeIndexRebuild(),
                new ColumnTypeRewrite(),
                new ConcurrentIndexCorruption(),
                new ConstrainedDomainColumnRewrite(),
                new ConstraintDropped(),
                new ConstraintLeftNotValid(),
                new ConstraintLostWithColumn(),
                new ConstraintSilentlyIgnored(),
                new DataDependentChange(),
                new DefaultChanged(),
                new DefaultPartitionScan(),
                new DefaultRemovedTooEarly(),
                new DegradingCombinedAlter(),
                new DeleteWithoutWhere(),
                new DependentObjectBroken(),
                new DeprecatedType(),
                new DomainValidatedUnderLock(),
                new DropAndRecreate(),
                new DuplicateRowsDeleted(),
                new EnumValueRemoved(),
                new ExpandAndContractTogether(),
                new ExplicitTableLock(),
                new ForbiddenInTransaction(),
                new ForeignDefiner(),
                new ForeignKeyToNonuniqueKey(),
                new ForeignKeyTypeMismatch(),
                new ForeignKeyValidatedUnderLock(),
                new ForeignKeyWithoutIndex(),
                new HalfAppliedMigration(),
                new IdentifierTooLong(),
                new ImmediateColumnDrop(),
                new ImmediateTableDrop(),
                new ImplicitCommit(),
                new ImplicitTimestampAttributes(),
                new IndexDropped(),
                new IndexDroppedBeforeReplacement(),
                new InsertWithoutColumnList(),
                new InstantColumnLimit(),
                new InvalidIndexLeft(),
                new LeakingSessionSetting(),
                new LockTimeoutTooLate(),
                new LockTimeoutTooLong(),
                new LostColumnAttributes(),
                new MergeableAlters(),
                new MissingExistenceGuard(),
                new MissingLockTimeout(),
                new MissingObject(),
                new MissingPrimaryKey(),
                new MixedCharset(),
                new MixedDdlAndData(),
                new MutableSearchPath(),
                new NarrowIntegerKey(),
                new NarrowingTypeChange(),
                new NonTransactionalEngine(),
                new NotEnforcedConstraint(),
                new NotNullRemoved(),
                new NotNullScan(),
                new NotNullWithoutBackfill(),
                new NullablePrimaryKeyIndex(),
                new ObjectAlreadyExists(),
                new OnlineOptionMissing(),
                new OnlineOptionUnavailable(),
                new PartitionCreationLocksParent(),
                new PartitionedDdlFanout(),
                new PlaintextSecret(),
                new PolicyWithoutRowSecurity(),
                new PrematureEnumValueUse(),
                new PrimaryKeyDropped(),
                new PrimaryKeyRebuild(),
                new PrivilegeRevoked(),
                new RedundantIndex(),
                new ReferencedTableLocked(),
                new RelaxedSqlMode(),
                new RenameWithoutExpandContract(),
                new ReplicationHazard(),
                new RowSecurityWeakened(),
                new RowSecurityWithoutPolicy(),
                new SchemaDropped(),
                new SequenceBehindData(),
                new SettingWithoutEffect(),
                new StatefulObjectDropped(),
                new StatementWillFail(),
                new StoredGeneratedColumnRewrite(),
                new SuppressionWithoutReason(),
                new TableFilledInMigration(),
                new TableRewrite(),
                new TruncatedTable(),
                new TypeChangeSeenByClients(),
                new UnanalyzableSql(),
                new UnbalancedTransaction(),
                new UnbatchedBackfill(),
                new UnloggedTable(),
                new UnreadDirective(),
                new UnreadMigrationFile(),
                new UnsafeDownMigration(Rules::all),
                new UnsupportedSyntax(),
                new UnusedSuppression(),
                new UpdateWithoutWhere(),
                new ValidationInSameTransaction(),
                new WideLockWindow(),
                new WorkUnderStrongLock(),
                new ZeroDateDefault());
    }

    /** The rule of that id. */
    public static Optional<Rule> rule(String id) {
        return all().stream().filter(rule -> rule.info().id().equals(id)).findFirst();
    }

    /** The page of a rule, in Markdown: why it is dangerous, how to do it safely, and examples. */
    public static Optional<String> page(String id) {
        return rule(id).map(Rules::page);
    }

    private static String page(Rule rule) {
        String name = rule.getClass().getSimpleName() + ".md";
        try (InputStream page = rule.getClass().getResourceAsStream(name)) {
            if (page == null) {
                throw new IllegalStateException("no page " + name);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
