package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
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
        if (statement.name().filter(name -> name.value().startsWith("pg_")).isPresent()) {
            acts.fail("42939", "Names that begin with pg_ belong to the server.");
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

    void alterExtension(OtherStatement statement) {
        for (ObjectReference reference : statement.objects()) {
            boolean missing = scene.schema().complete()
                    && !scene.schema().extensions().contains(reference.name().name())
                    && !BuiltIns.isExtension(reference.name().name());
            if (missing) {
                acts.fail("42704", Subject.of(ObjectKind.EXTENSION, reference.name()));
            }
        }
    }

    void createExtension(CreateExtension statement) {
        boolean present = scene.schema().extensions().contains(statement.name().value())
                && !scene.schema().uncertain(QualifiedName.of(statement.name()));
        if (present && !statement.ifNotExists()) {
            acts.fail("42710", Subject.of(ObjectKind.EXTENSION, statement.name()));
        }
    }
}
