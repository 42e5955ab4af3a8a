package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CreateStatistics;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.postgresql.replay.CatalogObjects;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.CatalogObject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;

/**
 * Extended statistics: objects of their own, but every change of them locks their table.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record StatisticsEffects(Scene scene, Acts acts) {
    void create(CreateStatistics statement) {
        boolean expressions = statement.elements().stream().anyMatch(token -> token.isSymbol("("));
        for (QualifiedName name : statement.relations()) {
            Lookup<Relation> found = scene.schema().relation(name);
            if (found.isAbsent()) {
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
                return;
            }
            if (found.found().isEmpty()) {
                acts.uncertain();
            }
            acts.add(Act.of(Operation.CREATE_STATISTICS)
                    .on(
                            Role.TABLE,
                            found.found()
                                    .map(scene.keys()::of)
                                    .orElseGet(() -> scene.keys().unknown(name))));
            found.found().ifPresent(relation -> refuse(statement, relation, expressions));
        }
        if (expressions && !scene.since(14)) {
            acts.failForVersion("0A000", "Statistics on expressions are known since PostgreSQL 14.");
        }
    }

    private void refuse(CreateStatistics statement, Relation relation, boolean expressions) {
        if (relation instanceof View view && !view.materialized()) {
            acts.fail("42809", view.name().name() + " is a view: it has no rows to count.");
        }
        Optional<QualifiedName> name = statement.name();
        boolean taken = name.isPresent()
                && CatalogObjects.find(scene.schema(), ObjectKind.STATISTICS, name.get())
                        .isPresent();
        if (taken && !statement.ifNotExists()) {
            acts.fail("42710", Subject.of(ObjectKind.STATISTICS, name.get()));
        }
        if (taken || expressions) {
            return;
        }
        List<Token> columns = statement.elements().stream()
                .filter(token -> token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER)
                .toList();
        if (relation instanceof Table table && scene.certain(table)) {
            columns.stream()
                    .map(Predicates::name)
                    .filter(column -> table.column(column).isEmpty())
                    .findFirst()
                    .ifPresent(column -> acts.fail("42703", "Column " + column + " does not exist."));
        }
        if (columns.size() == 1) {
            acts.fail("42P17", "Extended statistics need two columns.");
        }
    }

    void alter(OtherStatement statement) {
        statement.objects().stream().findFirst().ifPresent(object -> {
            boolean ifExists = statement.tokens().stream().anyMatch(token -> token.isWord("exists"));
            require(object, ifExists);
        });
    }

    void drop(DropObject statement) {
        for (ObjectReference object : statement.objects()) {
            require(object, statement.ifExists())
                    .ifPresent(statistics -> statistics.on().forEach(this::lockTable));
        }
    }

    private Optional<CatalogObject> require(ObjectReference object, boolean ifExists) {
        Optional<CatalogObject> found = CatalogObjects.find(scene.schema(), ObjectKind.STATISTICS, object.name());
        if (found.isEmpty()) {
            if (!scene.knowsAll(object.name())) {
                acts.uncertain();
            } else if (!ifExists) {
                acts.fail("42704", Subject.of(ObjectKind.STATISTICS, object.name()));
            }
        }
        return found;
    }

    private void lockTable(ObjectId table) {
        scene.schema()
                .object(table)
                .filter(Relation.class::isInstance)
                .map(relation -> scene.keys().of((Relation) relation))
                .ifPresent(key -> acts.add(Act.of(Operation.DROP_STATISTICS).on(Role.TABLE, key)));
    }
}
