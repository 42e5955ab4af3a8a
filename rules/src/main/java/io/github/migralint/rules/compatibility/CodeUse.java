package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.ExpandStep;
import io.github.migralint.rules.facts.ExpandSteps;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the running release has to do with a view, routine, trigger or type that is dropped.
 *
 * @param step the step that drops it
 * @param object the object
 */
record CodeUse(Step step, Dropped object) {
    /** Whether it may. */
    boolean any() {
        return switch (object.kind()) {
            case TRIGGER, RULE -> onServingTable();
            case EXTENSION -> !extensionBornNow();
            case FUNCTION, PROCEDURE, ROUTINE -> object.serving(step) && !idleTriggerFunction();
            case TYPE, DOMAIN -> object.serving(step) && !givenUpName() && !lostItsColumns();
            default -> object.serving(step) && !givenUpName();
        };
    }

    /** What earlier releases did that makes it the last step of a change. */
    List<ExpandStep> prepared() {
        var steps = new ArrayList<ExpandStep>();
        object.found().forEach(known -> steps.addAll(ExpandSteps.ofObject(step, known)));
        object.only()
                .filter(View.class::isInstance)
                .map(View.class::cast)
                .flatMap(this::bridge)
                .ifPresent(steps::add);
        trigger().flatMap(this::mirror).ifPresent(steps::add);
        return steps;
    }

    /** A trigger goes with its table, whatever is said of itself. */
    private boolean onServingTable() {
        Optional<QualifiedName> table = object.reference().on();
        if (table.isEmpty()) {
            return true;
        }
        boolean newborn = trigger()
                .filter(trigger -> step.release().includes(trigger.origin()))
                .isPresent();
        return Serving.clients(step, table.get())
                && !newborn
                && !Shipment.drops(step, ObjectKind.TABLE, table.get())
                && !Shipment.drops(step, ObjectKind.VIEW, table.get());
    }

    private Optional<Table> table() {
        return object.reference().on().flatMap(step.before()::table);
    }

    private Optional<Trigger> trigger() {
        return object.kind() != ObjectKind.TRIGGER
                ? Optional.empty()
                : table().stream()
                        .flatMap(table -> table.triggers().stream())
                        .filter(trigger -> trigger.name().equals(object.name().name()))
                        .findFirst();
    }

    private boolean extensionBornNow() {
        return Shipment.before(step)
                .anyMatch(earlier -> earlier.statement() instanceof CreateExtension create
                        && create.name().value().equals(object.name().name()));
    }

    /** A trigger function that no trigger calls any more. */
    private boolean idleTriggerFunction() {
        return object.only()
                .filter(Routine.class::isInstance)
                .map(Routine.class::cast)
                .filter(routine -> routine.returnType().equals("trigger") && !called(routine.id()))
                .isPresent();
    }

    private boolean called(ObjectId function) {
        return step.before().relations().stream()
                .filter(Table.class::isInstance)
                .flatMap(table -> ((Table) table).triggers().stream())
                .anyMatch(trigger -> trigger.function().filter(function::equals).isPresent());
    }

    /** The release dropped columns before, or gave them another type: their own findings say what clients lose. */
    private boolean lostItsColumns() {
        String name = object.name().name();
        return step.timeline().since(0).stream()
                .filter(event -> step.release().includes(event.origin()))
                .anyMatch(event -> (event.kind() == Kind.DROPPED
                                && event.other().isPresent())
                        || (event.kind() == Kind.RETYPED && event.detail().startsWith(name)));
    }

    /** In this release it was renamed and another object got its name: clients know that one. */
    private boolean givenUpName() {
        return object.only().stream()
                .flatMap(known -> step.timeline().of(known.id()).stream())
                .filter(event -> event.kind() == Kind.RENAMED && step.release().includes(event.origin()))
                .anyMatch(event -> taken(event.detail()));
    }

    private boolean taken(String name) {
        return step.before().types().stream()
                        .anyMatch(type -> type.name().name().equals(name))
                || step.before().relations().stream()
                        .anyMatch(relation -> relation.name().name().equals(name));
    }

    /** A view that has stood in for the old name of what it reads. */
    private Optional<ExpandStep> bridge(View view) {
        return view.reads().stream()
                .flatMap(read -> step.before().object(read).stream())
                .flatMap(read -> step.timeline().of(read.id()).stream()
                        .filter(event -> event.kind() == Kind.RENAMED
                                && event.detail().equals(view.name().name())
                                && !step.release().includes(event.origin()))
                        .map(event -> new ExpandStep(
                                view.name().name() + " was renamed to "
                                        + read.name().name(),
                                event.origin())))
                .findFirst();
    }

    /** A trigger of an earlier release that kept a new place equal to an old one. */
    private Optional<ExpandStep> mirror(Trigger trigger) {
        Optional<Routine> function = trigger.function()
                .flatMap(step.before()::object)
                .filter(Routine.class::isInstance)
                .map(Routine.class::cast);
        if (function.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> columns = function.get().assigns().stream()
                .filter(assignment -> assignment.source().isPresent()
                        && !assignment.source().get().equals(assignment.column()))
                .map(assignment ->
                        assignment.column() + " equal to " + assignment.source().orElseThrow())
                .findFirst();
        Optional<String> tables = function.get().writes().stream()
                .flatMap(name -> step.before().relation(name).found().stream())
                .filter(written -> copiesInto(written, function.get()))
                .map(written -> written.name().name() + " equal to "
                        + table().map(t -> t.name().name()).orElse("its table"))
                .findFirst();
        return columns.or(() -> tables).map(what -> new ExpandStep(trigger.name() + " kept " + what, trigger.origin()));
    }

    /** A table that was filled from the one with the trigger: what the trigger writes is the same data. */
    private boolean copiesInto(Relation written, Routine function) {
        return step.timeline().of(written.id()).stream()
                .anyMatch(event -> event.kind() == Kind.FILLED
                        && event.other().isPresent()
                        && event.other().equals(table().map(Table::id))
                        && !Names.same(object.name(), function.name()));
    }
}
