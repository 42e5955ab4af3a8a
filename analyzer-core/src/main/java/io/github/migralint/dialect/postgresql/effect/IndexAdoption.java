package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.Optional;

/** {@code UNIQUE USING INDEX} and {@code PRIMARY KEY USING INDEX}: an index becomes a constraint without being built. */
final class IndexAdoption {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final AlterAction.AddConstraint action;
    private final Identifier indexName;

    IndexAdoption(AlterStep step, AlterAction.AddConstraint action) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.action = action;
        this.indexName = action.constraint().usingIndex().orElseThrow();
    }

    void adopt() {
        acts.add(step.actOnAll(Operation.ADD_CONSTRAINT_USING_INDEX).at(action.span()));
        if (step.table().kind() == Table.Kind.PARTITIONED) {
            acts.fail("0A000", "USING INDEX is not supported on partitioned tables.");
            return;
        }
        Lookup<Relation> found = ConstraintAddition.indexNamed(scene, step.table(), indexName);
        if (found.isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.INDEX, indexName));
        }
        if (found.found().orElse(null) instanceof Index index) {
            adopt(index);
        } else {
            acts.uncertain();
        }
    }

    private void adopt(Index index) {
        refuse(index);
        if (acts.failed()) {
            return;
        }
        boolean renames = action.constraint()
                .name()
                .filter(name -> !name.value().equals(index.name().name()))
                .isPresent();
        RelationKey key = scene.keys().of(index);
        acts.add(step.act(renames ? Operation.ADD_CONSTRAINT_RENAMING_INDEX : Operation.ADD_CONSTRAINT_USING_INDEX)
                .on(Role.INDEX, key)
                .at(action.span()));
        if (action.constraint().kind() == TableConstraint.Kind.PRIMARY_KEY) {
            index.parts().stream()
                    .flatMap(part -> part.column().stream())
                    .flatMap(id -> step.table().column(id).stream())
                    .filter(column -> !Nullability.isNotNull(step.table(), column))
                    .map(Column::name)
                    .forEach(column -> new Nullability(step).require(column, action.span()));
        }
    }

    private void refuse(Index index) {
        String name = index.name().name();
        Optional<String> problem = problem(index);
        if (index.constraint().isPresent()) {
            acts.fail("55000", "Index " + name + " belongs to a constraint already.");
        } else if (!ConstraintAddition.belongs(index, step.table())) {
            acts.fail("55000", "Index " + name + " does not belong to " + step.name() + ".");
        } else if (!index.valid()) {
            acts.fail("55000", "Index " + name + " is not valid.");
        } else if (problem.isPresent()) {
            acts.fail("42809", "Index " + name + " " + problem.get() + ".");
        }
        boolean oneNull = action.constraint().kind() == TableConstraint.Kind.PRIMARY_KEY
                && scene.since(16)
                && index.nullsNotDistinct();
        if (oneNull) {
            acts.fail("42P16", "Index " + name + " takes NULLs for equal; a primary key cannot use it.");
        }
        boolean second = action.constraint().kind() == TableConstraint.Kind.PRIMARY_KEY
                && step.table().primaryKey().isPresent();
        if (second) {
            acts.fail("42P16", "Table " + step.name() + " has a primary key already.");
        }
    }

    /** The index of a constraint compares values in the way that its column and type do. */
    private boolean unusual(IndexPart part, Index index) {
        Optional<Column> column = part.column().flatMap(id -> step.table().column(id));
        boolean collated = scene.since(13)
                && part.collation().isPresent()
                && column.filter(c -> !c.collation().equals(part.collation())).isPresent();
        boolean ofOtherClass = part.operatorClass().isPresent()
                && column.flatMap(Column::type)
                        .flatMap(type -> OperatorClasses.get().defaultFor(index.method(), type, scene.schema()))
                        .filter(usual -> !usual.equals(part.operatorClass().get()))
                        .isPresent();
        return collated || ofOtherClass;
    }

    private Optional<String> problem(Index index) {
        if (!index.unique()) {
            return Optional.of("is not unique");
        }
        if (index.hasExpressions()) {
            return Optional.of("contains expressions");
        }
        if (index.predicate().isPresent()) {
            return Optional.of("is partial");
        }
        return index.parts().stream().anyMatch(part -> part.descending() || unusual(part, index))
                ? Optional.of("is not sorted as usual")
                : Optional.empty();
    }
}
