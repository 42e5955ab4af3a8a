package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateType;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.OtherType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Enums, domains and the types that are neither. */
final class UserTypes {
    private final Change change;

    UserTypes(Change change) {
        this.change = change;
    }

    private Optional<ObjectName> free(QualifiedName name) {
        ObjectName full = change.schema().nameForNew(name);
        return change.schema().typeNamed(full).isPresent() ? Optional.empty() : Optional.of(full);
    }

    void create(CreateEnum statement) {
        free(statement.name())
                .ifPresent(name -> change.schema()
                        .put(new EnumType(change.schema().newId(), name, statement.labels(), change.origin())));
    }

    void create(CreateType statement) {
        free(statement.name())
                .ifPresent(name -> change.schema()
                        .put(new OtherType(change.schema().newId(), name, statement.range(), change.origin())));
    }

    void alter(AlterEnum statement) {
        if (change.now().type(statement.name()) instanceof Lookup.Found<?>(EnumType type)) {
            change.schema().put(type.withLabels(labels(type.labels(), statement)));
        }
    }

    private static List<String> labels(List<String> old, AlterEnum statement) {
        if (statement.oldLabel().isPresent()) {
            String from = statement.oldLabel().get();
            return old.stream()
                    .map(label -> label.equals(from) ? statement.label() : label)
                    .toList();
        }
        if (old.contains(statement.label())) {
            return old;
        }
        var labels = new ArrayList<>(old);
        int before = statement.before().map(labels::indexOf).orElse(-1);
        int after = statement.after().map(labels::indexOf).orElse(-1);
        if (before >= 0) {
            labels.add(before, statement.label());
        } else if (after >= 0) {
            labels.add(after + 1, statement.label());
        } else {
            labels.add(statement.label());
        }
        return labels;
    }

    void create(CreateDomain statement) {
        free(statement.name()).ifPresent(name -> change.schema().put(domain(statement, name)));
    }

    private DomainType domain(CreateDomain statement, ObjectName name) {
        var domain = new DomainType(
                change.schema().newId(),
                name,
                DataTypes.resolve(statement.type(), change.now()),
                false,
                Optional.empty(),
                List.of(),
                statement.collation().map(QualifiedName::toString),
                change.origin());
        for (ColumnConstraint constraint : statement.constraints()) {
            domain = switch (constraint.kind()) {
                case NOT_NULL -> domain.withNotNull(true);
                case DEFAULT ->
                    domain.withDefaultValue(constraint.expression().flatMap(e -> Defaults.of(e, change.now())));
                case CHECK -> withCheck(domain, constraint.name(), constraint.expression(), true);
                case NULL, IDENTITY, GENERATED, UNIQUE, PRIMARY_KEY, REFERENCES -> domain;
            };
        }
        return domain;
    }

    private DomainType withCheck(
            DomainType domain, Optional<Identifier> name, Optional<Expression> expression, boolean validated) {
        Set<String> taken = domain.checks().stream().map(Constraint::name).collect(Collectors.toSet());
        String chosen = name.map(Identifier::value)
                .orElseGet(
                        () -> new GeneratedNames(change.schema()).constraint(domain.name(), List.of(), "check", taken));
        var checks = new ArrayList<>(domain.checks());
        checks.add(new Constraint(
                change.schema().newId(),
                chosen,
                Constraint.Kind.CHECK,
                List.of(),
                expression,
                Optional.empty(),
                Optional.empty(),
                validated,
                true,
                false,
                false,
                false,
                change.origin()));
        return domain.withChecks(checks);
    }

    void alter(AlterDomain statement) {
        if (change.now().type(statement.name()) instanceof Lookup.Found<?>(DomainType domain)) {
            change.schema().put(altered(domain, statement));
        }
    }

    private DomainType altered(DomainType domain, AlterDomain statement) {
        return switch (statement.action()) {
            case SET_DEFAULT ->
                domain.withDefaultValue(statement.expression().flatMap(e -> Defaults.of(e, change.now())));
            case DROP_DEFAULT -> domain.withDefaultValue(Optional.empty());
            case SET_NOT_NULL, ADD_NOT_NULL -> domain.withNotNull(true);
            case DROP_NOT_NULL -> domain.withNotNull(false);
            case ADD_CHECK -> withCheck(domain, statement.constraint(), statement.expression(), !statement.notValid());
            case DROP_CONSTRAINT ->
                domain.withChecks(domain.checks().stream()
                        .filter(check -> !isMeant(check, statement))
                        .toList());
            case VALIDATE_CONSTRAINT ->
                domain.withChecks(domain.checks().stream()
                        .map(check -> isMeant(check, statement) ? check.withValidated(true) : check)
                        .toList());
        };
    }

    private static boolean isMeant(Constraint check, AlterDomain statement) {
        return statement
                .constraint()
                .filter(name -> name.value().equals(check.name()))
                .isPresent();
    }
}
