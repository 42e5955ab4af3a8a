package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CreateRule;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.postgresql.replay.CatalogObjects;
import io.github.migralint.dialect.postgresql.replay.RuleAction;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.View;
import java.util.List;

/**
 * CREATE RULE: its action is bound to what it reads and writes.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record RuleEffects(Scene scene, Acts acts) {
    void create(CreateRule statement) {
        Lookup<Relation> found = scene.schema().relation(statement.table());
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, statement.table()));
            return;
        }
        RelationKey key =
                found.found().map(scene.keys()::of).orElseGet(() -> scene.keys().unknown(statement.table()));
        if (found.found().isEmpty()) {
            acts.uncertain();
        }
        acts.add(Act.of(Operation.CREATE_RULE).on(Role.TABLE, key));
        var action = RuleAction.of(statement.action());
        bind(action.reads(), Operation.READ_NAMES, Role.SOURCE);
        bind(action.writes(), Operation.BIND_WRITE, Role.TABLE);
        found.found().ifPresent(relation -> refuse(statement, relation));
    }

    private void bind(List<QualifiedName> names, Operation operation, Role role) {
        for (QualifiedName name : names) {
            Lookup<Relation> found = scene.schema().relation(name);
            if (found.isAbsent()) {
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            }
            found.found()
                    .ifPresent(relation ->
                            acts.add(Act.of(operation).on(role, scene.keys().of(relation))));
        }
    }

    private void refuse(CreateRule statement, Relation relation) {
        boolean taken = CatalogObjects.rule(
                        scene.schema(), relation.id(), statement.name().value())
                .isPresent();
        if (taken && !statement.replace()) {
            acts.fail("42710", Subject.of(ObjectKind.RULE, statement.name()));
        }
        boolean notifies = statement.action().stream().anyMatch(token -> token.isWord("notify"));
        if (notifies && statement.conditional()) {
            acts.fail("42P17", "A rule with a condition cannot notify.");
        }
        boolean select = statement.event().equals("SELECT") && !(relation instanceof View);
        if (select && scene.since(16)) {
            acts.fail("42809", "Only views have rules for SELECT.");
        }
    }
}
