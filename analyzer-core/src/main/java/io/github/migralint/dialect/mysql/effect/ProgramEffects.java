package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.Optional;

/** Triggers, routines, views and sequences. */
final class ProgramEffects {
    private final Scene scene;
    private final Acts acts;

    ProgramEffects(Scene scene, Acts acts) {
        this.scene = scene;
        this.acts = acts;
    }

    void createTrigger(CreateTrigger statement) {
        acts.commit();
        if (statement.replace() && lacks(Form.REPLACE_OBJECT)) {
            return;
        }
        acts.missingUnlessThere(scene, statement.table());
        Table table = scene.table(statement.table());
        acts.lockForMoment(scene.key(table));
        boolean taken = table.triggers().stream()
                .anyMatch(trigger ->
                        trigger.name().equalsIgnoreCase(statement.name().value()));
        if (taken && !statement.replace()) {
            acts.exists("1359", Subject.in(table, ObjectKind.TRIGGER, statement.name()));
        }
    }

    void createRoutine(CreateFunction statement) {
        acts.commit();
        if (statement.replace()) {
            lacks(Form.REPLACE_OBJECT);
        }
    }

    /** A view needs no lock on what it reads: that is looked at, and let go. */
    void createView(CreateView statement) {
        acts.commit();
        Optional<Relation> present = scene.schema().relation(statement.name()).found();
        if (present.isPresent() && !statement.replace()) {
            acts.at(statement.name().span());
            acts.exists(Errors.TABLE_EXISTS, Subject.of(ObjectKind.VIEW, statement.name()));
        } else if (present.filter(relation -> !(relation instanceof View)).isPresent()) {
            acts.fail(Errors.NOT_A_TABLE, statement.name() + " is no view.");
        }
        statement.query().relations().stream()
                .filter(scene::surelyAbsent)
                .findFirst()
                .ifPresent(name -> acts.missing(Errors.NO_SUCH_TABLE, Subject.of(ObjectKind.TABLE, name)));
        present.ifPresent(view -> acts.lockForMoment(scene.key(view)));
    }

    void createSequence(CreateSequence statement) {
        acts.commit();
        if (!lacks(Form.SEQUENCE)
                && !statement.ifNotExists()
                && scene.schema().relation(statement.name()).found().isPresent()) {
            acts.exists(Errors.TABLE_EXISTS, Subject.of(ObjectKind.SEQUENCE, statement.name()));
        }
    }

    private boolean lacks(Form form) {
        if (Facts.knows(scene.server(), form)) {
            return false;
        }
        acts.unknownForm(scene, form);
        return true;
    }
}
