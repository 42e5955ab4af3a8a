package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.PartitionKey;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Partitioning;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE TABLE, in the order in which the server does its parts: columns, checks, indexes, foreign keys. */
final class TableCreation {
    private final Change change;

    TableCreation(Change change) {
        this.change = change;
    }

    void create(CreateTable statement) {
        ObjectName name = statement.persistence() == Persistence.TEMPORARY
                ? change.schema().nameForTemporary(statement.name())
                : change.schema().nameForNew(statement.name());
        if (change.schema().relationNamed(name).isPresent()) {
            return;
        }
        boolean mayHaveBeenThere =
                statement.ifNotExists() && change.now().relation(statement.name()) instanceof Lookup.Unknown<?>;
        var draft = new TableDraft(change.schema().newId(), name, change.origin());
        describe(draft, statement);
        if (mayHaveBeenThere) {
            draft.incomplete();
        } else {
            change.schema().markCertain(name.name());
        }
        parents(statement).forEach(parent -> inheritColumns(draft, parent));
        statement.ofType().ifPresent(type -> {
            addAttributes(draft, type);
            draft.ofType(change.now().type(type).found().map(SchemaObject::id));
        });
        addColumns(draft, statement.elements());
        statement.partitionKey().ifPresent(key -> draft.partitioning(partitioning(draft, key)));
        joinParents(draft, statement);
        change.schema().put(draft.build());
        addConstraints(draft, statement);
    }

    private static void describe(TableDraft draft, CreateTable statement) {
        draft.persistence(statement.persistence())
                .tablespace(statement.tablespace().map(Identifier::value))
                .accessMethod(statement.accessMethod().map(Identifier::value));
        if (statement.foreignServer().isPresent()) {
            draft.kind(Table.Kind.FOREIGN);
        }
        if (statement.dropOnCommit()) {
            draft.options().put(Table.DROPPED_ON_COMMIT, "true");
        }
        for (Option option : statement.options()) {
            draft.options().put(option.name(), option.value().orElse("true"));
        }
    }

    private static List<QualifiedName> parents(CreateTable statement) {
        var parents = new ArrayList<>(statement.inherits());
        statement.partitionOf().ifPresent(partition -> parents.add(partition.parent()));
        return parents;
    }

    private void inheritColumns(TableDraft draft, QualifiedName parentName) {
        Optional<Table> parent = change.table(parentName);
        if (parent.isEmpty() || !parent.get().complete()) {
            draft.incomplete();
        }
        for (Column column : parent.map(Table::columns).orElse(List.of())) {
            if (draft.column(column.name()).isEmpty()) {
                draft.columns().add(new Columns(change).copy(column));
            }
        }
    }

    private void addAttributes(TableDraft draft, QualifiedName typeName) {
        if (change.now().type(typeName).found().orElse(null) instanceof CompositeType type) {
            type.attributes().forEach(attribute -> draft.columns().add(new Columns(change).copy(attribute)));
        } else {
            draft.incomplete();
        }
    }

    private void addColumns(TableDraft draft, List<TableElement> elements) {
        for (TableElement element : elements) {
            switch (element) {
                case ColumnDefinition column -> new Columns(change).add(draft, column);
                case LikeClause like -> new LikeCopy(change, like).addColumns(draft);
                case IndexDefinition ignored -> {}
                case TableConstraint ignored -> {}
            }
        }
    }

    private Partitioning partitioning(TableDraft draft, PartitionKey key) {
        var columns = key.elements().stream()
                .flatMap(element -> element.column().stream())
                .flatMap(name -> draft.column(name.value()).stream())
                .map(Column::id)
                .toList();
        boolean expressions =
                key.elements().stream().anyMatch(element -> element.expression().isPresent());
        var mentions = key.elements().stream()
                .flatMap(element -> element.expression().stream())
                .flatMap(expression -> Mentions.columns(expression.tokens(), draft.columns()).stream())
                .toList();
        return new Partitioning(key.strategy(), columns, expressions, mentions);
    }

    private void joinParents(TableDraft draft, CreateTable statement) {
        statement
                .partitionOf()
                .ifPresent(partition -> change.table(partition.parent())
                        .ifPresent(parent -> draft.partitionOf(
                                Optional.of(new Membership(parent.id(), Optional.of(partition.bound()))))));
        for (QualifiedName parent : statement.inherits()) {
            change.table(parent).ifPresent(table -> draft.inherits().add(table.id()));
        }
    }

    private void addConstraints(TableDraft draft, CreateTable statement) {
        var constraints = new Constraints(change);
        parents(statement).stream()
                .flatMap(name -> change.table(name).stream())
                .forEach(parent -> constraints.inherit(parent, draft.id()));
        List<TableConstraint> written = written(statement.elements());
        written.stream().filter(c -> c.kind() == TableConstraint.Kind.CHECK).forEach(c -> add(draft, c));
        likes(statement).forEach(like -> like.addChecks(draft.id()));
        written.stream().filter(c -> c.kind() == TableConstraint.Kind.NOT_NULL).forEach(c -> add(draft, c));
        addImpliedNotNull(draft, statement.elements());
        Optional<Table> parent = statement.partitionOf().flatMap(partition -> change.table(partition.parent()));
        parent.ifPresent(p -> new PartitionTree(change).spreadAll(p, change.table(draft.id())));
        IndexConstraintOrder.of(written).forEach(c -> add(draft, c));
        likes(statement).forEach(like -> like.addIndexes(draft.id()));
        written.stream()
                .filter(c -> c.kind() == TableConstraint.Kind.FOREIGN_KEY)
                .forEach(c -> add(draft, c));
        parent.ifPresent(p -> copyFromParent(p, draft));
    }

    /** In a new table there is nothing to validate: NOT VALID says nothing. */
    private void add(TableDraft draft, TableConstraint constraint) {
        new Constraints(change).add(draft.id(), IndexConstraintOrder.valid(constraint), false);
    }

    private static List<TableConstraint> written(List<TableElement> elements) {
        var constraints = new ArrayList<TableConstraint>();
        for (TableElement element : elements) {
            switch (element) {
                case ColumnDefinition column -> constraints.addAll(InlineConstraints.of(column));
                case TableConstraint constraint -> constraints.add(constraint);
                case IndexDefinition ignored -> {}
                case LikeClause ignored -> {}
            }
        }
        return constraints;
    }

    private List<LikeCopy> likes(CreateTable statement) {
        return statement.elements().stream()
                .filter(LikeClause.class::isInstance)
                .map(like -> new LikeCopy(change, (LikeClause) like))
                .toList();
    }

    private void addImpliedNotNull(TableDraft draft, List<TableElement> elements) {
        for (TableElement element : elements) {
            if (element instanceof ColumnDefinition column && Columns.impliesNotNull(column)) {
                new Constraints(change).setNotNull(draft.id(), column.name().value(), false);
            }
        }
        for (Column column : draft.columns()) {
            if (column.identity().isPresent()) {
                new Constraints(change).setNotNull(draft.id(), column.name(), false);
            }
        }
    }

    private void copyFromParent(Table parent, TableDraft draft) {
        for (Constraint constraint : parent.constraints()) {
            if (constraint.kind() == Constraint.Kind.FOREIGN_KEY) {
                new Constraints(change).copyForeignKey(constraint, parent, change.table(draft.id()));
            }
        }
        new Triggers(change).copyToPartition(parent, draft.id());
    }
}
