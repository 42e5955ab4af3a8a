package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Rename;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;

/**
 * RENAME of what belongs to a relation or a composite type: columns, attributes, constraints, triggers, policies and
 * rules.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record MemberRenames(Scene scene, Acts acts) {
    void column(Rename statement) {
        if (statement.ownerKind() == ObjectKind.TYPE) {
            attribute(statement);
            return;
        }
        Optional<Relation> found = new RelationRenames(scene, acts).found(statement, statement.ownerKind());
        if (found.isEmpty() || statement.member().isEmpty()) {
            return;
        }
        if (!(found.get() instanceof Table table)) {
            acts.add(Act.of(Operation.RENAME_RELATION)
                    .on(Role.RELATION, scene.keys().of(found.get())));
            if (found.get() instanceof View view && !view.columns().isEmpty()) {
                refuseViewColumn(statement, view);
            }
            return;
        }
        String name = statement.member().get().value();
        Optional<Column> column = table.column(name);
        if (table.ofType().isPresent()) {
            acts.fail("42809", "The columns of " + table.name().name() + " are those of its type.");
        }
        List<Table> children = statement.only() ? List.of() : scene.descendants(table);
        acts.add(Act.of(Operation.RENAME_COLUMN)
                .on(Role.TABLE, scene.key(table))
                .on(Role.CHILDREN, scene.keysOf(children)));
        if (column.isEmpty() && scene.certain(table)) {
            acts.fail(
                    "42703",
                    Subject.in(table, ObjectKind.COLUMN, statement.member().get()));
        }
        if (AlterStep.isSystemColumn(statement.newName().value())) {
            acts.fail("42701", statement.newName() + " is the name of a system column.");
        }
        boolean inherited = scene.parents(table).stream()
                .anyMatch(parent -> parent.column(name).isPresent());
        if (inherited) {
            acts.fail("42P16", "Column " + name + " is inherited.");
        }
        if (statement.only() && !scene.descendants(table).isEmpty()) {
            acts.fail("42P16", "The column must be renamed in the child tables too.");
        }
        boolean taken = scene.family(table).stream()
                .anyMatch(member -> member.column(statement.newName().value()).isPresent());
        if (taken) {
            acts.fail("42701", Subject.in(table, ObjectKind.COLUMN, statement.newName()));
        }
    }

    private void refuseViewColumn(Rename statement, View view) {
        List<String> names = view.columns().stream().map(Column::name).toList();
        if (!names.contains(statement.member().orElseThrow().value())
                && scene.schema().complete()) {
            acts.fail("42703", Subject.of(ObjectKind.COLUMN, statement.member().get()));
        }
        if (names.contains(statement.newName().value())) {
            acts.fail("42701", Subject.of(ObjectKind.COLUMN, statement.newName()));
        }
    }

    private void attribute(Rename statement) {
        Lookup<UserType> found = scene.schema().type(statement.object().name());
        if (found.isAbsent() && !statement.ifExists()) {
            acts.fail("42P01", Subject.of(ObjectKind.TYPE, statement.object().name()));
        }
        if (!(found.found().orElse(null) instanceof CompositeType type)
                || statement.member().isEmpty()) {
            return;
        }
        List<Table> typed = scene.schema().tablesOfType(type.id());
        if (!typed.isEmpty() && !statement.cascade()) {
            acts.fail("2BP01", "Table " + typed.get(0).name().name() + " is of that type.");
        }
        acts.add(Act.of(Operation.RENAME_COLUMN).on(Role.TABLE, scene.keysOf(typed)));
        refuseAttribute(statement, type);
    }

    private void refuseAttribute(Rename statement, CompositeType type) {
        List<String> names = type.attributes().stream().map(Column::name).toList();
        if (!names.contains(statement.member().orElseThrow().value())) {
            acts.fail(
                    "42703", Subject.of(ObjectKind.ATTRIBUTE, statement.member().get()));
        }
        if (names.contains(statement.newName().value())) {
            acts.fail("42701", Subject.of(ObjectKind.ATTRIBUTE, statement.newName()));
        }
    }

    void constraint(Rename statement) {
        Optional<Relation> found = new RelationRenames(scene, acts).found(statement, statement.ownerKind());
        if (!(found.orElse(null) instanceof Table table) || statement.member().isEmpty()) {
            return;
        }
        String name = statement.member().get().value();
        Optional<Constraint> constraint =
                table.constraint(name).filter(c -> c.kind() != Constraint.Kind.NOT_NULL || scene.since(18));
        boolean inheritable = constraint
                .filter(c -> c.kind() == Constraint.Kind.CHECK || c.kind() == Constraint.Kind.NOT_NULL)
                .filter(c -> !c.noInherit())
                .isPresent();
        acts.add(Act.of(Operation.RENAME_CONSTRAINT)
                .on(Role.TABLE, scene.key(table))
                .on(
                        Role.CHILDREN,
                        inheritable && !statement.only() ? scene.keysOf(scene.descendants(table)) : List.of()));
        if (constraint.isEmpty() && scene.certain(table)) {
            acts.fail(
                    "42704",
                    Subject.in(table, ObjectKind.CONSTRAINT, statement.member().get()));
        }
        if (inheritable && constraint.get().inherited() && !scene.parents(table).isEmpty()) {
            acts.fail("42P16", "Constraint " + name + " is inherited.");
        } else if (inheritable && statement.only() && !scene.descendants(table).isEmpty()) {
            acts.fail("42P16", "The constraint must be renamed in the child tables too.");
        }
        boolean indexed = constraint.flatMap(Constraint::index).isPresent();
        var wanted = new ObjectName(table.name().schema(), statement.newName().value());
        boolean relation = scene.schema().relation(wanted).isPresent();
        if (indexed && relation) {
            acts.fail("42P07", Subject.of(ObjectKind.INDEX, statement.newName()));
        } else if (table.constraint(statement.newName().value()).isPresent()) {
            acts.fail("42710", Subject.in(table, ObjectKind.CONSTRAINT, statement.newName()));
        }
        constraint
                .flatMap(Constraint::index)
                .flatMap(scene.schema()::index)
                .ifPresent(index -> acts.add(Act.of(Operation.RENAME_CONSTRAINT_INDEX)
                        .on(Role.INDEX, scene.keys().of(index))));
    }

    void onTable(Rename statement) {
        if (statement.object().on().isEmpty()) {
            return;
        }
        Lookup<Relation> found = scene.schema().relation(statement.object().on().get());
        if (found.isAbsent()) {
            acts.fail(
                    "42P01",
                    Subject.of(ObjectKind.TABLE, statement.object().on().get()));
            return;
        }
        RelationKey key = found.found()
                .map(scene.keys()::of)
                .orElseGet(() -> scene.keys().unknown(statement.object().on().get()));
        Optional<Table> table = found.found().filter(Table.class::isInstance).map(Table.class::cast);
        boolean trigger = statement.kind() == ObjectKind.TRIGGER;
        List<Table> copies = trigger
                ? table.map(t -> TriggerEffects.withTrigger(
                                scene, t, statement.object().name().name()))
                        .orElse(List.of())
                : List.of();
        acts.add(Act.of(trigger ? Operation.RENAME_TRIGGER : Operation.RENAME_ON_TABLE)
                .on(Role.TABLE, key)
                .on(Role.CHILDREN, scene.keysOf(copies)));
        table.filter(scene::certain).ifPresent(t -> refuseMember(statement, t));
    }

    private void refuseMember(Rename statement, Table table) {
        String name = statement.object().name().name();
        List<String> names = switch (statement.kind()) {
            case TRIGGER -> table.triggers().stream().map(t -> t.name()).toList();
            case POLICY -> table.policies().stream().map(p -> p.name()).toList();
            default -> List.of(name);
        };
        if (!names.contains(name)) {
            acts.fail(
                    "42704",
                    Subject.in(
                            table, statement.kind(), statement.object().name().last()));
        }
        if (names.contains(statement.newName().value())) {
            acts.fail("42710", Subject.in(table, statement.kind(), statement.newName()));
        }
    }
}
