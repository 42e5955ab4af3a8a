package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.Locale;
import java.util.Optional;

/** ALTER TABLE, and CREATE INDEX and DROP INDEX, which are the same. */
final class AlterTableEffects {
    private final Scene scene;
    private final Acts acts;

    AlterTableEffects(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void alter(AlterTable statement) {
        acts.commit();
        if (lacksForm(statement)) {
            return;
        }
        Optional<Relation> found = scene.schema().relation(statement.name()).found();
        if (found.isEmpty()) {
            if (statement.ifExists() && scene.surelyAbsent(statement.name())) {
                return;
            }
            acts.at(statement.name().span());
            acts.missingTable(scene, statement.name());
        } else if (found.get() instanceof View) {
            acts.fail(Errors.NOT_A_TABLE, statement.name() + " is a view.");
        }
        alter(scene.table(statement.name()), statement);
    }

    private boolean lacksForm(AlterTable statement) {
        return (statement.ifExists() && lacks(Form.GUARD_OF_ALTER))
                || (statement.ignore() && lacks(Form.ALTER_IGNORE))
                || (statement.online().waiting().isPresent() && lacks(Form.WAIT));
    }

    private boolean lacks(Form form) {
        if (Facts.knows(scene.server(), form)) {
            return false;
        }
        acts.unknownForm(scene, form);
        return true;
    }

    private void alter(Table table, AlterTable statement) {
        Alteration alteration = Alteration.of(scene, acts, table, statement);
        if (!scene.certain(table)) {
            acts.uncertain();
        }
        acts.lockForMoment(alteration.key());
        new ForeignKeys(scene, acts).lockChildren(table);
        for (AlterAction action : statement.actions()) {
            acts.at(action.span());
            perform(action, alteration);
            if (acts.failed()) {
                return;
            }
        }
        if (statement.ignore()) {
            ignoring(alteration);
        }
        acts.at(statement.span());
        new AlterOutcome(alteration).tell();
    }

    /** Rows that break a new unique key are deleted without a word. */
    private void ignoring(Alteration alteration) {
        boolean keys = alteration.statement().actions().stream()
                .anyMatch(action ->
                        action instanceof AlterAction.AddConstraint add && ConstraintAddition.isKey(add.constraint()));
        if (keys) {
            acts.add(new Effect.LosesData(
                    Effect.LosesData.Loss.ROWS,
                    ObjectKind.TABLE,
                    alteration.name(),
                    alteration.key().id(),
                    alteration.statement().span()));
        }
    }

    private void perform(AlterAction action, Alteration alteration) {
        switch (action) {
            case AlterAction.AddColumn a -> new ColumnAddition(alteration, a).add();
            case AlterAction.DropColumn a -> new ColumnRemoval(alteration, a).drop();
            case AlterAction.AddConstraint a -> new ConstraintAddition(alteration, a).add();
            case AlterAction.DropConstraint a -> new ConstraintChanges(alteration).drop(a);
            case AlterAction.AlterConstraint a -> new ConstraintChanges(alteration).enforce(a);
            case AlterAction.SetDefault a -> describe(alteration, a.column(), a);
            case AlterAction.DropDefault a -> describe(alteration, a.column(), a);
            case AlterAction.SetOptions a -> new TableOptions(alteration).set(a);
            case AlterAction.OtherAction a -> other(alteration, a);
            case MysqlAction a -> perform(a, alteration);
            // No other engine's action comes out of this dialect's parser.
            default -> acts.uncertain();
        }
    }

    private void perform(MysqlAction action, Alteration alteration) {
        switch (action) {
            case MysqlAction.ModifyColumn a -> new ColumnRedefinition(alteration, a).redefine();
            case MysqlAction.RenameColumn a -> rename(alteration, a);
            case MysqlAction.RenameTo a -> renameTo(alteration, a);
            case MysqlAction.AddIndex a -> new IndexAddition(alteration, KeyDefinition.of(a)).add();
            case MysqlAction.DropIndex a -> dropIndex(alteration, a);
            case MysqlAction.RenameIndex a -> new IndexChanges(alteration).rename(a);
            case MysqlAction.SetIndexVisibility a -> new IndexChanges(alteration).show(a);
            case MysqlAction.SetColumnVisibility a -> show(alteration, a);
            case MysqlAction.ConvertCharset a -> new CharsetConversion(alteration, a).convert();
            case MysqlAction.Rebuild a ->
                alteration.ask(Clause.of(Operation.REBUILD_TABLE, "FORCE", a.span())
                        .because("the table is built anew as it is"));
            case MysqlAction.OrderRows a ->
                alteration.ask(
                        Clause.of(Operation.ORDER_ROWS, "ORDER BY", a.span()).because("rows are put in another order"));
            case MysqlAction.ChangePartitions a -> new PartitionChanges(alteration, a).change();
        }
    }

    private void dropIndex(Alteration alteration, MysqlAction.DropIndex action) {
        if (!(action.ifExists() && alteration.lacks(Form.GUARD_OF_INDEX))) {
            new IndexRemoval(alteration).drop(action.index(), action.ifExists(), action.span());
        }
    }

    private void describe(Alteration alteration, Identifier column, AlterAction action) {
        alteration.column(column, Errors.UNKNOWN_COLUMN);
        if (action instanceof AlterAction.SetDefault set && Definition.isComputed(set.expression())) {
            alteration.lacks(Form.EXPRESSION_DEFAULT);
        }
        alteration.ask(Clause.of(Operation.DESCRIBE_COLUMN, "ALTER COLUMN", action.span()));
    }

    private void show(Alteration alteration, MysqlAction.SetColumnVisibility action) {
        if (!alteration.lacks(Form.ALTER_COLUMN_VISIBILITY)) {
            alteration.column(action.column(), Errors.UNKNOWN_COLUMN);
            alteration.ask(Clause.of(Operation.SET_COLUMN_VISIBILITY, "ALTER COLUMN", action.span()));
        }
    }

    private void rename(Alteration alteration, MysqlAction.RenameColumn action) {
        if (alteration.lacks(Form.RENAME_COLUMN) || (action.ifExists() && alteration.lacks(Form.GUARD_IN_ALTER))) {
            return;
        }
        Optional<Column> column = alteration.table().column(action.column().value());
        if (column.isEmpty() && action.ifExists() && alteration.certain()) {
            return;
        }
        alteration.column(action.column(), Errors.UNKNOWN_COLUMN);
        Operation operation = column.map(found -> {
                    var references = new ColumnReferences(alteration, found);
                    references.checkRename(action.newName());
                    return references.renaming();
                })
                .orElse(Operation.RENAME_COLUMN);
        alteration.ask(Clause.of(operation, "RENAME COLUMN", action.span()));
    }

    private void renameTo(Alteration alteration, MysqlAction.RenameTo action) {
        refuseTaken(action.newName());
        new ForeignKeys(scene, acts).lockParents(alteration.table());
        alteration.ask(Clause.of(Operation.RENAME_TABLE, "RENAME TO", action.span()));
    }

    private void refuseTaken(QualifiedName newName) {
        if (scene.schema().relation(newName).found().isPresent()) {
            acts.exists(Errors.TABLE_EXISTS, Subject.of(ObjectKind.TABLE, newName));
        }
    }

    private void other(Alteration alteration, AlterAction.OtherAction action) {
        acts.uncertain();
        alteration.ask(Clause.of(Operation.SET_TABLE_OPTION, action.kind().toUpperCase(Locale.ROOT), action.span()));
    }
}
