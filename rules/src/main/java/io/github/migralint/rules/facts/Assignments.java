package io.github.migralint.rules.facts;

import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.MysqlStatement.VariableAssignment;
import io.github.migralint.ast.MysqlStatement.VariableAssignment.Scope;
import io.github.migralint.ast.Statement;
import java.util.Locale;
import java.util.stream.Stream;

/** What statements assign to the variables of a server or session, where an engine has SET for them. */
public final class Assignments {
    private Assignments() {}

    /** The assignments of a statement that hold for what comes after it. */
    public static Stream<VariableAssignment> in(Statement statement) {
        return statement instanceof MysqlStatement.SetVariables set
                ? set.variables().stream().filter(Assignments::lasts)
                : Stream.of();
    }

    /** Those of them to one variable. */
    public static Stream<VariableAssignment> to(Statement statement, String variable) {
        return in(statement).filter(assignment -> assignment.name().equals(variable));
    }

    /** Whether it is for the whole server, whoever connects. */
    public static boolean everywhere(VariableAssignment assignment) {
        return assignment.scope() == Scope.GLOBAL || assignment.scope() == Scope.PERSIST;
    }

    /** Whether it switches its variable off. */
    public static boolean off(VariableAssignment assignment) {
        return assignment
                .value()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> value.equals("0") || value.equals("off") || value.equals("false"))
                .isPresent();
    }

    private static boolean lasts(VariableAssignment assignment) {
        return assignment.scope() == Scope.SESSION || everywhere(assignment);
    }
}
