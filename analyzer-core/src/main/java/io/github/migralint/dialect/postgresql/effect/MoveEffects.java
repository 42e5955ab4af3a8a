package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import java.util.List;

/**
 * SET SCHEMA and OWNER TO of relations.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record MoveEffects(Scene scene, Acts acts) {
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
        if (scene.schema().relation(wanted).isPresent()) {
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
