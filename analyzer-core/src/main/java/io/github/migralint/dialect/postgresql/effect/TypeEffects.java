package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.CreateCompositeType;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.util.HashSet;
import java.util.Optional;

/**
 * Enums, domains and other types.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record TypeEffects(Scene scene, Acts acts) {
    void create(CreateEnum statement) {
        createType(statement.name());
        if (new HashSet<>(statement.labels()).size() < statement.labels().size()) {
            acts.fail("23505", "A label is given twice.");
        }
    }

    void createDomain(CreateDomain statement) {
        createType(statement.name());
        if (Types.surelyMissing(statement.type(), scene.schema())) {
            acts.fail("42704", Subject.of(ObjectKind.TYPE, Types.named(statement.type())));
        }
    }

    void createComposite(CreateCompositeType statement) {
        createType(statement.name());
        var seen = new HashSet<String>();
        for (var attribute : statement.attributes()) {
            if (!seen.add(attribute.name().value())) {
                acts.fail("42701", "Attribute " + attribute.name() + " is defined twice.");
            }
            attribute
                    .type()
                    .filter(type -> Types.surelyMissing(type, scene.schema()))
                    .ifPresent(type -> acts.fail("42704", Subject.of(ObjectKind.TYPE, Types.named(type))));
        }
    }

    void createType(QualifiedName name) {
        boolean taken = scene.schema().type(name).found().isPresent()
                || scene.schema()
                        .relation(name)
                        .found()
                        .filter(r -> !(r instanceof Index))
                        .isPresent();
        if (taken) {
            acts.fail("42710", Subject.of(ObjectKind.TYPE, name));
        }
    }

    void alterEnum(AlterEnum statement) {
        Lookup<UserType> found = scene.schema().type(statement.name());
        if (found.isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.TYPE, statement.name()));
        }
        if (found.found().filter(type -> !(type instanceof EnumType)).isPresent()) {
            acts.fail("42809", statement.name() + " is not an enum.");
        }
        if (!(found.found().orElse(null) instanceof EnumType type)) {
            acts.uncertain();
            return;
        }
        boolean known = type.labels().contains(statement.label());
        if (statement.oldLabel().isPresent()) {
            if (!type.labels().contains(statement.oldLabel().get())) {
                acts.fail("22023", "'" + statement.oldLabel().get() + "' is no label of " + statement.name() + ".");
            }
            if (known) {
                acts.fail("42710", "Label '" + statement.label() + "' already exists.");
            }
            return;
        }
        if (known && !statement.ifNotExists()) {
            acts.fail("42710", "Label '" + statement.label() + "' already exists.");
        }
        Optional<String> neighbour = statement.before().or(statement::after);
        if (neighbour.filter(n -> !type.labels().contains(n)).isPresent() && !known) {
            acts.fail("22023", "'" + neighbour.get() + "' is no label of " + statement.name() + ".");
        }
    }

    void alterDomain(AlterDomain statement) {
        Lookup<UserType> found = scene.schema().type(statement.name());
        if (found.isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.DOMAIN, statement.name()));
        }
        if (found.found().filter(type -> !(type instanceof DomainType)).isPresent()) {
            acts.fail("42809", statement.name() + " is not a domain.");
        }
        if (!(found.found().orElse(null) instanceof DomainType domain)) {
            acts.uncertain();
            return;
        }
        switch (statement.action()) {
            case SET_NOT_NULL, ADD_NOT_NULL -> {
                if (!domain.notNull()) {
                    scan(domain, "verifies that no value of the domain is NULL", "23502");
                }
            }
            case ADD_CHECK -> addCheck(statement, domain);
            case VALIDATE_CONSTRAINT -> validate(statement, domain);
            case DROP_CONSTRAINT -> {
                if (check(statement, domain).isEmpty() && !statement.ifExists()) {
                    missing(statement);
                }
            }
            case SET_DEFAULT, DROP_DEFAULT, DROP_NOT_NULL -> {}
        }
    }

    private Optional<Constraint> check(AlterDomain statement, DomainType domain) {
        return statement
                .constraint()
                .map(Identifier::value)
                .flatMap(name -> domain.checks().stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst());
    }

    private void missing(AlterDomain statement) {
        String name = statement.constraint().map(Identifier::value).orElse("");
        acts.fail("42704", "Constraint " + name + " of domain " + statement.name() + " does not exist.");
    }

    private void addCheck(AlterDomain statement, DomainType domain) {
        if (check(statement, domain).isPresent()) {
            acts.fail("42710", "Constraint " + statement.constraint().get() + " already exists.");
        }
        if (!statement.notValid()) {
            scan(domain, "verifies the CHECK for every value of the domain", "23514");
        }
    }

    private void validate(AlterDomain statement, DomainType domain) {
        Optional<Constraint> check = check(statement, domain);
        if (check.isEmpty()) {
            missing(statement);
        } else {
            scan(domain, "verifies the CHECK for every value of the domain", "23514");
        }
    }

    /** Every table with a column of the domain is locked against writes and read. */
    private void scan(DomainType domain, String reason, String sqlState) {
        for (Table table : scene.schema().tablesUsing(domain.id())) {
            if (table.kind() == Table.Kind.PARTITIONED) {
                continue;
            }
            acts.add(Act.of(Operation.DOMAIN_SCAN)
                    .on(Role.TABLE, scene.key(table))
                    .because(reason));
            acts.risk(scene.key(table), sqlState, "values of " + domain.name().name() + " that break it");
        }
        for (Relation relation : scene.schema().relations()) {
            if (relation instanceof View view && view.materialized() && holds(view, domain)) {
                acts.add(Act.of(Operation.DOMAIN_SCAN)
                        .on(Role.TABLE, scene.keys().of(view))
                        .because(reason));
            }
        }
    }

    private static boolean holds(View view, DomainType domain) {
        return view.columns().stream()
                .flatMap(column -> column.type().stream())
                .anyMatch(type -> type.userType().filter(domain.id()::equals).isPresent());
    }
}
