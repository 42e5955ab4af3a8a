package io.github.migralint.rules.facts;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/**
 * An object that a DROP names and that may be there.
 *
 * @param kind what it is
 * @param reference how it is named
 * @param found what the history knows by that name; several for a routine with several signatures
 */
public record Dropped(ObjectKind kind, ObjectReference reference, List<SchemaObject> found) {
    public Dropped {
        found = List.copyOf(found);
    }

    /** The objects of a DROP, without those that IF EXISTS surely skips. */
    public static List<Dropped> of(Step step, DropObject drop) {
        return drop.objects().stream()
                .filter(object -> !(drop.ifExists() && absent(step.before(), drop.kind(), object)))
                .map(object -> new Dropped(drop.kind(), object, meant(step.before(), drop.kind(), object)))
                .toList();
    }

    /** Its name as written. */
    public QualifiedName name() {
        return reference.name();
    }

    /** Whether the running release may use it: it is unknown, or was there before the release. */
    public boolean serving(Step step) {
        return found.isEmpty() || found.stream().anyMatch(object -> Serving.clients(step, object.id()));
    }

    /** The object, if it is the only one of its name. */
    public Optional<SchemaObject> only() {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean absent(Schema schema, ObjectKind kind, ObjectReference object) {
        QualifiedName name = object.name();
        boolean allKnown = schema.complete() && !schema.uncertain(name);
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX ->
                schema.relation(name).isAbsent();
            case TYPE, DOMAIN -> schema.type(name).isAbsent();
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
                allKnown && schema.routines(name).isEmpty();
            case EXTENSION -> allKnown && !schema.extensions().contains(name.name());
            case SCHEMA -> allKnown && !schema.schemas().contains(name.name());
            case TRIGGER -> object.on().map(on -> noTrigger(schema, on, name)).orElse(false);
            case PUBLICATION, SUBSCRIPTION, RULE ->
                allKnown && found(schema, kind, name).isEmpty();
            default -> false;
        };
    }

    private static boolean noTrigger(Schema schema, QualifiedName table, QualifiedName trigger) {
        return schema.relation(table).isAbsent()
                || schema.table(table)
                        .filter(found -> found.complete()
                                && found.triggers().stream()
                                        .noneMatch(t -> t.name().equals(trigger.name())))
                        .isPresent();
    }

    /** Of several routines of a name those that take as many arguments as the statement names. */
    private static List<SchemaObject> meant(Schema schema, ObjectKind kind, ObjectReference object) {
        List<SchemaObject> found = found(schema, kind, object.name());
        return object.arguments().isEmpty()
                ? found
                : found.stream()
                        .filter(one -> !(one instanceof Routine routine)
                                || routine.argumentTypes().size()
                                        == object.arguments().get().size())
                        .toList();
    }

    private static List<SchemaObject> found(Schema schema, ObjectKind kind, QualifiedName name) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX ->
                schema.relation(name).found().<SchemaObject>map(found -> found).stream()
                        .toList();
            case TYPE, DOMAIN ->
                schema.type(name).found().<SchemaObject>map(found -> found).stream()
                        .toList();
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> List.copyOf(schema.routines(name));
            default ->
                schema.catalogObjects(kind).stream()
                        .filter(object -> object.name().name().equals(name.name()))
                        .<SchemaObject>map(object -> object)
                        .toList();
        };
    }
}
