package io.github.migralint.dialect.mysql.replay;

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
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Installation;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a schema from before a statement of MySQL or MariaDB to after it. */
public final class MysqlReplay {
    /** The database that migrations run in when they name none. */
    public static final String DATABASE = "app";

    private MysqlReplay() {}

    /** The schema of a new database. */
    public static SchemaBuilder emptySchema(boolean complete) {
        return new SchemaBuilder(
                new Installation(
                        List.of(DATABASE),
                        List.of(DATABASE),
                        "temporary tables",
                        Databases.OF_SERVER,
                        Optional.empty(),
                        Set.of(),
                        Set.of()),
                complete);
    }

    /** Brings the schema to after the statement; what the server would surely refuse changes nothing. */
    public static void apply(Statement statement, SchemaBuilder schema, Server server, Origin origin) {
        apply(statement, new Change(schema, server, origin));
    }

    private static void apply(Statement statement, Change change) {
        switch (statement) {
            case CreateTable s -> new TableCreation(change).create(s);
            case CreateTableAs s -> new TableCreation(change).create(s);
            case AlterTable s -> new TableAlteration(change).alter(s);
            case CreateIndex s -> new TableAlteration(change).createIndex(s);
            case DropObject s -> new Dropping(change).drop(s);
            case CreateView s -> new Views(change).create(s);
            case CreateFunction s -> new Routines(change).create(s);
            case CreateTrigger s -> new Triggers(change).create(s);
            case CreateSchema s -> new Databases(change).create(s);
            case CreateSequence s -> new Sequences(change).create(s);
            case Insert s -> new Rows(change).insert(s);
            case Update s -> new Rows(change).update(s);
            case Delete s -> new Rows(change).delete(s);
            case Truncate s -> s.tables().forEach(new Rows(change)::empty);
            case MysqlStatement s -> apply(s, change);
            case OtherStatement s -> new CatalogObjects(change).apply(s);
            case Unparsed s -> new Uncertainty(change).unparsed(s);
            // Nothing that the schema keeps; transactions and what runs inside are the affair of whoever replays a
            // history.
            case AlterSequence ignored -> {}
            case Call ignored -> {}
            case Comment ignored -> {}
            case DoBlock ignored -> {}
            case Grant ignored -> {}
            case Select ignored -> {}
            case TransactionControl ignored -> {}
            // Nothing that these servers know.
            case AlterDomain ignored -> {}
            case AlterEnum ignored -> {}
            case AlterPolicy ignored -> {}
            case ChangeOwner ignored -> {}
            case Cluster ignored -> {}
            case Copy ignored -> {}
            case CreateCompositeType ignored -> {}
            case CreateDomain ignored -> {}
            case CreateEnum ignored -> {}
            case CreateExtension ignored -> {}
            case CreatePolicy ignored -> {}
            case CreateRule ignored -> {}
            case CreateStatistics ignored -> {}
            case CreateType ignored -> {}
            case LockTable ignored -> {}
            case Merge ignored -> {}
            case MoveTablespace ignored -> {}
            case RefreshMaterializedView ignored -> {}
            case Reindex ignored -> {}
            case Rename ignored -> {}
            case SetSchema ignored -> {}
            case SetVariable ignored -> {}
            case Vacuum ignored -> {}
        }
    }

    private static void apply(MysqlStatement statement, Change change) {
        switch (statement) {
            case MysqlStatement.RenameTables s -> new TableRenaming(change).rename(s);
            case MysqlStatement.AlterDatabase s -> new Databases(change).alter(s);
            case MysqlStatement.UseDatabase s -> new Databases(change).use(s);
            case MysqlStatement.LoadData s -> new Rows(change).fill(s.table());
            case MysqlStatement.Execute ignored -> {}
            case MysqlStatement.LockTables ignored -> {}
            case MysqlStatement.MaintainTables ignored -> {}
            case MysqlStatement.Prepare ignored -> {}
            case MysqlStatement.SetVariables ignored -> {}
            case MysqlStatement.UnlockTables ignored -> {}
        }
    }
}
