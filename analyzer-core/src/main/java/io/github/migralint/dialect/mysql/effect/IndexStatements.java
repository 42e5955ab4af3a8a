package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** CREATE INDEX and DROP INDEX: other words for ALTER TABLE. */
final class IndexStatements {
    private final Scene scene;
    private final Acts acts;

    IndexStatements(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void create(CreateIndex statement) {
        AlterAction action = statement.unique()
                ? new AlterAction.AddConstraint(unique(statement), statement.ifNotExists(), statement.span())
                : new MysqlAction.AddIndex(
                        new IndexDefinition(
                                statement.name(),
                                statement.method(),
                                statement.elements(),
                                statement.options(),
                                statement.span()),
                        statement.ifNotExists(),
                        statement.span());
        alter(statement.table(), action, statement.online(), statement.span());
    }

    private static TableConstraint unique(CreateIndex statement) {
        return new TableConstraint(
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
    }

    void drop(DropObject statement) {
        for (ObjectReference object : statement.objects()) {
            object.on()
                    .ifPresent(table -> alter(
                            table,
                            new MysqlAction.DropIndex(object.name().last(), statement.ifExists(), statement.span()),
                            statement.online(),
                            statement.span()));
        }
    }

    private void alter(QualifiedName table, AlterAction action, OnlineOptions online, Span span) {
        new AlterTableEffects(scene, acts)
                .alter(new AlterTable(ObjectKind.TABLE, table, false, false, List.of(action), false, online, span));
    }
}
