package io.github.migralint.history;

import io.github.migralint.history.Timeline.Event;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tells what happened between two states of a schema, looking only at objects that were touched. */
final class Observer {
    private final Schema before;
    private final Schema after;
    private final Origin origin;
    private final List<Event> events = new ArrayList<>();
    private final Set<ObjectId> born = new HashSet<>();

    Observer(Schema before, Schema after, Set<ObjectId> touched, Origin origin) {
        this.before = before;
        this.after = after;
        this.origin = origin;
        touched.forEach(this::compare);
    }

    List<Event> events() {
        return events;
    }

    /** Objects, columns and constraints that were not there before. */
    Set<ObjectId> born() {
        return born;
    }

    private void compare(ObjectId id) {
        Optional<SchemaObject> old = before.object(id);
        Optional<SchemaObject> neu = after.object(id);
        if (old.isEmpty() && neu.isPresent()) {
            created(neu.get());
        } else if (old.isPresent() && neu.isEmpty()) {
            dropped(old.get());
        } else if (old.isPresent() && neu.isPresent()) {
            changed(old.get(), neu.get());
        }
    }

    private void add(Kind kind, ObjectId object, String detail) {
        add(kind, object, Optional.empty(), detail);
    }

    private void add(Kind kind, ObjectId object, Optional<ObjectId> other, String detail) {
        events.add(new Event(kind, object, other, detail, origin));
    }

    /** What the history only assumes was there before it, and was not born now. */
    private void created(SchemaObject object) {
        if (!object.origin().equals(Origin.BEFORE_HISTORY)) {
            born.add(object.id());
            add(Kind.CREATED, object.id(), object.name().name());
        }
        if (object instanceof Table table) {
            table.columns().forEach(this::columnCreated);
            table.constraints().forEach(constraint -> constrained(table, constraint));
            table.triggers().forEach(trigger -> triggerAdded(table, trigger));
        }
    }

    private void columnCreated(Column column) {
        if (!column.origin().equals(Origin.BEFORE_HISTORY)) {
            born.add(column.id());
            add(Kind.CREATED, column.id(), column.name());
        }
    }

    private void dropped(SchemaObject object) {
        add(Kind.DROPPED, object.id(), object.name().name());
        if (object instanceof Table table) {
            table.columns().forEach(column -> add(Kind.DROPPED, column.id(), Optional.of(table.id()), column.name()));
        }
    }

    private void changed(SchemaObject old, SchemaObject neu) {
        if (!old.name().equals(neu.name())) {
            boolean sameSchema = old.name().schema().equals(neu.name().schema());
            add(
                    Kind.RENAMED,
                    neu.id(),
                    sameSchema ? old.name().name() : old.name().toString());
        }
        if (old instanceof Table oldTable && neu instanceof Table newTable) {
            left(oldTable, newTable);
            columns(oldTable, newTable);
            constraints(oldTable, newTable);
            triggers(oldTable, newTable);
        }
        if (neu instanceof Routine routine) {
            tablesWithTriggersOn(routine);
        }
    }

    private void left(Table old, Table neu) {
        if (old.partitionOf().isPresent() && neu.partitionOf().isEmpty()) {
            add(
                    Kind.DETACHED,
                    neu.id(),
                    old.partitionOf().map(Membership::parent),
                    neu.name().name());
        }
    }

    private void columns(Table old, Table neu) {
        Map<ObjectId, Column> now = byId(neu.columns(), Column::id);
        Map<ObjectId, Column> earlier = byId(old.columns(), Column::id);
        for (Column column : old.columns()) {
            Column same = now.get(column.id());
            if (same == null) {
                add(Kind.DROPPED, column.id(), Optional.of(old.id()), column.name());
            } else if (!same.equals(column)) {
                column(column, same);
            }
        }
        for (Column column : neu.columns()) {
            if (!earlier.containsKey(column.id())) {
                columnCreated(column);
            }
        }
    }

    /** Each statement on a table comes here: looking one up in the list would cost the square of its length. */
    private static <T> Map<ObjectId, T> byId(List<T> objects, Function<T, ObjectId> id) {
        Map<ObjectId, T> byId = HashMap.newHashMap(objects.size());
        objects.forEach(object -> byId.putIfAbsent(id.apply(object), object));
        return byId;
    }

