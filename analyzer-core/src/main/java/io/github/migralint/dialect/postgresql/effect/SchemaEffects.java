package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.SchemaBuilder;

/**
 * Schemas and extensions.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record SchemaEffects(Scene scene, Acts acts) {
    void create(CreateSchema statement) {
        boolean taken = statement
                .name()
                .map(Identifier::value)
                .filter(scene.schema().schemas()::contains)
                .isPresent();
        if (taken && !statement.ifNotExists()) {
            acts.fail("42P06", Subject.of(ObjectKind.SCHEMA, statement.name().get()));
        }
        if (taken) {
            return;
        }
        SchemaBuilder copy = SchemaBuilder.trial(scene.schema());
        Trial.of(copy, withoutElements(statement));
        statement.name().ifPresent(name -> copy.searchPath(java.util.Optional.of(java.util.List.of(name.value()))));
        for (Statement element : statement.elements()) {
            Scene inside = scene.later(copy.now());
            new StatementEffects(inside, acts).add(element);
            Trial.of(copy, element);
        }
    }

    private static CreateSchema withoutElements(CreateSchema statement) {
        return new CreateSchema(
                statement.name(), statement.ifNotExists(), statement.owner(), java.util.List.of(), statement.span());
    }

    void createExtension(CreateExtension statement) {
        boolean present = scene.schema().extensions().contains(statement.name().value())
                && !scene.schema().uncertain(QualifiedName.of(statement.name()));
        if (present && !statement.ifNotExists()) {
            acts.fail("42710", Subject.of(ObjectKind.EXTENSION, statement.name()));
        }
    }
}
