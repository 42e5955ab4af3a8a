package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Identifier;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.Optional;

/** Actions of ALTER TABLE on constraints that are there already. */
final class ConstraintAlteration {
    private final Change change;

    ConstraintAlteration(Change change) {
        this.change = change;
    }

    void alter(ObjectId table, AlterAction.AlterConstraint action) {
        change.table(table)
                .constraint(action.name().value())
                .ifPresent(constraint ->
                        change.edit(table, draft -> draft.editConstraint(constraint.id(), c -> altered(c, action))));
    }

    private static Constraint altered(Constraint constraint, AlterAction.AlterConstraint action) {
        boolean enforced = action.enforced().orElse(constraint.enforced());
        boolean checkedNow = enforced && !constraint.enforced();
        return constraint
                .withDeferrable(action.deferrable().orElse(constraint.deferrable()))
                .withEnforced(enforced)
                .withValidated(enforced && (constraint.validated() || checkedNow))
                .withNoInherit(action.inherit().map(inherit -> !inherit).orElse(constraint.noInherit()));
    }

    void validate(ObjectId tableId, Identifier name, boolean only) {
        for (Table member : change.family(tableId)) {
            boolean meant = member.id().equals(tableId) || !only;
            member.constraint(name.value())
                    .filter(constraint -> meant)
                    .ifPresent(constraint -> change.edit(
                            member.id(), draft -> draft.editConstraint(constraint.id(), c -> c.withValidated(true))));
        }
    }

    void drop(ObjectId tableId, Identifier name, boolean cascade) {
        change.table(tableId).constraint(name.value()).ifPresent(constraint -> remove(tableId, constraint, cascade));
    }

    /** Removes a constraint with its index, what partitions and children inherited of it, and its NOT NULL. */
    void remove(ObjectId tableId, Constraint constraint, boolean cascade) {
        change.edit(tableId, draft -> {
            draft.constraints().removeIf(c -> c.id().equals(constraint.id()));
            if (constraint.kind() == Constraint.Kind.NOT_NULL) {
                constraint.columns().forEach(column -> draft.editColumn(column, c -> c.withNotNull(false)));
            }
        });
        if (cascade) {
            dropReferencesTo(tableId, constraint);
        }
        constraint.index().ifPresent(index -> new Removal(change).indexOfConstraint(index));
        for (Table child : change.now().childrenOf(tableId)) {
            inheritedFrom(child, constraint).ifPresent(c -> remove(child.id(), c, cascade));
        }
    }

    private static Optional<Constraint> inheritedFrom(Table child, Constraint constraint) {
        boolean byName = constraint.kind() == Constraint.Kind.CHECK
                || constraint.kind() == Constraint.Kind.NOT_NULL
                || constraint.kind() == Constraint.Kind.FOREIGN_KEY;
        return byName ? child.constraint(constraint.name()).filter(Constraint::inherited) : Optional.empty();
    }

    /** Foreign keys of other tables that need this key. */
    private void dropReferencesTo(ObjectId tableId, Constraint key) {
        for (Table referencing : change.now().referencing(tableId)) {
            change.edit(
                    referencing.id(),
                    draft -> draft.constraints()
                            .removeIf(c -> c.foreignKey()
                                    .filter(fk -> needs(fk, tableId, key))
                                    .isPresent()));
        }
    }

    private static boolean needs(ForeignKey foreignKey, ObjectId tableId, Constraint key) {
        boolean isKey = key.kind() == Constraint.Kind.PRIMARY_KEY || key.kind() == Constraint.Kind.UNIQUE;
        return isKey
                && foreignKey.table().filter(tableId::equals).isPresent()
                && foreignKey.columns().size() == key.columns().size()
                && foreignKey.columns().containsAll(key.columns());
    }
}
