package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a statement drops with CASCADE.
 *
 * @param kind what it is
 * @param object its name for findings: {@code orders.total}
 * @param place where it is named
 * @param knowledge what the history tells about its dependents
 */
record Cascade(ObjectKind kind, String object, Span place, Knowledge knowledge) {
    /** Kinds of objects that nothing depends on, and those of which another rule tells what they hold. */
    private static final Set<ObjectKind> NOTHING_TO_TAKE = EnumSet.of(
            ObjectKind.SCHEMA,
            ObjectKind.TRIGGER,
            ObjectKind.RULE,
            ObjectKind.POLICY,
            ObjectKind.STATISTICS,
            ObjectKind.PUBLICATION,
            ObjectKind.SUBSCRIPTION,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.CAST);

    /** What is known about dependents. */
    enum Knowledge {
        /** All of them are known. */
        FULL,
        /** The object is known; something that was not understood may depend on it. */
        PARTIAL,
        /** Nothing is. */
        NONE
    }

    /** What a DROP with CASCADE drops. */
    static List<Cascade> of(Step step, DropObject drop) {
        if (NOTHING_TO_TAKE.contains(drop.kind())) {
            return List.of();
        }
        return Dropped.of(step, drop).stream()
                .map(object -> new Cascade(
                        drop.kind(),
                        object.name().toString(),
                        object.reference().span(),
                        knowledge(step, object)))
                .toList();
    }

    /** What an ALTER TABLE drops with CASCADE. */
    static List<Cascade> of(Step step, AlterTable alter) {
        var found = new ArrayList<Cascade>();
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.DropColumn drop && drop.cascade()) {
                found.add(part(
                        step, alter, action, ObjectKind.COLUMN, drop.column().value()));
            } else if (action instanceof AlterAction.DropConstraint drop && drop.cascade()) {
                found.add(part(
                        step, alter, action, ObjectKind.CONSTRAINT, drop.name().value()));
            }
        }
        return found;
    }

    /** The objects, columns and constraints that a statement names. */
    static Set<ObjectId> named(Step step) {
        var named = new HashSet<ObjectId>();
        if (step.statement() instanceof DropObject drop) {
            Dropped.of(step, drop).forEach(object -> object.found().forEach(known -> named.add(known.id())));
        } else if (step.statement() instanceof AlterTable alter) {
            step.before()
                    .table(alter.name())
                    .ifPresent(table -> alter.actions()
                            .forEach(action -> part(table, action).ifPresent(named::add)));
        }
        return named;
    }

    private static Optional<ObjectId> part(Table table, AlterAction action) {
        if (action instanceof AlterAction.DropColumn drop) {
            return table.column(drop.column().value()).map(Column::id);
        }
        return action instanceof AlterAction.DropConstraint drop
                ? table.constraint(drop.name().value()).map(Constraint::id)
                : Optional.empty();
    }

    private static Cascade part(Step step, AlterTable alter, AlterAction action, ObjectKind kind, String name) {
        Optional<Table> table = step.before().table(alter.name());
        boolean known = table.flatMap(t -> part(t, action)).isPresent();
        boolean skipped = !known && table.filter(Table::complete).isPresent();
        boolean serving = Serving.clients(step, alter.name());
        return new Cascade(
                kind,
                alter.name() + "." + name,
                action.span(),
                skipped || !serving ? Knowledge.FULL : knowledge(step, known));
    }

    /** What nobody uses yet has no dependents but those that the release itself makes. */
    private static Knowledge knowledge(Step step, Dropped object) {
        if (object.kind() == ObjectKind.EXTENSION) {
            return knowledge(
                    step, step.before().extensions().contains(object.name().name()));
        }
        return object.serving(step) ? knowledge(step, !object.found().isEmpty()) : Knowledge.FULL;
    }

    private static Knowledge knowledge(Step step, boolean known) {
        if (!known) {
            return Knowledge.NONE;
        }
        return step.before().complete() ? Knowledge.FULL : Knowledge.PARTIAL;
    }
}
