package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.MysqlAction.ModifyColumn;
import io.github.migralint.ast.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns that MODIFY and CHANGE define anew. */
public final class ModifiedColumns {
    private ModifiedColumns() {}

    /** What a statement makes of a column, if it defines it anew. */
    public static Optional<ModifyColumn> of(Statement statement, String column) {
        return all(statement)
                .filter(modify -> modify.column().value().equalsIgnoreCase(column))
                .findFirst();
    }

    /** Whether a statement gives a column a default by defining it anew. */
    public static boolean givesDefault(Statement statement, String column) {
        return of(statement, column).stream()
                .flatMap(modify -> modify.definition().constraints().stream())
                .filter(constraint -> constraint.kind() == ColumnConstraint.Kind.DEFAULT)
                .flatMap(constraint -> constraint.expression().stream())
                .anyMatch(value -> !value.normalized().equalsIgnoreCase("null"));
    }

    private static Stream<ModifyColumn> all(Statement statement) {
        return statement instanceof AlterTable alter
                ? alter.actions().stream()
                        .filter(ModifyColumn.class::isInstance)
                        .map(ModifyColumn.class::cast)
                : Stream.empty();
    }
}
