package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;

/** What each kind of statement does. */
final class StatementEffects {
    private final Scene scene;
    private final Acts acts;

    StatementEffects(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void add(Statement statement) {
        acts.at(statement.span());
        switch (statement) {
            case AlterTable s -> alter(s);
            case CreateIndex s -> new IndexStatements(scene, acts).create(s);
            case CreateTable s -> new CreateTableEffects(scene, acts).create(s);
            case CreateTableAs s -> new CreateTableEffects(scene, acts).createAs(s);
            case DropObject s -> new DropEffects(scene, acts).drop(s);
            case Truncate s -> new DropEffects(scene, acts).truncate(s);
            case CreateTrigger s -> new ProgramEffects(scene, acts).createTrigger(s);
            case CreateFunction s -> new ProgramEffects(scene, acts).createRoutine(s);
            case CreateView s -> new ProgramEffects(scene, acts).createView(s);
            case CreateSequence s -> new ProgramEffects(scene, acts).createSequence(s);
            case Insert s -> new RowEffects(scene, acts).insert(s);
            case Update s -> new RowEffects(scene, acts).update(s);
            case Delete s -> new RowEffects(scene, acts).delete(s);
            case Select s -> new RowEffects(scene, acts).select(s);
            case MysqlStatement s -> add(s);
            case CreateSchema ignored -> acts.commit();
            case Grant ignored -> acts.commit();
            case Rename ignored -> acts.commit();
            case OtherStatement s -> new OtherEffects(acts).add(s);
            case Unparsed ignored -> acts.uncertain();
            // What other engines have does not come out of this dialect's parser, and the rest touches no table.
            case LockTable ignored -> acts.uncertain();
            default -> {}
        }
    }

    private void alter(AlterTable statement) {
        if (statement.kind() == ObjectKind.TABLE) {
            new AlterTableEffects(scene, acts).alter(statement);
        } else {
            acts.commit();
        }
    }

    private void add(MysqlStatement statement) {
        switch (statement) {
            case MysqlStatement.RenameTables s -> new RenameEffects(scene, acts).rename(s);
            case MysqlStatement.MaintainTables s -> new MaintenanceEffects(scene, acts).maintain(s);
            case MysqlStatement.LockTables s -> new MaintenanceEffects(scene, acts).lock(s);
            case MysqlStatement.LoadData s -> new RowEffects(scene, acts).load(s);
            case MysqlStatement.AlterDatabase ignored -> acts.commit();
            case MysqlStatement.SetVariables ignored -> {}
            case MysqlStatement.UseDatabase ignored -> {}
            case MysqlStatement.UnlockTables ignored -> {}
            // What runs is a statement of its own.
            case MysqlStatement.Prepare ignored -> {}
            case MysqlStatement.Execute ignored -> {}
        }
    }
}
