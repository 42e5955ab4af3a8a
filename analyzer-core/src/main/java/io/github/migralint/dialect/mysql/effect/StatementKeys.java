package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TableConstraint;
import java.util.List;

/** The indexes that a statement makes on columns of its own. */
final class StatementKeys {
    private StatementKeys() {}

    /** Whether a clause adds an index on the column. */
    static boolean indexOn(AlterTable statement, String column) {
        return uniqueOn(statement, column)
                || statement.actions().stream()
                        .anyMatch(action -> action instanceof MysqlAction.AddIndex add
                                && names(add.index().elements(), column));
    }

    /** Whether a clause adds a unique one. */
    static boolean uniqueOn(AlterTable statement, String column) {
        return statement.actions().stream()
                .anyMatch(
                        action -> action instanceof AlterAction.AddConstraint add && isKeyOn(add.constraint(), column));
    }

    private static boolean isKeyOn(TableConstraint constraint, String column) {
        boolean key = constraint.kind() == TableConstraint.Kind.UNIQUE
                || constraint.kind() == TableConstraint.Kind.PRIMARY_KEY;
        return key
                && (names(constraint.elements(), column)
                        || constraint.columns().stream()
                                .anyMatch(name -> name.value().equalsIgnoreCase(column)));
    }

    private static boolean names(List<IndexElement> elements, String column) {
        return elements.stream()
                .flatMap(element -> element.column().stream())
                .anyMatch(name -> name.value().equalsIgnoreCase(column));
    }
}
