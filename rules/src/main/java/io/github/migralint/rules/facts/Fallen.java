package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Origin;
import java.util.function.Predicate;

/**
 * Something that a statement takes along without naming it.
 *
 * @param sort what it is
 * @param name its own name; that of the column for a default
 * @param owner the relation that it is a part of, or its own full name
 * @param origin where it was created
 */
public record Fallen(Sort sort, String name, ObjectName owner, Origin origin) {
    /** What can go along. */
    public enum Sort {
        TABLE("table"),
        VIEW("view"),
        MATERIALIZED_VIEW("materialized view"),
        SEQUENCE("sequence"),
        TYPE("type"),
        ROUTINE("function"),
        COLUMN("column"),
        DEFAULT("default"),
        FOREIGN_KEY("foreign key"),
        TRIGGER("trigger"),
        POLICY("policy");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        private boolean part() {
            return compareTo(COLUMN) >= 0;
        }
    }

    /** {@code view big_orders}, or {@code foreign key orders_customer_fk of orders}. */
    public String words() {
        return sort.word + " " + name + (sort.part() ? " of " + owner.name() : "");
    }

    /** Whether a later statement makes it again, or drops it or its owner by name. */
    boolean settledBy(Statement later) {
        if (later instanceof DropObject drop) {
            return drop.objects().stream()
                    .anyMatch(object -> Names.same(object.name(), owner)
                            || (drop.kind() == ObjectKind.SCHEMA
                                    && object.name().name().equals(owner.schema())));
        }
        return switch (sort) {
            case VIEW -> later instanceof CreateView view && Names.same(view.name(), owner);
            case MATERIALIZED_VIEW -> later instanceof CreateTableAs view && Names.same(view.name(), owner);
            case ROUTINE -> later instanceof CreateFunction function && Names.same(function.name(), owner);
            case TRIGGER ->
                later instanceof CreateTrigger trigger
                        && trigger.name().value().equals(name)
                        && Names.same(trigger.table(), owner);
            case POLICY ->
                later instanceof CreatePolicy policy && policy.name().value().equals(name);
            case FOREIGN_KEY ->
                altered(
                        later,
                        action -> action instanceof AlterAction.AddConstraint add
                                && add.constraint().kind() == TableConstraint.Kind.FOREIGN_KEY);
            case DEFAULT ->
                altered(
                        later,
                        action -> action instanceof AlterAction.SetDefault set
                                && set.column().value().equals(name));
            case TABLE, SEQUENCE, TYPE, COLUMN -> false;
        };
    }

    private boolean altered(Statement later, Predicate<AlterAction> action) {
        return later instanceof AlterTable alter
                && Names.same(alter.name(), owner)
                && alter.actions().stream().anyMatch(action);
    }
}
