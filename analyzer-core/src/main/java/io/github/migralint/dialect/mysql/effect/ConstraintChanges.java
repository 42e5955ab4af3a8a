package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction.AlterConstraint;
import io.github.migralint.ast.AlterAction.DropConstraint;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.schema.Constraint;
import java.util.Optional;

/** The end of constraints, and of their enforcement. */
final class ConstraintChanges {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;

    ConstraintChanges(Alteration alteration) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
    }

    void drop(DropConstraint action) {
        if (action.ifExists() && alteration.lacks(Form.GUARD_IN_ALTER)) {
            return;
        }
        if (Alteration.isPrimary(action)) {
            new IndexRemoval(alteration).dropPrimary(action.span());
            return;
        }
        Optional<TableConstraint.Kind> said = action.kind();
        if (said.filter(kind -> kind == TableConstraint.Kind.FOREIGN_KEY).isPresent()) {
            dropForeignKey(action);
        } else if (said.filter(kind -> kind == TableConstraint.Kind.CHECK).isPresent()) {
            if (!alteration.lacks(Form.DROP_CHECK)) {
                dropCheck(action, scene.isMysql() ? "3821" : Errors.NOTHING_TO_DROP);
            }
        } else if (!alteration.lacks(Form.DROP_CONSTRAINT)) {
            dropAny(action);
        }
    }

    private Optional<Constraint> named(Identifier name, Constraint.Kind kind) {
        return alteration.table().constraints().stream()
                .filter(constraint -> constraint.kind() == kind)
                .filter(constraint -> constraint.name().equalsIgnoreCase(name.value()))
                .findFirst();
    }

    private void dropAny(DropConstraint action) {
        if (named(action.name(), Constraint.Kind.FOREIGN_KEY).isPresent()) {
            dropForeignKey(action);
        } else if (named(action.name(), Constraint.Kind.UNIQUE).isPresent()) {
            new IndexRemoval(alteration).drop(action.name(), action.ifExists(), action.span());
        } else {
            dropCheck(action, scene.isMysql() ? "3940" : Errors.NOTHING_TO_DROP);
        }
    }

    private void dropForeignKey(DropConstraint action) {
        Optional<Constraint> key = named(action.name(), Constraint.Kind.FOREIGN_KEY);
        key.ifPresent(new ForeignKeys(scene, acts)::lockParent);
        if (isThere(key, action, Errors.NOTHING_TO_DROP)) {
            alteration.ask(Clause.of(Operation.DROP_FOREIGN_KEY, "DROP FOREIGN KEY", action.span()));
        }
    }

    private void dropCheck(DropConstraint action, String number) {
        if (isThere(named(action.name(), Constraint.Kind.CHECK), action, number)) {
            alteration.ask(Clause.of(Operation.DROP_CHECK, "DROP CHECK", action.span()));
        }
    }

    /** Whether it is there, or may be. */
    private boolean isThere(Optional<Constraint> found, DropConstraint action, String number) {
        if (found.isEmpty() && !action.ifExists()) {
            acts.missing(number, scene, alteration.table(), ObjectKind.CONSTRAINT, action.name());
        }
        return found.isPresent() || !(action.ifExists() && alteration.certain());
    }

    /** ALTER CHECK … ENFORCED and NOT ENFORCED. */
    void enforce(AlterConstraint action) {
        if (alteration.lacks(Form.ALTER_CHECK)) {
            return;
        }
        Optional<Constraint> check = named(action.name(), Constraint.Kind.CHECK);
        if (check.isEmpty()) {
            acts.missing("3821", scene, alteration.table(), ObjectKind.CONSTRAINT, action.name());
        }
        boolean enforced = action.enforced().orElse(true);
        boolean already = check.filter(c -> c.enforced() == enforced).isPresent();
        if (!enforced || already) {
            alteration.ask(Clause.of(Operation.RELAX_CHECK, "ALTER CHECK", action.span()));
            return;
        }
        alteration.ask(Clause.of(Operation.ENFORCE_CHECK, "ALTER CHECK", action.span())
                .because("the CHECK " + action.name() + " is verified"));
        acts.risk(alteration.key(), Errors.CHECK_VIOLATED, "if a row breaks the CHECK " + action.name());
    }
}
