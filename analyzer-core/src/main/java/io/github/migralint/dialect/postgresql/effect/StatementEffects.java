package io.github.migralint.dialect.postgresql.effect;

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

/**
 * Which operations a statement of any kind asks for.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record StatementEffects(Scene scene, Acts acts) {
    void add(Statement statement) {
        switch (statement) {
            case AlterTable s -> new AlterEffects(scene, acts).alter(s);
            case CreateTable s -> new CreateTableEffects(scene, acts, s).create();
            case CreateTableAs s -> new ViewEffects(scene, acts).createTable(s);
            case CreateView s -> new ViewEffects(scene, acts).create(s);
            case RefreshMaterializedView s -> new ViewEffects(scene, acts).refresh(s);
            case CreateIndex s -> new IndexCreation(scene, acts, s).create();
            case Reindex s -> new IndexRebuilding(scene, acts, s).reindex();
            case DropObject s -> new DropEffects(scene, acts, s).drop();
            case Truncate s -> new TruncateEffects(scene, acts, s).truncate();
            case Rename s -> new RenameEffects(scene, acts).rename(s);
            case SetSchema s -> new MoveEffects(scene, acts).setSchema(s);
            case ChangeOwner s -> new MoveEffects(scene, acts).changeOwner(s);
            case CreateSequence s -> new SequenceEffects(scene, acts).create(s);
            case AlterSequence s -> new SequenceEffects(scene, acts).alter(s);
            case CreateTrigger s -> new TriggerEffects(scene, acts).create(s);
            case CreateRule s -> new RuleEffects(scene, acts).create(s);
            case CreatePolicy s -> new TriggerEffects(scene, acts).createPolicy(s);
            case AlterPolicy s -> new TriggerEffects(scene, acts).alterPolicy(s);
            case AlterDomain s -> new TypeEffects(scene, acts).alterDomain(s);
            case AlterEnum s -> new TypeEffects(scene, acts).alterEnum(s);
            case CreateEnum s -> new TypeEffects(scene, acts).create(s);
            case CreateDomain s -> new TypeEffects(scene, acts).createDomain(s);
            case CreateCompositeType s -> new TypeEffects(scene, acts).createComposite(s);
            case CreateType s -> new TypeEffects(scene, acts).createType(s.name());
            case CreateFunction s -> new RoutineEffects(scene, acts).create(s);
            case CreateSchema s -> new SchemaEffects(scene, acts).create(s);
            case CreateExtension s -> new SchemaEffects(scene, acts).createExtension(s);
            case Select s -> new SelectEffects(scene, acts).select(s);
            case Insert s -> new RowEffects(scene, acts).insert(s);
            case Update s -> new RowEffects(scene, acts).update(s);
            case Delete s -> new RowEffects(scene, acts).delete(s);
            case Merge s -> new RowEffects(scene, acts).merge(s);
            case Copy s -> new RowEffects(scene, acts).copy(s);
            case LockTable s -> new MaintenanceEffects(scene, acts).lock(s);
            case Vacuum s -> new MaintenanceEffects(scene, acts).vacuum(s);
            case Cluster s -> new MaintenanceEffects(scene, acts).cluster(s);
            case MoveTablespace s -> new MaintenanceEffects(scene, acts).moveTablespace(s);
            case Comment s -> new CatalogEffects(scene, acts).comment(s);
            case Grant s -> new CatalogEffects(scene, acts).grant(s);
            case CreateStatistics s -> new StatisticsEffects(scene, acts).create(s);
            case MysqlStatement ignored -> {}
            case OtherStatement s -> new CatalogEffects(scene, acts).other(s);
            case Unparsed ignored -> acts.uncertain();
            // What runs inside is judged as steps of its own.
            case DoBlock ignored -> {}
            case Call s -> new RoutineEffects(scene, acts).call(s);
            case SetVariable ignored -> {}
            case TransactionControl ignored -> {}
        }
    }
}
