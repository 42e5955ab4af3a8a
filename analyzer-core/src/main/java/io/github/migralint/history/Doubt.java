package io.github.migralint.history;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Update;
import io.github.migralint.effect.Effect;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.List;

/**
 * Puts in doubt what a statement that seems to fail is about: it will be mended, or the history is not all that made the
 * schema. So one cause is told once, and not with every statement that builds on it.
 *
 * @param schema the schema
 */
record Doubt(SchemaBuilder schema) {
    /** After a statement under review that the engine refuses: nobody knows what it will become. */
    void afterRefusal(Statement statement, Effect.Fails failure) {
        failure.subject().ifPresent(subject -> {
            subject.table().ifPresent(schema::markIncomplete);
            if (subject.table().isEmpty()) {
                schema.markUncertain(subject.name().name());
                incomplete(subject.name());
            }
        });
        for (Creation made : Creation.of(statement)) {
            boolean there = made.table().isPresent()
                    || schema.now().relation(made.name()).found().isPresent();
            if (!there) {
                schema.markUncertain(made.name().name());
            }
        }
        if (statement instanceof AlterTable alter) {
            incomplete(alter.name());
        }
    }

    /** After a block under review in which a statement fails: nothing of what it would make is there. */
    void afterBlock() {
        schema.markIncomplete();
    }

    /**
     * Before a statement of the past: it ran, so what it needs was there, whoever made it. Returns whether it contradicts
     * what ran before it.
     */
    boolean beforePast(Statement statement) {
        List<QualifiedName> missing = missing(statement);
        missing.forEach(name -> schema.markUncertain(name.name()));
        return !missing.isEmpty() || makesAgain(statement);
    }

    private boolean makesAgain(Statement statement) {
        return switch (statement) {
            case CreateTable s ->
                !s.ifNotExists()
                        && !s.replace()
                        && s.persistence() != Persistence.TEMPORARY
                        && schema.now().relation(s.name()).found().isPresent();
            case AlterTable s -> s.actions().stream().anyMatch(action -> makesAgain(action, s.name()));
            default -> false;
        };
    }

    private boolean makesAgain(AlterAction action, QualifiedName table) {
        return action instanceof AlterAction.AddColumn add
                && !add.ifNotExists()
                && schema.now()
                        .relation(table)
                        .found()
                        .filter(Table.class::isInstance)
                        .flatMap(found ->
                                ((Table) found).column(add.column().name().value()))
                        .isPresent();
    }

    private List<QualifiedName> missing(Statement statement) {
        return switch (statement) {
            case AlterTable s when !s.ifExists() -> missing(List.of(s.name()));
            case CreateIndex s -> missing(List.of(s.table()));
            case CreateTrigger s -> missing(List.of(s.table()));
            case CreatePolicy s -> missing(List.of(s.table()));
            case Insert s -> missing(List.of(s.table()));
            case Update s -> missing(List.of(s.table()));
            case Delete s -> missing(List.of(s.table()));
            case Truncate s -> missing(s.tables());
            case Rename s when !s.ifExists() -> missing(s.ownerKind(), List.of(s.object()));
            case DropObject s when !s.ifExists() -> missing(s.kind(), s.objects());
            default -> List.of();
        };
    }

    private List<QualifiedName> missing(List<QualifiedName> relations) {
        return relations.stream()
                .filter(name -> schema.now().relation(name).isAbsent())
                .toList();
    }

    /** Those that are not there; of what belongs to a relation, the relations that are not. */
    private List<QualifiedName> missing(ObjectKind kind, List<ObjectReference> objects) {
        return objects.stream()
                .map(object -> object.on().orElse(object.name()))
                .filter(name -> isMissing(kind, name))
                .toList();
    }

    private boolean isMissing(ObjectKind kind, QualifiedName name) {
        return switch (kind) {
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
                schema.now().routines(name).isEmpty();
            case TYPE, DOMAIN -> schema.now().type(name).isAbsent();
            case SCHEMA -> !schema.now().schemas().contains(name.name());
            case EXTENSION -> !schema.now().extensions().contains(name.name());
            default -> schema.now().relation(name).isAbsent();
        };
    }

    private void incomplete(QualifiedName name) {
        schema.now().relation(name).found().map(SchemaObject::id).ifPresent(schema::markIncomplete);
    }
}
