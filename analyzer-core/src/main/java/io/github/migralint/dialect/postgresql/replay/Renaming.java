package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Renamed;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;

/** RENAME and SET SCHEMA: identities stay, and what belongs together is renamed together. */
final class Renaming {
    private final Change change;

    Renaming(Change change) {
        this.change = change;
    }

    void rename(Rename statement) {
        String newName = statement.newName().value();
        switch (statement.kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> relation(statement, newName);
            case COLUMN -> column(statement, newName);
            case ATTRIBUTE -> attribute(statement, newName);
            case CONSTRAINT -> statement.member().ifPresent(member -> constraint(statement, member, newName));
            case DOMAIN_CONSTRAINT ->
                statement.member().ifPresent(member -> domainConstraint(statement, member, newName));
            case TYPE, DOMAIN ->
                change.now().type(statement.object().name()).found().ifPresent(type -> type(type, newName));
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
                Routines.find(change.now(), statement.object()).ifPresent(routine -> put(routine, newName));
            case SCHEMA ->
                change.schema().renameSchema(statement.object().name().name(), newName);
            case TRIGGER -> trigger(statement, newName);
            case POLICY -> policy(statement, newName);
            default ->
                new CatalogObjects(change)
                        .meant(statement.kind(), statement.object())
                        .ifPresent(object -> put(object, newName));
        }
    }

    private void put(SchemaObject object, String newName) {
        change.schema().put(Renamed.to(object, new ObjectName(object.name().schema(), newName)));
    }

    /** Whatever has the type shows its new name. */
    private void type(UserType type, String newName) {
        put(type, newName);
        for (SchemaObject user : change.schema().dependentsOf(type.id())) {
            TypeNames.follow(user, type.id(), newName).ifPresent(change.schema()::put);
        }
    }

    private void relation(Rename statement, String newName) {
        Optional<Relation> relation = change.relation(statement.object().name());
        relation.ifPresent(found -> {
            boolean taken = change.schema()
                    .relationNamed(new ObjectName(found.name().schema(), newName))
                    .isPresent();
            if (!taken) {
                put(found, newName);
                change.schema().markCertain(newName);
            }
            if (!taken && found instanceof Index index) {
                renameConstraintOf(index, newName);
            }
        });
    }

    private void renameConstraintOf(Index index, String newName) {
        index.constraint()
                .ifPresent(constraint -> change.edit(
                        index.table(), draft -> draft.editConstraint(constraint, c -> c.withName(newName))));
    }

    private void column(Rename statement, String newName) {
        Optional<Relation> relation =
                new UnknownTables(change).orAssumed(statement.object().name());
        if (relation.isEmpty() || statement.member().isEmpty()) {
            return;
        }
        Identifier member = statement.member().get();
        switch (relation.get()) {
            case Table table -> tableColumn(table, member, newName, statement.only());
            case View view -> viewColumn(view, member.value(), newName);
            case Index ignored -> {}
            case Sequence ignored -> {}
        }
    }

    private void tableColumn(Table table, Identifier member, String newName, boolean only) {
        new Columns(change).assume(table.id(), List.of(member));
        List<Table> family = only ? List.of(change.table(table.id())) : change.family(table.id());
        for (Table one : family) {
            boolean taken = one.column(newName).isPresent();
            one.column(member.value())
                    .filter(column -> !taken)
                    .ifPresent(column ->
                            change.edit(one.id(), draft -> draft.editColumn(column.id(), c -> c.withName(newName))));
        }
    }

    private void viewColumn(View view, String member, String newName) {
        change.schema()
                .put(view.withColumns(view.columns().stream()
                        .map(column -> column.name().equals(member) ? column.withName(newName) : column)
                        .toList()));
    }

    private void attribute(Rename statement, String newName) {
        if (change.now().type(statement.object().name()) instanceof Lookup.Found<?>(CompositeType type)
                && statement.member().isPresent()) {
            String member = statement.member().get().value();
            change.schema()
                    .put(type.withAttributes(type.attributes().stream()
                            .map(a -> a.name().equals(member) ? a.withName(newName) : a)
                            .toList()));
            change.now()
                    .tablesOfType(type.id())
                    .forEach(table -> tableColumn(table, statement.member().get(), newName, false));
        }
    }

    private void constraint(Rename statement, Identifier member, String newName) {
        change.table(statement.object().name()).ifPresent(table -> {
            for (Table one : statement.only() ? List.of(table) : change.family(table.id())) {
                one.constraint(member.value())
                        .filter(c -> one.id().equals(table.id()) || (c.index().isEmpty() && c.inherited()))
                        .ifPresent(c -> constraint(one, c, newName));
            }
        });
    }

    private void constraint(Table table, Constraint constraint, String newName) {
        change.edit(table.id(), draft -> draft.editConstraint(constraint.id(), c -> c.withName(newName)));
        constraint.index().flatMap(change.now()::index).ifPresent(index -> put(index, newName));
    }

    private void domainConstraint(Rename statement, Identifier member, String newName) {
        if (change.now().type(statement.object().name()) instanceof Lookup.Found<?>(DomainType domain)) {
            change.schema()
                    .put(domain.withChecks(domain.checks().stream()
                            .map(check -> check.name().equals(member.value()) ? check.withName(newName) : check)
                            .toList()));
        }
    }

    private void trigger(Rename statement, String newName) {
        String old = statement.object().name().name();
        owner(statement.object())
                .ifPresent(table -> change.edit(
                        table.id(),
                        draft -> draft.triggers()
                                .replaceAll(
                                        trigger -> trigger.name().equals(old) ? trigger.withName(newName) : trigger)));
    }

    private void policy(Rename statement, String newName) {
        String old = statement.object().name().name();
        owner(statement.object())
                .ifPresent(table -> change.edit(
                        table.id(),
                        draft -> draft.policies()
                                .replaceAll(policy -> policy.name().equals(old) ? policy.withName(newName) : policy)));
    }

    private Optional<Table> owner(ObjectReference object) {
        return object.on().flatMap(change::table);
    }

    void setSchema(SetSchema statement) {
        String newSchema = statement.newSchema().value();
        switch (statement.kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE ->
                change.relation(statement.object().name()).ifPresent(relation -> move(relation, newSchema));
            case TYPE, DOMAIN ->
                change.now().type(statement.object().name()).found().ifPresent(type -> move(type, newSchema));
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
                Routines.find(change.now(), statement.object()).ifPresent(routine -> move(routine, newSchema));
            case EXTENSION ->
                change.schema().addExtension(statement.object().name().name(), newSchema);
            default ->
                new CatalogObjects(change)
                        .meant(statement.kind(), statement.object())
                        .ifPresent(object -> move(object, newSchema));
        }
    }

    /** Indexes and owned sequences move with their table. */
    private void move(SchemaObject object, String newSchema) {
        change.schema()
                .put(Renamed.to(object, new ObjectName(newSchema, object.name().name())));
        for (SchemaObject dependent : change.schema().dependentsOf(object.id())) {
            if (dependent instanceof Index || dependent instanceof Sequence) {
                change.schema()
                        .put(Renamed.to(
                                dependent,
                                new ObjectName(newSchema, dependent.name().name())));
            }
        }
    }
}
