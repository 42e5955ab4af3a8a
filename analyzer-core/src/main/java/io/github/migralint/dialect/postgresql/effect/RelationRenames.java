package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Rename;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.View;
import java.util.Optional;

/**
 * RENAME of tables, views, sequences and indexes.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record RelationRenames(Scene scene, Acts acts) {
    void relation(Rename statement) {
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
        if (scene.schema().relation(wanted).isPresent()) {
            acts.fail("42P07", Subject.of(ObjectKind.TABLE, statement.newName()));
        }
        boolean typeTaken =
                !(relation instanceof Index) && scene.schema().type(wanted).isPresent();
        if (typeTaken) {
            acts.fail("42710", Subject.of(ObjectKind.TYPE, statement.newName()));
        }
    }

    Optional<Relation> found(Rename statement, ObjectKind kind) {
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

    private static boolean fits(ObjectKind kind, Relation relation) {
        return switch (kind) {
            case VIEW -> relation instanceof View view && !view.materialized();
            case MATERIALIZED_VIEW -> relation instanceof View view && view.materialized();
            case SEQUENCE -> relation instanceof Sequence;
            default -> true;
        };
    }
}
