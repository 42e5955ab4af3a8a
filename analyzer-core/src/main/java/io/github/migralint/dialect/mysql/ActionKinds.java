package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.MysqlAction.ChangePartitions.Operation;
import io.github.migralint.ast.TableConstraint;
import java.util.Locale;

/** The names that the manuals have for the clauses of ALTER TABLE. */
final class ActionKinds {
    private ActionKinds() {}

    /** The kind of an action. */
    static String kindOf(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn a -> "ADD COLUMN";
            case AlterAction.DropColumn a -> "DROP COLUMN";
            case AlterAction.SetDefault a -> "ALTER COLUMN SET DEFAULT";
            case AlterAction.DropDefault a -> "ALTER COLUMN DROP DEFAULT";
            case AlterAction.AddConstraint a -> "ADD " + words(a.constraint().kind());
            case AlterAction.AlterConstraint a -> "ALTER CHECK";
            case AlterAction.DropConstraint a ->
                "DROP " + a.kind().map(ActionKinds::words).orElse("CONSTRAINT");
            case AlterAction.SetOptions a -> a.reset() ? "DROP TABLE OPTION" : "TABLE OPTIONS";
            case AlterAction.OtherAction a -> a.kind();
            case MysqlAction a -> ofMysql(a);
            default ->
                throw new IllegalArgumentException(
                        "MySQL has no " + action.getClass().getSimpleName());
        };
    }

    private static String words(TableConstraint.Kind kind) {
        return kind.name().replace('_', ' ');
    }

    private static String ofMysql(MysqlAction action) {
        return switch (action) {
            case MysqlAction.ModifyColumn a -> a.renames() ? "CHANGE COLUMN" : "MODIFY COLUMN";
            case MysqlAction.RenameColumn a -> "RENAME COLUMN";
            case MysqlAction.RenameTo a -> "RENAME TO";
            case MysqlAction.AddIndex a -> "ADD INDEX";
            case MysqlAction.DropIndex a -> "DROP INDEX";
            case MysqlAction.RenameIndex a -> "RENAME INDEX";
            case MysqlAction.SetIndexVisibility a -> "ALTER INDEX";
            case MysqlAction.SetColumnVisibility a -> "ALTER COLUMN SET " + (a.visible() ? "VISIBLE" : "INVISIBLE");
            case MysqlAction.ConvertCharset a -> "CONVERT TO CHARACTER SET";
            case MysqlAction.Rebuild a -> "FORCE";
            case MysqlAction.OrderRows a -> "ORDER BY";
            case MysqlAction.ChangePartitions a -> words(a.operation());
        };
    }

    private static String words(Operation operation) {
        return switch (operation) {
            case PARTITION_BY -> "PARTITION BY";
            case REMOVE_PARTITIONING -> "REMOVE PARTITIONING";
            case DISCARD_TABLESPACE -> "DISCARD PARTITION TABLESPACE";
            case IMPORT_TABLESPACE -> "IMPORT PARTITION TABLESPACE";
            case CONVERT_TO_TABLE -> "CONVERT PARTITION";
            case CONVERT_TABLE_TO -> "CONVERT TABLE";
            case ADD, DROP, TRUNCATE, COALESCE, REORGANIZE, EXCHANGE, REBUILD, OPTIMIZE, ANALYZE, CHECK, REPAIR ->
                operation.name().toUpperCase(Locale.ROOT) + " PARTITION";
        };
    }
}
