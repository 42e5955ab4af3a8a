package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** VALIDATE, ALTER and DROP CONSTRAINT. */
final class ConstraintChanges {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;

    ConstraintChanges(AlterStep step) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
    }

    private Optional<Constraint> constraint(Identifier name) {
        Optional<Constraint> found = step.table().constraint(name.value());
        // NOT NULL has a name of its own from 18 on.
        boolean nameless = found.filter(c -> c.kind() == Constraint.Kind.NOT_NULL && !scene.since(18))
                .isPresent();
        if (found.isEmpty() || nameless) {
            if (step.certain()) {
                acts.fail("42704", Subject.in(step.table(), ObjectKind.CONSTRAINT, name));
            } else {
                acts.uncertain();
            }
            return Optional.empty();
        }
        return found;
    }

    void validate(AlterAction.ValidateConstraint action) {
        Optional<Constraint> constraint = constraint(action.name());
        if (constraint.isEmpty()) {
            acts.add(step.act(Operation.VALIDATE_CHECK).at(action.span()));
            return;
        }
        refuseValidation(constraint.get());
        if (constraint.get().validated() || acts.failed()) {
            acts.add(step.act(Operation.VALIDATE_PRESENT).at(action.span()));
        } else if (constraint.get().kind() == Constraint.Kind.FOREIGN_KEY) {
            validateForeignKey(constraint.get(), action);
        } else {
            validateCheck(constraint.get(), action);
        }
    }

    private void refuseValidation(Constraint constraint) {
        acts.add(
                constraint.noInherit()
                        ? step.actAlone(Operation.VALIDATE_PRESENT)
                        : step.act(Operation.VALIDATE_PRESENT));
        boolean other = switch (constraint.kind()) {
            case CHECK, FOREIGN_KEY -> false;
            case NOT_NULL -> !scene.since(18);
            case UNIQUE, PRIMARY_KEY, EXCLUDE -> true;
        };
        if (other) {
            acts.fail("42809", "Constraint " + constraint.name() + " cannot be validated.");
        } else if (!constraint.enforced()) {
            acts.fail("55000", "Constraint " + constraint.name() + " is not enforced.");
        } else if (step.only()
                && constraint.kind() == Constraint.Kind.CHECK
                && !constraint.validated()
                && !constraint.noInherit()
                && !scene.descendants(step.table()).isEmpty()) {
            acts.add(step.actOnAll(Operation.VALIDATE_CHECK));
            acts.fail("42P16", "The constraint must be validated on the child tables too.");
        }
    }

    private void validateCheck(Constraint constraint, AlterAction.ValidateConstraint action) {
        for (Table member : constraint.noInherit() ? List.of(step.table()) : step.reach()) {
            acts.add((constraint.noInherit()
                            ? step.actAlone(Operation.VALIDATE_CHECK)
                            : step.act(Operation.VALIDATE_CHECK, member))
                    .because("verifies " + constraint.name() + " for every row")
                    .at(action.span()));
            String state = constraint.kind() == Constraint.Kind.CHECK ? "23514" : "23502";
            acts.risk(scene.key(member), state, "rows that break " + constraint.name());
        }
    }

    private void validateForeignKey(Constraint constraint, AlterAction.ValidateConstraint action) {
        Optional<Table> referenced =
                constraint.foreignKey().flatMap(ForeignKey::table).flatMap(scene.schema()::table);
        List<Table> family = referenced.map(scene::family).orElse(List.of());
        List<Table> referencing =
                step.table().kind() == Table.Kind.PARTITIONED ? scene.family(step.table()) : List.of(step.table());
        boolean rows = referencing.stream().anyMatch(t -> !scene.certain(t) || scene.filled(t));
        for (Table member : referencing) {
            acts.add(step.act(Operation.VALIDATE_FOREIGN_KEY, member)
                    .on(Role.INDEXES, scene.storedIndexes(member))
                    .on(Role.REFERENCED, referenced.map(scene::key))
                    .on(
                            Role.REFERENCED_PARTITION,
                            scene.keysOf(family.stream().skip(1).toList()))
                    .on(Role.REFERENCED_INDEXES, stored(family))
                    .on(Role.REFERENCED_PARTITIONED_INDEXES, partitionedIndexes(family))
                    .on(Role.SCANNED, rows ? scene.keysOf(family) : List.of())
                    .because("verifies " + constraint.name() + " for every row")
                    .at(action.span()));
            acts.risk(scene.key(member), "23503", "rows that point at nothing");
        }
    }

    private List<RelationKey> stored(List<Table> family) {
        return family.stream()
                .flatMap(table -> scene.storedIndexes(table).stream())
                .toList();
    }

    private List<RelationKey> partitionedIndexes(List<Table> family) {
        return family.stream()
                .flatMap(table -> scene.schema().indexesOf(table.id()).stream())
                .filter(index -> index.partitioned())
                .map(scene.keys()::of)
                .toList();
    }

    void alter(AlterAction.AlterConstraint action) {
        Optional<Constraint> constraint = constraint(action.name());
        acts.add(step.act(Operation.ALTER_CONSTRAINT).at(action.span()));
        if (constraint.isEmpty()) {
            return;
        }
        Constraint found = constraint.get();
        if (action.inherit().isPresent()) {
            inherit(found, action);
        } else if (found.kind() != Constraint.Kind.FOREIGN_KEY) {
            acts.fail("42809", "Constraint " + found.name() + " cannot be altered so.");
        } else if (action.enforced().isPresent() && action.enforced().get() != found.enforced()) {
            enforce(found, action);
        }
    }

    /** A NOT NULL that children begin to inherit is verified for them. */
    private void inherit(Constraint constraint, AlterAction.AlterConstraint action) {
        if (constraint.kind() != Constraint.Kind.NOT_NULL) {
            acts.fail("42809", "Only NOT NULL constraints can change whether they are inherited.");
        }
        boolean begins = action.inherit().orElse(false) && constraint.noInherit();
        if (begins) {
            for (Table child : scene.descendants(step.table())) {
                boolean nullable = constraint.columns().stream()
                        .flatMap(id -> step.table().column(id).stream())
                        .flatMap(column -> child.column(column.name()).stream())
                        .anyMatch(column -> !column.notNull());
                if (nullable) {
                    acts.add(Act.of(Operation.SET_NOT_NULL)
                            .on(Role.TABLE, scene.key(child))
                            .because("verifies that no row holds NULL")
                            .at(action.span()));
                }
            }
        }
    }

    private void enforce(Constraint constraint, AlterAction.AlterConstraint action) {
        boolean on = action.enforced().orElse(true);
        List<Table> referenced = constraint
                .foreignKey()
                .flatMap(ForeignKey::table)
                .flatMap(scene.schema()::table)
                .map(scene::family)
                .orElse(List.of());
        acts.add(step.act(on ? Operation.ENFORCE_FOREIGN_KEY : Operation.UNENFORCE_FOREIGN_KEY)
                .on(Role.INDEXES, scene.storedIndexes(step.table()))
                .on(Role.REFERENCED, scene.keysOf(referenced))
                .on(Role.REFERENCED_INDEXES, stored(referenced))
                .on(Role.SCANNED, scene.keysOf(referenced))
                .because("verifies " + constraint.name() + " for every row")
                .at(action.span()));
    }

    void drop(AlterAction.DropConstraint action) {
        acts.add(Act.of(Operation.DROP_CONSTRAINT).on(Role.TABLE, step.key()).at(action.span()));
        if (action.ifExists() && step.table().constraint(action.name().value()).isEmpty()) {
            return;
        }
        Optional<Constraint> constraint = constraint(action.name());
        if (constraint.isEmpty()) {
            return;
        }
        refuseDrop(constraint.get(), action);
        if (heritable(constraint.get())) {
            acts.add(Act.of(Operation.DROP_CONSTRAINT)
                    .on(Role.TABLE, step.key())
                    .on(Role.CHILDREN, scene.keysOf(scene.descendants(step.table())))
                    .at(action.span()));
        }
        new Removals(scene, acts).charge(step.trial());
    }

    private boolean heritable(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.CHECK
                || constraint.kind() == Constraint.Kind.NOT_NULL
                || (constraint.kind() == Constraint.Kind.FOREIGN_KEY
                        && step.table().kind() == Table.Kind.PARTITIONED);
    }

    private void refuseDrop(Constraint constraint, AlterAction.DropConstraint action) {
        boolean inherited = constraint.inherited()
                && constraint.kind() != Constraint.Kind.NOT_NULL
                && !scene.parents(step.table()).isEmpty();
        if (inherited) {
            acts.fail("42P16", "Constraint " + constraint.name() + " is inherited.");
        }
        boolean ofPrimaryKey = constraint.kind() == Constraint.Kind.NOT_NULL
                && step.table()
                        .primaryKey()
                        .filter(key -> key.columns().containsAll(constraint.columns()))
                        .isPresent();
        if (ofPrimaryKey) {
            acts.fail("42P16", "The column is in a primary key.");
        }
        boolean key = constraint.kind() == Constraint.Kind.PRIMARY_KEY || constraint.kind() == Constraint.Kind.UNIQUE;
        boolean pointedAt = key && ForeignKeys.pointAt(scene, step.table(), constraint.columns());
        if (!action.cascade() && (pointedAt || needed(action))) {
            acts.fail("2BP01", "A foreign key depends on constraint " + constraint.name() + ".");
        }
    }

    private boolean needed(AlterAction.DropConstraint action) {
        AlterTable statement = step.statement();
        var cascading = new AlterAction.DropConstraint(action.name(), action.ifExists(), true, action.span());
        Set<ObjectId> further = new HashSet<>(Trial.of(
                        step.trial().before(),
                        new AlterTable(
                                statement.kind(),
                                statement.name(),
                                statement.only(),
                                statement.ifExists(),
                                List.of(cascading),
                                statement.span()))
                .touched());
        further.removeAll(step.trial().touched());
        return !further.isEmpty();
    }
}
