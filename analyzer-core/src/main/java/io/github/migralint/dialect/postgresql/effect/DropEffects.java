package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.postgresql.replay.CatalogObjects;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** DROP of anything. */
final class DropEffects {
    private final Scene scene;
    private final Acts acts;
    private final DropObject statement;

    DropEffects(Scene scene, Acts acts, DropObject statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
    }

    void drop() {
        switch (statement.kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> relations();
            case INDEX -> new IndexRemoval(scene, acts, statement).drop();
            case TRIGGER, RULE, POLICY -> new TriggerEffects(scene, acts).drop(statement);
            case TYPE, DOMAIN -> types();
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> routines();
            case SCHEMA -> schemas();
            case EXTENSION -> extensions();
            case SUBSCRIPTION -> subscriptions();
            case SERVER, EVENT_TRIGGER -> named();
            case DATABASE, TABLESPACE -> acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
            case PUBLICATION -> new PublicationEffects(scene, acts).drop(statement);
            case STATISTICS -> new StatisticsEffects(scene, acts).drop(statement);
            default -> {}
        }
    }

    private void relations() {
        var dropped = new ArrayList<Relation>();
        for (ObjectReference reference : statement.objects()) {
            relation(reference).ifPresent(dropped::add);
        }
        if (acts.failed()) {
            return;
        }
        for (Relation relation : dropped) {
            if (relation instanceof Table table) {
                partition(table);
            }
            locks(relation);
        }
        if (!statement.cascade() && new DropDependents(scene, statement).exist(dropped)) {
            acts.fail(
                    "2BP01",
                    "Other objects depend on what is dropped.",
                    DropDependents.cascadeReaches(scene, statement));
            return;
        }
        new Removals(scene, acts).charge(Trial.of(scene.schema(), statement));
    }

    private Optional<Relation> relation(ObjectReference reference) {
        Lookup<Relation> found = scene.schema().relation(reference.name());
        String word = statement.kind().words();
        if (found.isAbsent()) {
            if (!statement.ifExists()) {
                acts.fail("42P01", Subject.of(statement.kind(), reference.name()));
            }
            return Optional.empty();
        }
        if (found.found().isEmpty()) {
            acts.uncertain();
            String kind = RelationWords.kind(statement.kind());
            acts.add(Act.of(Operation.DROP_ALONG)
                    .on(Role.RELATION, RelationWords.unknown(scene, kind, reference.name())));
            return Optional.empty();
        }
        Relation relation = found.found().get();
        if (!fits(relation)) {
            acts.fail("42809", reference.name() + " is no " + word + ".");
            return Optional.empty();
        }
        return Optional.of(relation);
    }

    private boolean fits(Relation relation) {
        return switch (relation) {
            case Table table ->
                statement.kind() == (table.kind() == Table.Kind.FOREIGN ? ObjectKind.FOREIGN_TABLE : ObjectKind.TABLE);
            case View view ->
                statement.kind() == (view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW);
            case Sequence ignored -> statement.kind() == ObjectKind.SEQUENCE;
            case Index ignored -> false;
        };
    }

    private void locks(Relation relation) {
        acts.add(Act.of(Operation.DROP_ALONG).on(Role.RELATION, scene.keys().of(relation)));
        if (relation instanceof Table table) {
            DropDependents.rowTypeUsers(scene, table)
                    .forEach(user -> acts.add(Act.of(Operation.CHANGE_ALONG).on(Role.RELATION, scene.key(user))));
            scene.descendants(table)
                    .forEach(child -> acts.add(Act.of(Operation.DROP_ALONG).on(Role.RELATION, scene.key(child))));
        }
    }

    private void partition(Table table) {
        table.partitionOf()
                .flatMap(membership -> scene.schema().table(membership.parent()))
                .ifPresent(parent -> {
                    Optional<Table> rest = scene.defaultPartition(parent)
                            .filter(other -> !other.id().equals(table.id()));
                    acts.add(Act.of(Operation.DROP_PARTITION)
                            .on(Role.PARENT, scene.key(parent))
                            .on(Role.DEFAULT_PARTITION, rest.map(scene::key)));
                });
    }

