package io.github.migralint.rules.facts;

import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Step;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Functions of the database that name a table or column in their bodies, where the server does not look for them, and that
 * the release neither replaces nor drops.
 *
 * @param step the step that takes the name away
 */
public record CodeUsers(Step step) {
    /**
     * A function that names something.
     *
     * @param routine the function
     * @param trigger the trigger that runs it at every write, if one does
     */
    public record User(Routine routine, Optional<Trigger> trigger) {
        /** {@code function touch} or {@code trigger orders_touch}. */
        public String words() {
            return trigger.map(fired -> "trigger " + fired.name())
                    .orElseGet(() -> (routine.procedure() ? "procedure " : "function ")
                            + routine.name().name());
        }
    }

    /** A table with one of its triggers. */
    private record Fired(Table table, Trigger trigger) {}

    /** Those whose bodies name a table or view. */
    public List<User> ofRelation(Relation relation) {
        var users = new ArrayList<User>();
        for (Routine routine : step.before().routines()) {
            boolean names = routine.mentions().stream().anyMatch(name -> is(name, relation.id()));
            boolean bound = routine.reads().contains(relation.id());
            if (names && !bound && !settled(routine)) {
                if (isTriggerFunction(routine)) {
                    firing(routine).stream()
                            .filter(fired -> !fired.table().id().equals(relation.id()))
                            .findFirst()
                            .ifPresent(fired -> users.add(new User(routine, Optional.of(fired.trigger()))));
                } else {
                    users.add(new User(routine, Optional.empty()));
                }
            }
        }
        return users;
    }

    /** Those whose bodies surely name a column of a table. */
    public List<User> ofColumn(Table table, String column) {
        var users = new ArrayList<User>();
        for (Trigger trigger : table.triggers()) {
            trigger.function()
                    .flatMap(step.before()::object)
                    .filter(Routine.class::isInstance)
                    .map(Routine.class::cast)
                    .filter(routine -> routine.rowColumns().contains(column) && !settled(routine))
                    .filter(routine -> trigger.enabled() && trigger.forEachRow() && !dropsTrigger(table, trigger))
                    .ifPresent(routine -> users.add(new User(routine, Optional.of(trigger))));
        }
        for (Routine routine : step.before().routines()) {
            boolean writes = routine.program().stream()
                    .flatMap(program -> program.statements())
                    .anyMatch(statement -> writes(statement, table.id(), column));
            boolean bound = routine.reads().contains(table.id());
            if (writes && !bound && !settled(routine)) {
                users.add(new User(routine, Optional.empty()));
            }
        }
        return users;
    }

    private boolean writes(Statement statement, ObjectId table, String column) {
        if (statement instanceof Update update) {
            return is(update.table(), table)
                    && update.columns().stream().anyMatch(name -> name.value().equals(column));
        }
        return statement instanceof Insert insert
                && is(insert.table(), table)
                && insert.columns().stream().anyMatch(name -> name.value().equals(column));
    }

    private boolean is(QualifiedName name, ObjectId relation) {
        return step.before()
                .relation(name)
                .found()
                .filter(found -> found.id().equals(relation))
                .isPresent();
    }

    private static boolean isTriggerFunction(Routine routine) {
        return routine.returnType().equals("trigger");
    }

    private List<Fired> firing(Routine routine) {
        return step.before().relations().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .flatMap(table -> table.triggers().stream()
                        .filter(trigger -> trigger.enabled()
                                && trigger.function()
                                        .filter(routine.id()::equals)
                                        .isPresent())
                        .filter(trigger -> !dropsTrigger(table, trigger))
                        .map(trigger -> new Fired(table, trigger)))
                .toList();
    }

    private boolean dropsTrigger(Table table, Trigger trigger) {
        return Shipment.after(step)
                .anyMatch(later -> later instanceof DropObject drop
                        && drop.objects().stream()
                                .anyMatch(object -> drop.kind() == ObjectKind.TRIGGER
                                        ? object.name().name().equals(trigger.name())
                                        : Names.same(object.name(), table.name())));
    }

    /** The release makes it anew, or drops it. */
    private boolean settled(Routine routine) {
        return Shipment.after(step)
                .anyMatch(later -> (later instanceof CreateFunction create && Names.same(create.name(), routine.name()))
                        || (later instanceof DropObject drop
                                && drop.objects().stream()
                                        .anyMatch(object -> Names.same(object.name(), routine.name()))));
    }
}
