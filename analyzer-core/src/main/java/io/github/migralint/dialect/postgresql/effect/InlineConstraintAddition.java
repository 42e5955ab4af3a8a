package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Generated;
import io.github.migralint.schema.Table;
import java.util.Optional;

/** What constraints in the definition of a new column cost. */
final class InlineConstraintAddition {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final ColumnDefinition definition;
    private final boolean everyRowHasValue;
    private final Optional<Column> added;

    /**
     * @param everyRowHasValue whether existing rows get a value that is not NULL as far as is known
     */
    InlineConstraintAddition(AlterStep step, ColumnDefinition definition, boolean everyRowHasValue) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.definition = definition;
        this.everyRowHasValue = everyRowHasValue;
        this.added =
                step.after().flatMap(table -> table.column(definition.name().value()));
    }

    void add() {
        for (ColumnConstraint constraint : definition.constraints()) {
            switch (constraint.kind()) {
                case NOT_NULL -> notNull(constraint);
                case CHECK -> check(constraint);
                case UNIQUE, PRIMARY_KEY -> key(constraint);
                case REFERENCES -> references(constraint);
                case NULL, DEFAULT, IDENTITY, GENERATED -> {}
            }
        }
        domainNotNull();
    }

    private boolean virtual() {
        return added.flatMap(Column::generated).filter(g -> !g.stored()).isPresent();
    }

    private void notNull(ColumnConstraint constraint) {
        if (virtual()) {
            verifyRows(constraint, "verifies that the generated value is never NULL");
        } else if (!everyRowHasValue) {
            refuseNull(constraint);
        }
    }

    /** Without a value for old rows NOT NULL holds only in an empty table. */
    private void refuseNull(ColumnConstraint constraint) {
        String column = definition.name().value();
        for (Table member : step.reach()) {
            boolean emptyAtAll = member.kind() == Table.Kind.PARTITIONED;
            if (!emptyAtAll && scene.holdsRows(member)) {
                acts.fail("23502", "Rows of " + member.name().name() + " would hold NULL in " + column + ".");
            } else if (!emptyAtAll) {
                acts.risk(scene.key(member), "23502", "any row: " + column + " has no value for it");
            }
        }
        if (constraint.attributes().notEnforced()) {
            acts.uncertain();
        }
    }

    private void domainNotNull() {
        boolean refuses = added.flatMap(Column::type)
                .filter(type -> Types.refusesNull(type, scene.schema()))
                .isPresent();
        boolean valueless =
                added.flatMap(Column::generated).map(Generated::stored).isEmpty() && !hasDefault();
        if (refuses && valueless && scene.holdsRows(step.table())) {
            acts.fail("23502", "The type of " + definition.name().value() + " does not allow NULL.");
        }
    }

    private boolean hasDefault() {
        return everyRowHasValue
                && (added.flatMap(Column::defaultValue).isPresent()
                        || added.flatMap(Column::type)
                                .flatMap(type -> Types.domainDefault(type, scene.schema()))
                                .isPresent());
    }

    private void check(ColumnConstraint constraint) {
        constraint
                .expression()
                .flatMap(condition -> new ExpressionProblems(scene, ExpressionProblems.Use.CHECK, step.after())
                        .of(condition.tokens()))
                .ifPresent(acts::fail);
        if (!constraint.attributes().notEnforced()) {
            verifyRows(constraint, "verifies the CHECK of the new column for every row");
        }
    }

    private void verifyRows(ColumnConstraint constraint, String reason) {
        for (Table member : step.reach()) {
            acts.add(Act.of(Operation.VERIFY_NEW_COLUMN)
                    .on(Role.TABLE, scene.key(member))
                    .because(reason)
                    .at(constraint.span()));
            acts.risk(scene.key(member), "23514", "rows whose value breaks the constraint");
        }
    }

    private void key(ColumnConstraint constraint) {
        if (virtual()) {
            String kind = constraint.kind() == ColumnConstraint.Kind.UNIQUE ? "A unique constraint" : "A primary key";
            acts.fail("0A000", kind + " on a virtual generated column is not supported.");
        }
        if (constraint.kind() == ColumnConstraint.Kind.PRIMARY_KEY && !everyRowHasValue) {
            if (step.table().primaryKey().isEmpty()) {
                refuseNull(constraint);
            }
        }
        var keys = new KeyAddition(step, constraint.span(), constraint.kind() == ColumnConstraint.Kind.PRIMARY_KEY);
        keys.build(java.util.List.of(definition.name().value()));
    }

    private void references(ColumnConstraint constraint) {
        constraint
                .references()
                .ifPresent(target -> new ForeignKeyAddition(step, constraint.span())
                        .add(
                                new ForeignKeyAddition.Written(
                                        constraint.name().map(n -> n.value()),
                                        java.util.List.of(definition.name()),
                                        target,
                                        false,
                                        constraint.attributes()),
                                everyRowHasValue));
    }
}
