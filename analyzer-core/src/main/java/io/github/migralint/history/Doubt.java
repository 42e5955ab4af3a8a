package io.github.migralint.history;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Update;
import io.github.migralint.effect.Effect;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.SchemaObject;
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

    /** Before a statement of the past: it ran, so what it needs was there, whoever made it. */
    void beforePast(Statement statement) {
        for (QualifiedName name : needed(statement)) {
            if (schema.now().relation(name).isAbsent()) {
                schema.markUncertain(name.name());
            }
        }
    }

    private static List<QualifiedName> needed(Statement statement) {
        return switch (statement) {
            case AlterTable s when !s.ifExists() -> List.of(s.name());
            case CreateIndex s -> List.of(s.table());
            case CreateTrigger s -> List.of(s.table());
            case CreatePolicy s -> List.of(s.table());
            case Insert s -> List.of(s.table());
            case Update s -> List.of(s.table());
            case Delete s -> List.of(s.table());
            case Truncate s -> s.tables();
            case Rename s when !s.ifExists() -> List.of(s.object().name());
            case DropObject s
            when !s.ifExists() ->
                s.objects().stream().map(ObjectReference::name).toList();
            default -> List.of();
        };
    }

    private void incomplete(QualifiedName name) {
        schema.now().relation(name).found().map(SchemaObject::id).ifPresent(schema::markIncomplete);
    }
}
