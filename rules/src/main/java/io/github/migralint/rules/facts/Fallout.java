package io.github.migralint.rules.facts;

import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.Fallen.Sort;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement takes along that it does not name: the difference between the schema before it and after it. */
public final class Fallout {
    private final Schema before;
    private final Schema after;
    private final Set<ObjectId> named;
    private final List<Fallen> fallen = new ArrayList<>();

    private Fallout(Step step, Set<ObjectId> named) {
        this.before = step.before();
        this.after = step.after();
        this.named = named;
    }

    /**
     * What goes along with a statement, serves clients, and is not made again or dropped by its name later in the release.
     *
     * @param named the objects, columns and constraints that the statement names
     */
    public static List<Fallen> of(Step step, Set<ObjectId> named) {
        var fallout = new Fallout(step, named);
        fallout.compare();
        return fallout.fallen.stream()
                .filter(one -> !step.release().includes(one.origin()))
                .filter(one -> Shipment.after(step).noneMatch(one::settledBy))
                .toList();
    }

    private void compare() {
        before.relations().forEach(this::relation);
        before.types().stream().filter(this::gone).forEach(type -> whole(Sort.TYPE, type));
        before.routines().stream().filter(this::gone).forEach(routine -> whole(Sort.ROUTINE, routine));
    }

    private boolean gone(SchemaObject object) {
        return !named.contains(object.id()) && after.object(object.id()).isEmpty();
    }

    private void whole(Sort sort, SchemaObject object) {
        fallen.add(new Fallen(sort, object.name().name(), object.name(), object.origin()));
    }

    private void part(Sort sort, String name, Table table, Origin origin) {
        fallen.add(new Fallen(sort, name, table.name(), origin));
    }

    private void relation(Relation relation) {
        if (relation instanceof Table table) {
            Optional<Table> left = after.table(table.id());
            if (left.isPresent()) {
                parts(table, left.get());
            } else if (gone(table) && !goneWithParent(table)) {
                whole(Sort.TABLE, table);
            }
        } else if (relation instanceof View view && gone(view)) {
            whole(view.materialized() ? Sort.MATERIALIZED_VIEW : Sort.VIEW, view);
        } else if (relation instanceof Sequence sequence
                && gone(sequence)
                && sequence.ownerTable().isEmpty()) {
            whole(Sort.SEQUENCE, sequence);
        }
    }

    /** Partitions go with their parent whatever is said. */
    private boolean goneWithParent(Table table) {
        return table.partitionOf()
                .filter(membership -> after.object(membership.parent()).isEmpty())
                .isPresent();
    }

    private void parts(Table table, Table left) {
        if (table.equals(left)) {
            return;
        }
        for (Column column : table.columns()) {
            column(table, column, left.column(column.id()));
        }
        for (Constraint constraint : table.constraints()) {
            boolean kept = left.constraints().stream().anyMatch(c -> c.id().equals(constraint.id()));
            if (!kept && foreign(constraint)) {
                part(Sort.FOREIGN_KEY, constraint.name(), table, constraint.origin());
            }
        }
        for (Trigger trigger : table.triggers()) {
            if (left.triggers().stream().noneMatch(t -> t.id().equals(trigger.id()))) {
                part(Sort.TRIGGER, trigger.name(), table, trigger.origin());
            }
        }
        for (Policy policy : table.policies()) {
            if (left.policies().stream().noneMatch(p -> p.name().equals(policy.name()))) {
                part(Sort.POLICY, policy.name(), table, policy.origin());
            }
        }
    }

    private void column(Table table, Column column, Optional<Column> left) {
        if (left.isEmpty()) {
            if (!named.contains(column.id())) {
                part(Sort.COLUMN, column.name(), table, column.origin());
            }
        } else if (column.defaultValue().isPresent()
                && left.get().defaultValue().isEmpty()) {
            part(Sort.DEFAULT, column.name(), table, column.origin());
        }
    }

    /** Its own column takes a foreign key along without CASCADE; the column or key that it points at does not. */
    private boolean foreign(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.FOREIGN_KEY
                && !named.contains(constraint.id())
                && constraint.columns().stream().noneMatch(named::contains);
    }
}