    /** Objects of the database itself that only its history makes. */
    private void named() {
        for (ObjectReference reference : statement.objects()) {
            boolean missing = CatalogObjects.find(scene.schema(), statement.kind(), reference.name())
                            .isEmpty()
                    && scene.knowsAll(reference.name())
                    && scene.schema().extensions().isEmpty();
            if (missing && !statement.ifExists()) {
                acts.fail("42704", Subject.of(statement.kind(), reference.name()));
            }
        }
    }

    /** One with a slot on its publisher cannot be dropped in a transaction. */
    private void subscriptions() {
        for (ObjectReference reference : statement.objects()) {
            boolean missing = CatalogObjects.find(scene.schema(), ObjectKind.SUBSCRIPTION, reference.name())
                            .isEmpty()
                    && scene.knowsAll(reference.name());
            if (!missing) {
                acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
            } else if (!statement.ifExists()) {
                acts.fail("42704", Subject.of(ObjectKind.SUBSCRIPTION, reference.name()));
            }
        }
    }

    private void types() {
        for (ObjectReference reference : statement.objects()) {
            Lookup<UserType> found = scene.schema().type(reference.name());
            refuseKind(reference.name(), found);
            if (found.isAbsent() && !statement.ifExists()) {
                acts.fail("42704", Subject.of(statement.kind(), reference.name()));
            }
            found.found().ifPresent(type -> type(type));
            if (found.found().isEmpty() && !found.isAbsent()) {
                acts.uncertain();
            }
        }
        if (statement.cascade()) {
            new Removals(scene, acts).charge(Trial.of(scene.schema(), statement));
        }
    }

    private void refuseKind(QualifiedName name, Lookup<UserType> found) {
        boolean rowType = found.found().isEmpty()
                && scene.schema()
                        .relation(name)
                        .found()
                        .filter(Table.class::isInstance)
                        .isPresent();
        if (rowType) {
            acts.fail("2BP01", "The table of that name requires its type.");
        }
        boolean wrongKind = statement.kind() == ObjectKind.DOMAIN
                && found.found().filter(type -> !(type instanceof DomainType)).isPresent();
        if (wrongKind) {
            acts.fail("42809", name + " is not a domain.");
        }
    }

    private void type(UserType type) {
        List<Table> users = Stream.concat(
                        scene.schema().tablesUsing(type.id()).stream(), scene.schema().tablesOfType(type.id()).stream())
                .distinct()
                .toList();
        boolean used = !users.isEmpty()
                || scene.schema().routines().stream().anyMatch(routine -> takes(routine, type))
                || DropDependents.cascadeReachesFurther(scene, statement);
        if (used && !statement.cascade()) {
            users.forEach(table -> acts.add(Act.of(Operation.CHANGE_ALONG).on(Role.RELATION, scene.key(table))));
            acts.fail(
                    "2BP01",
                    "Other objects depend on type " + type.name().name() + ".",
                    DropDependents.cascadeReaches(scene, statement));
        }
    }

    private static boolean takes(Routine routine, UserType type) {
        String name = type.name().name();
        return routine.argumentTypes().stream()
                        .anyMatch(argument -> argument.equals(name) || argument.equals(name + "[]"))
                || routine.returnType().equals(name);
    }

