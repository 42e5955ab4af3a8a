package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.Statement;

/** Changes of a table that no server with InnoDB ever makes by copying it, whatever else the table has. */
final class HarmlessChange {
    private HarmlessChange() {}

    /** Whether a statement does nothing else. */
    static boolean is(Statement statement) {
        return statement instanceof DropObject
                || (statement instanceof AlterTable alter
                        && alter.actions().stream().allMatch(HarmlessChange::isOne));
    }

    private static boolean isOne(AlterAction action) {
        return switch (action) {
            case AlterAction.SetDefault ignored -> true;
            case AlterAction.DropDefault ignored -> true;
            case MysqlAction.RenameColumn ignored -> true;
            case MysqlAction.RenameTo ignored -> true;
            case MysqlAction.RenameIndex ignored -> true;
            case MysqlAction.DropIndex ignored -> true;
            case MysqlAction.SetIndexVisibility ignored -> true;
            default -> false;
        };
    }
}
