package io.github.migralint.rules.facts;

import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Step;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Functions of the database that name a table or column in their bodies, where the server does not look for them, and views
 * where it looks no more into these; without those that the release replaces or drops.
 *
 * @param step the step that takes the name away
 */
public record CodeUsers(Step step) {
    /**
     * A function or view that names something.
     *
     * @param code the function, or the code of the trigger, or the view
     * @param trigger the trigger that runs it at every write, if one does
     */
    public record User(SchemaObject code, Optional<Trigger> trigger) {
        /** {@code function touch} or {@code trigger orders_touch}. */
        public String words() {
            return trigger.map(fired -> "trigger " + fired.name())
                    .orElseGet(() ->
                            sort().toLowerCase(Locale.ROOT) + " " + code.name().name());
        }

        /** What it is, as SQL says it: {@code VIEW}, {@code FUNCTION}, {@code PROCEDURE}. */
        public String sort() {
            if (code instanceof View) {
                return "VIEW";
            }
            return code instanceof Routine routine && routine.procedure() ? "PROCEDURE" : "FUNCTION";
        }

        /** Whether it is a view. */
        public boolean isView() {
            return code instanceof View;
        }
    }

    /** A table with one of its triggers. */
    private record Fired(Table table, Trigger trigger) {}

    /** Those whose bodies name a table or view. */
    public List<User> ofRelation(Relation relation) {
        var users = new ArrayList<User>();
        if (EngineWords.of(step).viewsKeepNames()) {
            views(relation.id()).forEach(view -> users.add(new User(view, Optional.empty())));
        }
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
        if (EngineWords.of(step).viewsKeepNames()) {
            table.column(column).stream()
                    .flatMap(known -> views(table.id()).filter(view -> reads(view, known)))
                    .forEach(view -> users.add(new User(view, Optional.empty())));
        }
        for (Trigger trigger : table.triggers()) {
            trigger.function()
                    .flatMap(step.before()::object)
                    .filter(Routine.class::isInstance)
                    .map(Routine.class::cast)
                    .filter(routine -> routine.rowColumns().stream().anyMatch(named -> isNamed(table, named, column)))
                    .filter(routine -> !settled(routine))
                    .filter(routine -> trigger.enabled() && trigger.forEachRow() && !dropsTrigger(table, trigger))
                    .ifPresent(routine -> users.add(new User(routine, Optional.of(trigger))));
        }
        for (Routine routine : step.before().routines()) {
            boolean writes = routine.program().stream()
                    .flatMap(program -> program.statements())
                    .anyMatch(statement -> writes(statement, table, column));
            boolean bound = routine.reads().contains(table.id());
            if (writes && !bound && !settled(routine)) {
                users.add(new User(routine, Optional.empty()));
            }
        }
        return users;
    }

    private boolean writes(Statement statement, Table table, String column) {
        if (statement instanceof Update update) {
            return is(update.table(), table.id())
                    && update.columns().stream().anyMatch(name -> isNamed(table, name.value(), column));
        }
        return statement instanceof Insert insert
                && is(insert.table(), table.id())
                && insert.columns().stream().anyMatch(name -> isNamed(table, name.value(), column));
    }

    private static boolean isNamed(Table table, String name, String column) {
        return table.caseless() ? name.equalsIgnoreCase(column) : name.equals(column);
    }

    private Stream<View> views(ObjectId relation) {
        return step.before().viewsOn(relation).stream().filter(view -> !settled(view));
    }

    /** What SELECT * meant when the view was made, no column that came later. */
    private static boolean reads(View view, Column column) {
        return view.readsColumns().contains(column.id())
                && column.origin().migration() <= view.origin().migration();
    }

    private boolean settled(View view) {
        return Shipment.after(step)
                .anyMatch(later -> (later instanceof CreateView create && Names.same(create.name(), view.name()))
                        || (later instanceof DropObject drop
                                && drop.kind() == ObjectKind.VIEW
                                && drop.objects().stream().anyMatch(object -> Names.same(object.name(), view.name()))));
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
                .anyMatch(later -> remakes(later, trigger)
                        || (later instanceof DropObject drop
                                && drop.objects().stream()
                                        .anyMatch(object -> drop.kind() == ObjectKind.TRIGGER
                                                ? isNamed(table, object.name().name(), trigger.name())
                                                : Names.same(object.name(), table.name()))));
    }

    private static boolean remakes(Statement later, Trigger trigger) {
        return later instanceof CreateTrigger create
                && create.replace()
                && create.name().value().equalsIgnoreCase(trigger.name());
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
