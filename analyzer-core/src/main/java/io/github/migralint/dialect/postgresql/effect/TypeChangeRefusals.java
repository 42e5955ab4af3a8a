package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.View;
import java.util.List;

/** What stands in the way of a type change: inheritance, views, triggers, policies, generated columns, defaults. */
final class TypeChangeRefusals {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final AlterAction.AlterColumnType action;
    private final Column column;
    private final DataType target;

    TypeChangeRefusals(AlterStep step, AlterAction.AlterColumnType action, Column column, DataType target) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.action = action;
        this.column = column;
        this.target = target;
    }

    void check() {
        acts.add(step.actAlone(Operation.ALTER_TYPE));
        String name = column.name();
        if (step.inherited(column)) {
            acts.fail("42P16", "Column " + name + " is inherited.");
        }
        if (step.only() && !scene.descendants(step.table()).isEmpty()) {
            acts.fail("42P16", "The type must be changed in the child tables too.");
        }
        if (step.inPartitionKey(column)) {
            acts.fail("42P16", "Column " + name + " is part of the partition key.");
        }
        acts.add(step.act(Operation.ALTER_TYPE));
        if (step.retyped().contains(column.id())) {
            acts.fail("0A000", "One statement changes the type of " + name + " twice.");
        }
        if (column.generated().isPresent() && action.using().isPresent()) {
            acts.fail("42611", "USING cannot be given for a generated column.");
        }
        dependents(name);
        defaultValue(name);
    }

    private void dependents(String name) {
        boolean generated = step.table().columns().stream()
                .anyMatch(other -> other.generated()
                        .filter(g -> g.columns().contains(column.id()))
                        .isPresent());
        if (generated) {
            acts.fail(scene.since(15) ? "0A000" : "42601", "A generated column is computed from " + name + ".");
        }
        for (View view : scene.schema().viewsOn(step.table().id())) {
            if (view.readsColumns().contains(column.id())) {
                acts.fail("0A000", "View " + view.name().name() + " reads column " + name + ".", List.of(view.id()));
            }
        }
        boolean parsed = scene.schema().catalogObjectsOn(step.table().id()).stream()
                .anyMatch(object -> object.parsedColumns().contains(column.id())
                        || (object.kind() == ObjectKind.PUBLICATION
                                && object.columns().contains(column.id())));
        if (parsed) {
            acts.fail("0A000", "A rule or a publication mentions column " + name + ".");
        }
        for (Routine routine : scene.schema().routines()) {
            if (routine.reads().contains(column.id())) {
                acts.fail("0A000", "Function " + routine.name().name() + " reads column " + name + ".");
            }
        }
        if (step.table().triggers().stream().anyMatch(t -> t.columns().contains(column.id()))) {
            acts.fail("0A000", "A trigger is defined on column " + name + ".");
        }
        if (step.table().policies().stream().anyMatch(p -> p.columns().contains(column.id()))) {
            acts.fail("0A000", "A policy is defined on column " + name + ".");
        }
    }

    /** USING tells how to convert rows, not how to convert the default, which has the type of the column. */
    private void defaultValue(String name) {
        boolean castable = column.defaultValue().isEmpty()
                || column.type().isEmpty()
                || new TypeConversion(scene).convert(column.type().get(), target) != TypeConversion.Outcome.IMPOSSIBLE;
        if (!castable) {
            acts.fail("42804", "The default of " + name + " cannot be cast automatically to " + target + ".");
        }
    }
}