    private void routines() {
        for (ObjectReference reference : statement.objects()) {
            List<Routine> found = scene.schema().routines(reference.name());
            boolean missing = found.isEmpty()
                    && scene.schema().complete()
                    && !scene.schema().uncertain(reference.name())
                    && scene.schema().extensions().isEmpty();
            if (missing && !statement.ifExists() && !BuiltIns.isFunction(reference.name())) {
                acts.fail("42883", Subject.of(statement.kind(), reference.name()));
            }
            refuseSignature(reference, found);
            if (reference.arguments().isEmpty() && found.size() > 1) {
                acts.fail("42725", "The name " + reference.name() + " is that of several functions.");
            }
        }
        if (acts.failed()) {
            return;
        }
        if (!statement.cascade() && DropDependents.cascadeReachesFurther(scene, statement)) {
            acts.fail(
                    "2BP01", "Other objects depend on the function.", DropDependents.cascadeReaches(scene, statement));
            return;
        }
        if (statement.cascade()) {
            new Removals(scene, acts).charge(Trial.of(scene.schema(), statement));
        }
    }

    private void refuseSignature(ObjectReference reference, List<Routine> found) {
        boolean procedures = statement.kind() == ObjectKind.PROCEDURE;
        boolean functions = statement.kind() == ObjectKind.FUNCTION;
        boolean otherKind = found.size() == 1
                && ((procedures && !found.get(0).procedure())
                        || (functions && found.get(0).procedure()));
        if (otherKind) {
            acts.fail("42809", reference.name() + " is a routine of another kind.");
            return;
        }
        // Defaults and output arguments leave room in a signature; their number does not.
        boolean otherNumber = !found.isEmpty()
                && !statement.ifExists()
                && scene.knowsAll(reference.name())
                && reference
                        .arguments()
                        .filter(arguments -> found.stream()
                                .allMatch(r -> r.argumentTypes().isEmpty()
                                        && !arguments.isEmpty()
                                        && r.language().equals("sql")))
                        .isPresent();
        if (otherNumber && scene.schema().extensions().isEmpty()) {
            acts.fail("42883", Subject.of(ObjectKind.FUNCTION, reference.name()));
        }
    }

    private void schemas() {
        for (ObjectReference reference : statement.objects()) {
            String name = reference.name().name();
            boolean missing = scene.schema().complete()
                    && !scene.schema().schemas().contains(name)
                    && !scene.schema().uncertain(reference.name());
            if (missing && !statement.ifExists()) {
                acts.fail("3F000", Subject.of(ObjectKind.SCHEMA, reference.name()));
            }
            List<Relation> inside = scene.schema().relations().stream()
                    .filter(relation -> relation.name().schema().equals(name))
                    .toList();
            boolean holds = !inside.isEmpty()
                    || scene.schema().types().stream()
                            .anyMatch(t -> t.name().schema().equals(name))
                    || scene.schema().routines().stream()
                            .anyMatch(r -> r.name().schema().equals(name));
            inside.forEach(relation -> acts.add(
                    Act.of(Operation.DROP_ALONG).on(Role.RELATION, scene.keys().of(relation))));
            if (holds && !statement.cascade()) {
                acts.fail("2BP01", "Schema " + name + " is not empty.");
            }
        }
        if (statement.cascade()) {
            new Removals(scene, acts).charge(Trial.of(scene.schema(), statement));
        }
    }

    private void extensions() {
        for (ObjectReference reference : statement.objects()) {
            boolean missing = scene.schema().complete()
                    && !scene.schema().extensions().contains(reference.name().name());
            if (missing
                    && !statement.ifExists()
                    && !BuiltIns.isExtension(reference.name().name())) {
                acts.fail("42704", Subject.of(ObjectKind.EXTENSION, reference.name()));
            }
        }
        if (!statement.cascade() && DropDependents.cascadeReachesFurther(scene, statement)) {
            Trial.of(scene.schema(), DropDependents.cascading(statement)).changed().stream()
                    .filter(Table.class::isInstance)
                    .map(Table.class::cast)
                    .forEach(table -> acts.add(Act.of(Operation.CHANGE_ALONG).on(Role.RELATION, scene.key(table))));
            acts.fail("2BP01", "Other objects depend on the extension.");
        }
        new Removals(scene, acts).charge(Trial.of(scene.schema(), statement));
    }
}
