package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Truncate;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;

/** DROP and TRUNCATE. */
final class DropEffects {
    private final Scene scene;
    private final Acts acts;

    DropEffects(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void drop(DropObject statement) {
        switch (statement.kind()) {
            case INDEX -> new IndexStatements(scene, acts).drop(statement);
            case TABLE -> dropTables(statement);
            case TRIGGER -> dropTriggers(statement);
            case VIEW -> dropViews(statement);
            case SEQUENCE -> {
                acts.commit();
                if (!Facts.knows(scene.server(), Form.SEQUENCE)) {
                    acts.unknownForm(scene, Form.SEQUENCE);
                }
            }
            default -> acts.commit();
        }
    }

    private void dropTables(DropObject statement) {
        if (!allTemporary(statement)) {
            acts.commit();
        }
        List<ObjectId> dropped = statement.objects().stream()
                .flatMap(object -> scene.schema().table(object.name()).stream())
                .map(Table::id)
                .toList();
        for (ObjectReference object : statement.objects()) {
            acts.at(object.span());
            dropTable(object.name(), statement.ifExists(), dropped);
        }
    }

    private boolean allTemporary(DropObject statement) {
        return statement.objects().stream()
                .allMatch(object -> scene.schema()
                        .table(object.name())
                        .filter(table -> table.persistence() == Persistence.TEMPORARY)
                        .isPresent());
    }

    private void dropTable(QualifiedName name, boolean ifExists, List<ObjectId> dropped) {
        Optional<Relation> found = scene.schema().relation(name).found();
        if (found.isEmpty() && ifExists) {
            if (!scene.surelyAbsent(name)) {
                acts.uncertain();
                acts.lockForMoment(scene.key(scene.table(name)));
            }
            return;
        }
        if (found.filter(View.class::isInstance).isPresent()) {
            acts.missing(scene.isMysql() ? Errors.UNKNOWN_TABLE : "1965", Subject.of(ObjectKind.TABLE, name));
            return;
        }
        if (scene.surelyAbsent(name)) {
            acts.missing(Errors.UNKNOWN_TABLE, Subject.of(ObjectKind.TABLE, name));
        } else if (found.isEmpty()) {
            acts.uncertain();
        }
        Table table = scene.table(name);
        acts.lockForMoment(scene.key(table));
        new ForeignKeys(scene, acts).lockParents(table);
        refuseReferenced(table, dropped, dropNumber(), " references it.");
    }

    private String dropNumber() {
        if (scene.isMariadb()) {
            return "1451";
        }
        return scene.server().isMysqlFrom(8, 0, 0) ? "3730" : "1217";
    }

    /** While foreign keys are checked a table stays that one of another table points at. */
    private void refuseReferenced(Table table, List<ObjectId> leaving, String number, String why) {
        if (!scene.settings().checksForeignKeys() || !Scene.isKnown(table)) {
            return;
        }
        scene.schema().referencing(table.id()).stream()
                .filter(child -> !leaving.contains(child.id()) && !child.id().equals(table.id()))
                .findFirst()
                .ifPresent(child ->
                        acts.fail(number, "A foreign key of " + child.name().name() + why, List.of(child.id())));
    }

    private void dropViews(DropObject statement) {
        acts.commit();
        for (ObjectReference object : statement.objects()) {
            acts.at(object.span());
            Optional<Relation> found = scene.schema().relation(object.name()).found();
            found.ifPresent(view -> acts.lockForMoment(scene.key(view)));
            boolean other =
                    found.filter(relation -> !(relation instanceof View)).isPresent();
            if (other && scene.isMysql()) {
                acts.fail(Errors.NOT_A_TABLE, object.name() + " is no view.");
            } else if ((other || scene.surelyAbsent(object.name())) && !statement.ifExists()) {
                acts.missing(
                        scene.isMysql() ? Errors.UNKNOWN_TABLE : "4092", Subject.of(ObjectKind.VIEW, object.name()));
            }
        }
    }

    /** A trigger belongs to a table, which must be closed for an instant. */
    private void dropTriggers(DropObject statement) {
        acts.commit();
        for (ObjectReference object : statement.objects()) {
            scene.schema().relations().stream()
                    .filter(Table.class::isInstance)
                    .map(Table.class::cast)
                    .filter(table -> table.triggers().stream()
                            .anyMatch(trigger -> trigger.name()
                                    .equalsIgnoreCase(object.name().name())))
                    .findFirst()
                    .ifPresentOrElse(
                            table -> acts.lockForMoment(scene.key(table)),
                            () -> missingTrigger(object, statement.ifExists()));
        }
    }

    private void missingTrigger(ObjectReference object, boolean ifExists) {
        if (scene.schema().complete() && !scene.schema().anyUncertain()) {
            if (!ifExists) {
                acts.missing("1360", Subject.of(ObjectKind.TRIGGER, object.name()));
            }
        } else {
            acts.uncertain();
        }
    }

    /** The table is dropped and made anew, empty. */
    void truncate(Truncate statement) {
        acts.commit();
        for (QualifiedName name : statement.tables()) {
            acts.at(name.span());
            acts.missingUnlessThere(scene, name);
            Table table = scene.table(name);
            acts.lockForMoment(scene.key(table));
            refuseReferenced(
                    table, List.of(), Errors.TRUNCATE_REFERENCED, " references it: TRUNCATE looks at no rows.");
            acts.add(new Effect.RewritesTable(scene.key(table), true, "TRUNCATE makes it anew", name.span()));
        }
    }
}
