package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;

/**
 * RENAME, SET SCHEMA and OWNER TO.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record RenameEffects(Scene scene, Acts acts) {
    void rename(Rename statement) {
        switch (statement.kind()) {
            case COLUMN, ATTRIBUTE -> column(statement);
            case CONSTRAINT -> constraint(statement);
            case DOMAIN_CONSTRAINT -> domainConstraint(statement);
            case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX, FOREIGN_TABLE -> relation(statement);
            case TRIGGER, POLICY, RULE -> onTable(statement);
            case TYPE, DOMAIN -> type(statement);
            case FUNCTION, PROCEDURE, ROUTINE -> routine(statement);
            case SCHEMA -> schema(statement);
            case DATABASE -> {}
            default -> {}
        }
    }

    private void domainConstraint(Rename statement) {
        boolean missing =
                scene.schema().type(statement.object().name()).found().orElse(null) instanceof DomainType domain
                        && !(scene.since(17) && domain.notNull())
                        && domain.checks().stream()
                                .noneMatch(check -> check.name()
                                        .equals(statement.member().orElseThrow().value()));
        if (missing && scene.schema().complete()) {
            acts.fail(
                    "42704",
                    Subject.of(ObjectKind.CONSTRAINT, statement.member().orElseThrow()));
        }
    }

    private void schema(Rename statement) {
        String name = statement.object().name().name();
        List<String> schemas = scene.schema().schemas();
        if (!schemas.contains(name) && scene.knowsAll(statement.object().name())) {
            acts.fail("3F000", Subject.of(ObjectKind.SCHEMA, statement.object().name()));
        }
        if (schemas.contains(statement.newName().value())) {
            acts.fail("42P06", Subject.of(ObjectKind.SCHEMA, statement.newName()));
        }
        if (statement.newName().value().startsWith("pg_")) {
            acts.fail("42939", "Names that begin with pg_ belong to the server.");
        }
    }

    private Optional<Relation> found(Rename statement, ObjectKind kind) {
        Lookup<Relation> found = scene.schema().relation(statement.object().name());
        if (found.isAbsent()) {
            if (!statement.ifExists()) {
                acts.fail(
                        "42P01", Subject.of(ObjectKind.TABLE, statement.object().name()));
            }
            return Optional.empty();
        }
        if (found.found().isEmpty()) {
            acts.uncertain();
            RelationKey key = RelationWords.unknown(
                    scene, RelationWords.kind(kind), statement.object().name());
            boolean index = kind == ObjectKind.INDEX;
            acts.add(
                    index
                            ? Act.of(Operation.RENAME_INDEX).on(Role.INDEX, key)
                            : Act.of(Operation.RENAME_RELATION).on(Role.RELATION, key));
        }
        return found.found();
    }

    private void relation(Rename statement) {
        Optional<Relation> found = found(statement, statement.kind());
        if (found.isEmpty()) {
            return;
        }
        Relation relation = found.get();
        RelationKey key = scene.keys().of(relation);
        if (!fits(statement.kind(), relation)) {
            acts.fail(
                    "42809",
                    relation.name().name() + " is no " + statement.kind().words() + ".");
        }
        boolean asIndex = statement.kind() == ObjectKind.INDEX && relation instanceof Index;
        acts.add(
                asIndex
                        ? Act.of(Operation.RENAME_INDEX).on(Role.INDEX, key)
                        : Act.of(Operation.RENAME_RELATION).on(Role.RELATION, key));
        var wanted =
                new ObjectName(relation.name().schema(), statement.newName().value());
        if (scene.schema().relations().stream().anyMatch(other -> other.name().equals(wanted))) {
            acts.fail("42P07", Subject.of(ObjectKind.TABLE, statement.newName()));
        }
        boolean typeTaken = !(relation instanceof Index)
                && scene.schema().types().stream().anyMatch(type -> type.name().equals(wanted));
        if (typeTaken) {
            acts.fail("42710", Subject.of(ObjectKind.TYPE, statement.newName()));
        }
    }

    private static boolean fits(ObjectKind kind, Relation relation) {
        return switch (kind) {
            case VIEW -> relation instanceof View view && !view.materialized();
            case MATERIALIZED_VIEW -> relation instanceof View view && view.materialized();
            case SEQUENCE -> relation instanceof Sequence;
            default -> true;
        };
    }

    private void column(Rename statement) {
        if (statement.ownerKind() == ObjectKind.TYPE) {
            attribute(statement);
            return;
        }
        Optional<Relation> found = found(statement, statement.ownerKind());
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

    private void constraint(Rename statement) {
        Optional<Relation> found = found(statement, statement.ownerKind());
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
        boolean relation = scene.schema().relations().stream()
                .anyMatch(other -> other.name().equals(wanted));
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

    private void onTable(Rename statement) {
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

    private void type(Rename statement) {
        var found = scene.schema().type(statement.object().name());
        if (found.isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.TYPE, statement.object().name()));
        }
        found.found().ifPresent(type -> {
            var wanted =
                    new ObjectName(type.name().schema(), statement.newName().value());
            if (scene.schema().types().stream().anyMatch(other -> other.name().equals(wanted))) {
                acts.fail("42710", Subject.of(ObjectKind.TYPE, statement.newName()));
            }
        });
    }

    private void routine(Rename statement) {
        List<Routine> found = scene.schema().routines(statement.object().name());
        boolean missing = scene.knowsAll(statement.object().name())
                && found.isEmpty()
                && scene.schema().extensions().isEmpty();
        if (missing) {
            acts.fail(
                    "42883", Subject.of(ObjectKind.FUNCTION, statement.object().name()));
        }
        if (found.size() == 1) {
            var wanted = new ObjectName(
                    found.get(0).name().schema(), statement.newName().value());
            boolean taken = scene.schema().routines().stream()
                    .anyMatch(other -> other.name().equals(wanted)
                            && other.argumentTypes().equals(found.get(0).argumentTypes()));
            if (taken) {
                acts.fail("42723", Subject.of(ObjectKind.FUNCTION, statement.newName()));
            }
        }
    }

    void setSchema(SetSchema statement) {
        switch (statement.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, FOREIGN_TABLE -> moveRelation(statement);
            default -> {}
        }
    }

    private void moveRelation(SetSchema statement) {
        Lookup<Relation> found = scene.schema().relation(statement.object().name());
        if (found.isAbsent()) {
            if (!statement.ifExists()) {
                acts.fail(
                        "42P01", Subject.of(ObjectKind.TABLE, statement.object().name()));
            }
            return;
        }
        RelationKey key = found.found()
                .map(scene.keys()::of)
                .orElseGet(() -> RelationWords.unknown(
                        scene,
                        RelationWords.kind(statement.kind()),
                        statement.object().name()));
        acts.add(Act.of(Operation.SET_SCHEMA).on(Role.RELATION, key));
        String target = statement.newSchema().value();
        if (scene.schema().complete() && !scene.schema().schemas().contains(target)) {
            acts.fail("3F000", Subject.of(ObjectKind.SCHEMA, statement.newSchema()));
        }
        found.found().ifPresent(relation -> move(relation, target));
    }

    private void move(Relation relation, String target) {
        if (relation.name().schema().equals(target)) {
            return;
        }
        var wanted = new ObjectName(target, relation.name().name());
        if (scene.schema().relations().stream().anyMatch(other -> other.name().equals(wanted))) {
            acts.fail("42P07", "Relation " + wanted + " already exists.");
        }
        if (relation instanceof Sequence sequence && sequence.ownerTable().isPresent()) {
            acts.fail("0A000", "The sequence belongs to a column.");
        }
        if (relation instanceof Table table) {
            scene.ownedSequences(table)
                    .forEach(sequence -> acts.add(Act.of(Operation.SET_SCHEMA_ALONG)
                            .on(Role.RELATION, scene.keys().of(sequence))));
        }
    }

    void changeOwner(ChangeOwner statement) {
        boolean relation = switch (statement.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, FOREIGN_TABLE, INDEX -> true;
            default -> false;
        };
        if (!relation) {
            return;
        }
        Lookup<Relation> found = scene.schema().relation(statement.object().name());
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, statement.object().name()));
            return;
        }
        RelationKey key = found.found()
                .map(scene.keys()::of)
                .orElseGet(() -> RelationWords.unknown(
                        scene,
                        RelationWords.kind(statement.kind()),
                        statement.object().name()));
        acts.add(Act.of(Operation.OWNER)
                .on(Role.TABLE, key)
                .on(
                        Role.INDEXES,
                        found.found()
                                .filter(r -> !Owners.keeps(statement.newOwner()))
                                .map(r -> scene.keys().of(scene.schema().indexesOf(r.id())))
                                .orElse(List.of())));
        if (found.found().orElse(null) instanceof Sequence sequence
                && sequence.ownerTable().isPresent()) {
            acts.fail("0A000", "The sequence belongs to a column.");
        }
    }
}
