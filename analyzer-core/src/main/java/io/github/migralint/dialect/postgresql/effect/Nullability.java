package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** SET NOT NULL and DROP NOT NULL, and what primary keys ask of their columns. */
final class Nullability {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;

    Nullability(AlterStep step) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
    }

    void setNotNull(AlterAction.SetNotNull action) {
        Optional<Column> column = step.column(action.column());
        if (acts.failed()) {
            return;
        }
        boolean partitionsLeftOut = step.only()
                && step.table().kind() == Table.Kind.PARTITIONED
                && scene.descendants(step.table()).stream()
                        .anyMatch(child -> nullable(child, action.column().value()));
        if (partitionsLeftOut) {
            acts.add(
                    scene.since(18)
                            ? step.actAlone(Operation.SET_NOT_NULL_PRESENT)
                            : step.actOnAll(Operation.SET_NOT_NULL_PROVED));
            acts.fail("42P16", "NOT NULL must be set on the partitions too.");
            return;
        }
        require(column.map(Column::name).orElse(action.column().value()), action.span());
    }

    /** A primary key cannot rely on a NOT NULL that was not verified. */
    void refuseUnverified(String column) {
        boolean unverified = step.table()
                .column(column)
                .filter(found -> found.notNull() && !isNotNull(step.table(), found))
                .isPresent();
        if (unverified) {
            acts.add(step.act(Operation.ADD_UNIQUE));
            acts.fail("55000", "NOT NULL of " + column + " has to be validated first.");
        }
    }

    /** Makes a column of the table, and of what inherits from it, refuse NULL. */
    void require(String column, Span place) {
        boolean present = step.table()
                .column(column)
                .map(found -> isNotNull(step.table(), found))
                .orElse(false);
        if (present) {
            acts.add(step.act(Operation.SET_NOT_NULL_PRESENT).at(place));
            return;
        }
        for (Table member : step.reach()) {
            verify(member, column, place);
        }
    }

    private void verify(Table member, String name, Span place) {
        Optional<Column> column = member.column(name);
        if (column.filter(c -> isNotNull(member, c) || proved(member, c)).isPresent()) {
            acts.add(step.act(Operation.SET_NOT_NULL_PROVED, member).at(place));
            return;
        }
        if (column.isEmpty()) {
            acts.uncertain();
        }
        acts.add(step.act(Operation.SET_NOT_NULL, member)
                .because("verifies that " + name + " is never NULL")
                .at(place));
        acts.risk(scene.key(member), "23502", "rows with NULL in " + name);
    }

    private static boolean nullable(Table table, String column) {
        return table.column(column).filter(found -> !found.notNull()).isPresent();
    }

    /** Whether every row was checked for NULL in this column. */
    static boolean isNotNull(Table table, Column column) {
        boolean unchecked = table.constraints().stream()
                .anyMatch(c -> c.kind() == Constraint.Kind.NOT_NULL
                        && c.columns().equals(List.of(column.id()))
                        && !c.validated());
        return column.notNull() && !unchecked;
    }

    /** Whether a valid CHECK proves that the column is never NULL; a type change puts what is known in doubt. */
    private boolean proved(Table table, Column column) {
        return !step.retyped().contains(column.id())
                && table.constraints().stream()
                        .filter(c -> c.kind() == Constraint.Kind.CHECK && c.validated() && c.enforced())
                        .flatMap(c -> c.expression().stream())
                        .anyMatch(check -> Predicates.excludesNull(check.tokens(), column.name()));
    }

    void dropNotNull(AlterAction.DropNotNull action) {
        Optional<Column> column = step.column(action.column());
        acts.add((scene.since(18) ? step.actOnAll(Operation.DROP_NOT_NULL) : step.act(Operation.DROP_NOT_NULL))
                .at(action.span()));
        if (column.isEmpty()) {
            return;
        }
        String name = column.get().name();
        if (column.get().identity().isPresent()) {
            acts.fail("42601", "Column " + name + " is an identity column.");
        }
        boolean primary = step.table()
                .primaryKey()
                .filter(key -> key.columns().contains(column.get().id()))
                .isPresent();
        if (primary) {
            acts.fail("42P16", "Column " + name + " is in a primary key.");
        }
        boolean demanded = scene.parents(step.table()).stream()
                .filter(parent -> parent.kind() == Table.Kind.PARTITIONED)
                .anyMatch(parent -> parent.column(name).filter(Column::notNull).isPresent());
        if (demanded) {
            scene.parents(step.table())
                    .forEach(parent -> acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, scene.key(parent))));
            acts.fail("42P16", "Column " + name + " is marked NOT NULL in the parent table.");
        }
        boolean partitionsLeftOut = step.only()
                && !scene.since(18)
                && step.table().kind() == Table.Kind.PARTITIONED
                && !scene.descendants(step.table()).isEmpty();
        if (partitionsLeftOut) {
            acts.fail("42P16", "The partitions would keep NOT NULL.");
        }
    }
}
