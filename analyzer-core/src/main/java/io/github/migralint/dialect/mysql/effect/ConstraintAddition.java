package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction.AddConstraint;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Constraint;
import java.util.Optional;

/** ADD CONSTRAINT, ADD UNIQUE, ADD PRIMARY KEY, ADD FOREIGN KEY, ADD CHECK. */
final class ConstraintAddition {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;
    private final AddConstraint action;
    private final TableConstraint constraint;

    ConstraintAddition(Alteration alteration, AddConstraint action) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
        this.action = action;
        this.constraint = action.constraint();
    }

    static boolean isKey(TableConstraint constraint) {
        return constraint.kind() == TableConstraint.Kind.UNIQUE
                || constraint.kind() == TableConstraint.Kind.PRIMARY_KEY;
    }

    void add() {
        if (action.ifNotExists() && alteration.lacks(Form.GUARD_IN_ALTER)) {
            return;
        }
        switch (constraint.kind()) {
            case UNIQUE, PRIMARY_KEY ->
                new IndexAddition(alteration, KeyDefinition.of(constraint, action.ifNotExists(), action.span())).add();
            case FOREIGN_KEY -> new ForeignKeyAddition(alteration, constraint, action.span()).add();
            case CHECK -> check();
            case NOT_NULL, EXCLUDE -> acts.uncertain();
        }
    }

    private void check() {
        if (Checks.areIgnored(scene)) {
            if (constraint.attributes().notEnforced()) {
                alteration.lacks(Form.UNENFORCED_CHECK);
            }
            acts.add(Checks.ignored(constraint.span()));
            alteration.ask(Clause.of(Operation.ADD_CHECK, "ADD CHECK", action.span()));
            return;
        }
        refuseTaken();
        if (constraint.attributes().notEnforced()) {
            if (!alteration.lacks(Form.UNENFORCED_CHECK)) {
                alteration.ask(Clause.of(Operation.ADD_CHECK_UNENFORCED, "ADD CHECK", action.span()));
            }
            return;
        }
        alteration.ask(
                Clause.of(Operation.ADD_CHECK, "ADD CHECK", action.span()).because(name() + " is verified"));
        if (scene.isMysql() || scene.settings().checksConstraints()) {
            acts.risk(alteration.key(), scene.isMysql() ? Errors.CHECK_VIOLATED : "4025", "if a row breaks " + name());
        }
    }

    private String name() {
        return constraint
                .name()
                .map(Identifier::value)
                .map(name -> "the CHECK " + name)
                .orElse("the CHECK");
    }

    /** On MySQL a name stands for one CHECK of a database, on MariaDB for one of a table. */
    private void refuseTaken() {
        Optional<Identifier> name = constraint.name();
        if (name.isPresent()
                && alteration
                        .table()
                        .constraint(name.get().value())
                        .filter(other -> other.kind() == Constraint.Kind.CHECK)
                        .filter(other -> !alteration.drops(other))
                        .isPresent()) {
            acts.exists(
                    scene.isMysql() ? "3822" : "1826",
                    Subject.in(alteration.table(), ObjectKind.CONSTRAINT, name.get()));
        }
    }
}
