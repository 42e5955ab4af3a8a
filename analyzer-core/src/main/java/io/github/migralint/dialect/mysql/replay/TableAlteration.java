package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** ALTER TABLE, and CREATE INDEX and DROP INDEX, which are short for it. */
final class TableAlteration {
    private final Change change;

    TableAlteration(Change change) {
        this.change = change;
    }

    void alter(AlterTable statement) {
        if (statement.kind() == ObjectKind.TABLE) {
            alter(statement.name(), statement.ifExists(), statement.actions());
        }
    }

    /** CREATE INDEX. */
    void createIndex(CreateIndex statement) {
        alter(statement.table(), false, List.of(action(statement)));
    }

    private static AlterAction action(CreateIndex statement) {
        if (!statement.unique()) {
            var index = new IndexDefinition(
                    statement.name(), statement.method(), statement.elements(), statement.options(), statement.span());
            return new MysqlAction.AddIndex(index, statement.ifNotExists(), statement.span());
        }
        var constraint = new TableConstraint(
                statement.name(),
                TableConstraint.Kind.UNIQUE,
                List.of(),
                Optional.empty(),
                statement.elements(),
                statement.method(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                ConstraintAttributes.NONE,
                statement.options(),
                statement.span());
        return new AlterAction.AddConstraint(constraint, statement.span());
    }

    /** DROP INDEX. */
    void dropIndex(QualifiedName table, Identifier index) {
        alter(table, false, List.of(new MysqlAction.DropIndex(index, false, index.span())));
    }

    private void alter(QualifiedName name, boolean ifExists, List<AlterAction> actions) {
        Optional<Table> table = !ifExists && actions.stream().anyMatch(TableAlteration::isWorthRemembering)
                ? new UnknownTables(change).orAssumed(name)
                : change.table(name);
        table.ifPresent(found -> new AlteredTable(change, found).apply(actions));
    }

    /** An unknown table is worth remembering when the statement says something lasting about it. */
    private static boolean isWorthRemembering(AlterAction action) {
        return action instanceof AlterAction.AddColumn
                || action instanceof AlterAction.AddConstraint
                || action instanceof MysqlAction.ModifyColumn
                || action instanceof MysqlAction.RenameColumn
                || action instanceof MysqlAction.AddIndex
                || action instanceof MysqlAction.RenameTo;
    }
}
