package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Statement;

/** The engine's own names for statements and actions. */
final class StatementKinds {
    private StatementKinds() {}

    static String kindOf(Statement statement) {
        return statement.getClass().getSimpleName();
    }

    static String kindOf(AlterAction action) {
        return action.getClass().getSimpleName();
    }
}
