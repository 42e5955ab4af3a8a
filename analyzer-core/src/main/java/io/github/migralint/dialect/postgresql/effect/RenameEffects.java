package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Rename;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Routine;
import java.util.List;

/**
 * RENAME of whatever has a name: relations and their members have classes of their own.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record RenameEffects(Scene scene, Acts acts) {
    void rename(Rename statement) {
        switch (statement.kind()) {
            case COLUMN, ATTRIBUTE -> new MemberRenames(scene, acts).column(statement);
            case CONSTRAINT -> new MemberRenames(scene, acts).constraint(statement);
            case DOMAIN_CONSTRAINT -> domainConstraint(statement);
            case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX, FOREIGN_TABLE ->
                new RelationRenames(scene, acts).relation(statement);
            case TRIGGER, POLICY, RULE -> new MemberRenames(scene, acts).onTable(statement);
            case TYPE, DOMAIN -> type(statement);
            case FUNCTION, PROCEDURE, ROUTINE -> routine(statement);
            case SCHEMA -> schema(statement);
            case DATABASE -> {}
            default -> {}
        }
    }

    private void domainConstraint(Rename statement) {
        boolean missing =
                scene.schema().type(statement.object().name()).found().orElse(null) instanceof DomainType domain
                        && !(scene.since(17) && domain.notNull())
                        && domain.checks().stream()
                                .noneMatch(check -> check.name()
                                        .equals(statement.member().orElseThrow().value()));
        if (missing && scene.schema().complete()) {
            acts.fail(
                    "42704",
                    Subject.of(ObjectKind.CONSTRAINT, statement.member().orElseThrow()));
        }
    }

    private void schema(Rename statement) {
        String name = statement.object().name().name();
        List<String> schemas = scene.schema().schemas();
        if (!schemas.contains(name) && scene.knowsAll(statement.object().name())) {
            acts.fail("3F000", Subject.of(ObjectKind.SCHEMA, statement.object().name()));
        }
        if (schemas.contains(statement.newName().value())) {
            acts.fail("42P06", Subject.of(ObjectKind.SCHEMA, statement.newName()));
        }
        if (statement.newName().value().startsWith("pg_")) {
            acts.fail("42939", "Names that begin with pg_ belong to the server.");
        }
    }

    private void type(Rename statement) {
        var found = scene.schema().type(statement.object().name());
        if (found.isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.TYPE, statement.object().name()));
        }
        found.found().ifPresent(type -> {
            var wanted =
                    new ObjectName(type.name().schema(), statement.newName().value());
            if (scene.schema().type(wanted).isPresent()) {
                acts.fail("42710", Subject.of(ObjectKind.TYPE, statement.newName()));
            }
        });
    }

    private void routine(Rename statement) {
        List<Routine> found = scene.schema().routines(statement.object().name());
        boolean missing = scene.knowsAll(statement.object().name())
                && found.isEmpty()
                && scene.schema().extensions().isEmpty();
        if (missing) {
            acts.fail(
                    "42883", Subject.of(ObjectKind.FUNCTION, statement.object().name()));
        }
        if (found.size() == 1) {
            var wanted = new ObjectName(
                    found.get(0).name().schema(), statement.newName().value());
            boolean taken = scene.schema().routines().stream()
                    .anyMatch(other -> other.name().equals(wanted)
                            && other.argumentTypes().equals(found.get(0).argumentTypes()));
            if (taken) {
                acts.fail("42723", Subject.of(ObjectKind.FUNCTION, statement.newName()));
            }
        }
    }
}
