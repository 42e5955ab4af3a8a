package io.github.migralint.dialect.postgresql.replay;

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
import io.github.migralint.schema.Installation;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a schema from before a statement of PostgreSQL to after it. */
public final class PostgresqlReplay {
    private PostgresqlReplay() {}

    /**
     * A database as {@code createdb} makes it.
     *
     * @param complete whether the history starts from there
     */
    public static SchemaBuilder emptySchema(boolean complete) {
        var installation = new Installation(
                List.of("public"),
                List.of("public"),
                "pg_temp",
                Set.of("pg_catalog", "information_schema", "pg_toast"),
                Optional.of("pg_"),
                BuiltInTypes.NAMES,
                Set.of());
        return new SchemaBuilder(installation, complete);
    }

    /** Applies one statement; what the server would surely refuse changes nothing. */
    public static void apply(Statement statement, SchemaBuilder schema, Origin origin) {
        apply(statement, new Change(schema, origin));
    }

    static void apply(Statement statement, Change change) {
        switch (statement) {
            case CreateTable s -> new TableCreation(change).create(s);
            case AlterTable s -> new TableAlteration(change).alter(s);
            case DropObject s -> new Dropping(change).drop(s);
            case Rename s -> new Renaming(change).rename(s);
            case SetSchema s -> new Renaming(change).setSchema(s);
            case CreateIndex s -> new IndexBuilding(change).create(s);
            case CreateSequence s -> new Sequences(change).create(s);
            case AlterSequence s -> new Sequences(change).alter(s);
            case CreateView s -> new Views(change).create(s);
            case CreateTableAs s -> new Views(change).createTable(s);
            case RefreshMaterializedView s -> new Views(change).refresh(s);
            case CreateEnum s -> new UserTypes(change).create(s);
            case AlterEnum s -> new UserTypes(change).alter(s);
            case CreateDomain s -> new UserTypes(change).create(s);
            case AlterDomain s -> new UserTypes(change).alter(s);
            case CreateType s -> new UserTypes(change).create(s);
            case CreateCompositeType s -> new CompositeTypes(change).create(s);
            case CreateFunction s -> new Routines(change).create(s);
            case CreateTrigger s -> new Triggers(change).create(s);
            case CreatePolicy s -> new Triggers(change).createPolicy(s);
            case AlterPolicy s -> new Triggers(change).alterPolicy(s);
            case CreateSchema s -> new Schemas(change).create(s);
            case CreateExtension s -> new Schemas(change).extension(s);
            case Insert s -> new Rows(change).insert(s);
            case Update s -> new Rows(change).update(s);
            case Delete s -> new Rows(change).delete(s);
            case Merge s -> new Rows(change).merge(s);
            case Copy s -> {
                s.table().filter(table -> s.from()).ifPresent(new Rows(change)::fill);
                s.source().ifPresent(source -> apply(source, change));
            }
            case Truncate s -> s.tables().forEach(new Rows(change)::empty);
            case SetVariable s -> new Sessions(change).set(s);
            case Select s -> {
                new Rows(change).written(s.query());
                new Views(change).select(s);
            }
            case MysqlStatement ignored -> {}
            case OtherStatement s -> other(s, change);
            case CreateRule s -> new CatalogObjects(change).create(s);
            case CreateStatistics s -> new CatalogObjects(change).create(s);
            case ChangeOwner s -> new Ownership(change).give(s);
            case Cluster s -> s.table().ifPresent(table -> new Storage(change).clusterOn(table, s.index()));
            // What runs inside is the affair of whoever replays a history, unless nobody can read it.
            case DoBlock s -> {
                if (s.body().program().isEmpty()) {
                    new Uncertainty(change).block(s);
                }
            }
            case Unparsed s -> new Uncertainty(change).unparsed(s);
            // Nothing that the schema keeps; transactions are the affair of whoever replays a history.
            case Call ignored -> {}
            case Comment ignored -> {}
            case Grant ignored -> {}
            case LockTable ignored -> {}
            case MoveTablespace ignored -> {}
            case Reindex ignored -> {}
            case TransactionControl ignored -> {}
            case Vacuum ignored -> {}
        }
    }

    private static void other(OtherStatement statement, Change change) {
        switch (statement.kind()) {
            case "DefineStmt" -> define(statement, change);
            case "CreatePublicationStmt" -> new CatalogObjects(change).createPublication(statement);
            case "AlterPublicationStmt" -> new CatalogObjects(change).alterPublication(statement);
            case "CreateSubscriptionStmt" -> new CatalogObjects(change).create(ObjectKind.SUBSCRIPTION, statement);
            case "CreateForeignServerStmt" -> new CatalogObjects(change).create(ObjectKind.SERVER, statement);
            case "CreateFdwStmt" -> new CatalogObjects(change).create(ObjectKind.FOREIGN_DATA_WRAPPER, statement);
            case "CreateEventTrigStmt" -> new CatalogObjects(change).create(ObjectKind.EVENT_TRIGGER, statement);
            case "CreateRoleStmt" -> new CatalogObjects(change).create(ObjectKind.ROLE, statement);
            case "ExplainStmt" ->
                statement.inner().filter(inner -> Explained.isRun(statement)).ifPresent(inner -> apply(inner, change));
            case "DropOwnedStmt" -> new Ownership(change).drop(statement);
            case "ReassignOwnedStmt" -> new Ownership(change).reassign(statement);
            default -> {}
        }
    }

    private static void define(OtherStatement statement, Change change) {
        switch (statement.objectKind().orElse(null)) {
            case AGGREGATE -> new Routines(change).createAggregate(statement);
            case COLLATION -> new CatalogObjects(change).create(ObjectKind.COLLATION, statement);
            case null, default -> {}
        }
    }
}
