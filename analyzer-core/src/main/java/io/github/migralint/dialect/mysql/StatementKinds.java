package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Call;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;
import java.util.Locale;

/** The names that the manuals have for statements. */
final class StatementKinds {
    private StatementKinds() {}

    /** The kind of a statement. */
    static String kindOf(Statement statement) {
        return switch (statement) {
            case AlterSequence s -> "ALTER SEQUENCE";
            case AlterTable s -> "ALTER TABLE";
            case Call s -> "CALL";
            case CreateFunction s -> s.procedure() ? "CREATE PROCEDURE" : "CREATE FUNCTION";
            case CreateIndex s -> "CREATE INDEX";
            case CreateSchema s -> "CREATE DATABASE";
            case CreateSequence s -> "CREATE SEQUENCE";
            case CreateTable s -> "CREATE TABLE";
            case CreateTableAs s -> "CREATE TABLE";
            case CreateTrigger s -> "CREATE TRIGGER";
            case CreateView s -> isAlter(s) ? "ALTER VIEW" : "CREATE VIEW";
            case Delete s -> "DELETE";
            case DoBlock s -> "BEGIN NOT ATOMIC";
            case DropObject s -> "DROP " + s.kind().words().toUpperCase(Locale.ROOT);
            case Grant s -> s.revoke() ? "REVOKE" : "GRANT";
            case Insert s -> s.replace() ? "REPLACE" : "INSERT";
            case MysqlStatement s -> ofMysql(s);
            case OtherStatement s -> s.kind();
            case Select s -> "SELECT";
            case TransactionControl s -> transaction(s.action());
            case Truncate s -> "TRUNCATE TABLE";
            case Unparsed s -> "Unparsed";
            case Update s -> "UPDATE";
            default ->
                throw new IllegalArgumentException(
                        "MySQL has no " + statement.getClass().getSimpleName());
        };
    }

    private static boolean isAlter(CreateView view) {
        return view.options().stream().anyMatch(option -> option.name().equals("alter"));
    }

    private static String ofMysql(MysqlStatement statement) {
        return switch (statement) {
            case MysqlStatement.AlterDatabase s -> "ALTER DATABASE";
            case MysqlStatement.RenameTables s -> "RENAME TABLE";
            case MysqlStatement.MaintainTables s -> s.action() + " TABLE";
            case MysqlStatement.SetVariables s -> "SET";
            case MysqlStatement.UseDatabase s -> "USE";
            case MysqlStatement.LockTables s -> "LOCK TABLES";
            case MysqlStatement.UnlockTables s -> "UNLOCK TABLES";
            case MysqlStatement.LoadData s -> "LOAD DATA";
            case MysqlStatement.Prepare s -> "PREPARE";
            case MysqlStatement.Execute s -> s.name().isPresent() ? "EXECUTE" : "EXECUTE IMMEDIATE";
        };
    }

    private static String transaction(TransactionControl.Action action) {
        return switch (action) {
            case BEGIN -> "START TRANSACTION";
            case COMMIT, COMMIT_PREPARED -> "COMMIT";
            case ROLLBACK, ROLLBACK_PREPARED -> "ROLLBACK";
            case SAVEPOINT -> "SAVEPOINT";
            case RELEASE -> "RELEASE SAVEPOINT";
            case ROLLBACK_TO -> "ROLLBACK TO SAVEPOINT";
            case PREPARE -> "XA PREPARE";
        };
    }
}