    private void column(Column old, Column neu) {
        if (!old.name().equals(neu.name())) {
            add(Kind.RENAMED, neu.id(), old.name());
        }
        if (!sameType(old, neu)) {
            add(Kind.RETYPED, neu.id(), old.type().map(DataType::toString).orElse(""));
        }
        if (!old.defaultValue().equals(neu.defaultValue())) {
            boolean set = neu.defaultValue().isPresent();
            add(set ? Kind.DEFAULT_SET : Kind.DEFAULT_DROPPED, neu.id(), neu.name());
        }
        if (neu.traits().invisible() && !old.traits().invisible()) {
            add(Kind.HIDDEN, neu.id(), neu.name());
        }
        neu.traits()
                .comment()
                .filter(comment -> !old.traits().comment().equals(Optional.of(comment)))
                .ifPresent(comment -> add(Kind.COMMENTED, neu.id(), comment));
        if (old.notNull() != neu.notNull()) {
            add(neu.notNull() ? Kind.NOT_NULL_SET : Kind.NOT_NULL_DROPPED, neu.id(), neu.name());
        }
    }

    /** A user type that only got another name is the same. */
    private static boolean sameType(Column old, Column neu) {
        Optional<ObjectId> userType = old.type().flatMap(DataType::userType);
        return old.type().equals(neu.type())
                || (userType.isPresent()
                        && userType.equals(neu.type().flatMap(DataType::userType))
                        && dimensions(old) == dimensions(neu));
    }

    private static int dimensions(Column column) {
        return column.type().map(DataType::arrayDimensions).orElse(0);
    }

    private void constraints(Table old, Table neu) {
        Map<ObjectId, Constraint> known = byId(old.constraints(), Constraint::id);
        for (Constraint constraint : neu.constraints()) {
            Constraint earlier = known.get(constraint.id());
            if (earlier == null) {
                constrained(neu, constraint);
            } else if (constraint.validated() && !earlier.validated()) {
                aboutConstraint(Kind.VALIDATED, neu, constraint);
            }
        }
    }

    private void constrained(Table table, Constraint constraint) {
        born.add(constraint.id());
        aboutConstraint(Kind.CONSTRAINED, table, constraint);
    }

    private void aboutConstraint(Kind kind, Table table, Constraint constraint) {
        add(kind, table.id(), Optional.of(constraint.id()), constraint.name());
        constraint.columns().forEach(column -> add(kind, column, Optional.of(constraint.id()), constraint.name()));
    }

    private void triggers(Table old, Table neu) {
        for (Trigger trigger : neu.triggers()) {
            if (old.triggers().stream().noneMatch(t -> Objects.equals(t, trigger))) {
                triggerAdded(neu, trigger);
            }
        }
        for (Trigger trigger : old.triggers()) {
            if (neu.triggers().stream().noneMatch(t -> t.id().equals(trigger.id()))) {
                add(Kind.UNMIRRORED, neu.id(), trigger.function(), trigger.name());
            }
        }
    }

    private void triggerAdded(Table table, Trigger trigger) {
        Optional<Routine> function = trigger.function()
                .flatMap(after::object)
                .filter(Routine.class::isInstance)
                .map(Routine.class::cast);
        function.ifPresent(routine -> mirrored(table, trigger, routine));
    }

    private void mirrored(Table table, Trigger trigger, Routine function) {
        if (!function.assigns().isEmpty() || !function.writes().isEmpty()) {
            add(Kind.MIRRORED, table.id(), Optional.of(function.id()), trigger.name());
        }
        for (Routine.RowAssignment assignment : function.assigns()) {
            Optional<ObjectId> source =
                    assignment.source().flatMap(table::column).map(Column::id).or(() -> Optional.of(function.id()));
            table.column(assignment.column())
                    .ifPresent(column -> add(Kind.MIRRORED, column.id(), source, trigger.name()));
        }
        function.writes().stream()
                .flatMap(name -> after.relation(name).found().stream())
                .filter(written -> !written.id().equals(table.id()))
                .forEach(written -> add(Kind.MIRRORED, written.id(), Optional.of(table.id()), trigger.name()));
    }

    /** A function that was replaced may write other columns now. */
    private void tablesWithTriggersOn(Routine routine) {
        for (var relation : after.relations()) {
            if (relation instanceof Table table) {
                table.triggers().stream()
                        .filter(trigger ->
                                trigger.function().filter(routine.id()::equals).isPresent())
                        .forEach(trigger -> mirrored(table, trigger, routine));
            }
        }
    }
}
