package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** CREATE TABLE: columns, then indexes, then what checks rows. */
final class TableCreation {
    private final Change change;

    TableCreation(Change change) {
        this.change = change;
    }

    void create(CreateTable statement) {
        begin(statement.name(), statement.persistence(), statement.ifNotExists(), statement.replace())
                .ifPresent(draft -> fill(draft, statement));
    }

    /** {@code CREATE TABLE … SELECT} without columns of its own. */
    void create(CreateTableAs statement) {
        begin(statement.name(), statement.persistence(), statement.ifNotExists(), statement.replace())
                .ifPresent(draft -> {
                    TableOptions.initial(draft, change);
                    TableOptions.set(draft, statement.options(), change);
                    addQueried(draft, statement.query());
                    finish(draft, List.of());
                });
    }

    /** An empty draft, unless the name is taken. */
    private Optional<TableDraft> begin(
            QualifiedName written, Persistence persistence, boolean ifNotExists, boolean replace) {
        ObjectName name = persistence == Persistence.TEMPORARY
                ? change.schema().nameForTemporary(written)
                : change.schema().nameForNew(written);
        Optional<Relation> old = change.schema().relationNamed(name);
        if (old.isPresent() && !replace) {
            return Optional.empty();
        }
        boolean mayHaveBeenThere = ifNotExists && change.now().relation(written) instanceof Lookup.Unknown<?>;
        old.ifPresent(relation -> new Dropping(change).relation(relation));
        var draft = new TableDraft(change.schema().newId(), name, change.origin())
                .caseless(true)
                .persistence(persistence);
        if (mayHaveBeenThere) {
            draft.incomplete();
        } else {
            change.schema().markCertain(name.name());
        }
        return Optional.of(draft);
    }

    private void fill(TableDraft draft, CreateTable statement) {
        TableOptions.initial(draft, change);
        TableOptions.set(draft, options(statement), change);
        List<Index> copied = like(statement.elements())
                .map(like -> new LikeCopy(change).into(draft, like))
                .orElse(List.of());
        addColumns(draft, statement.elements());
        statement.query().ifPresent(query -> addQueried(draft, query));
        List<Index> indexes = new Keys(change, draft).settle(keys(draft, statement.elements()));
        addConstraints(draft, statement.elements());
        statement
                .partitionKey()
                .ifPresent(key -> draft.partitioning(Partitions.of(key, statement.partitions(), draft)));
        finish(draft, copied.isEmpty() ? indexes : copied);
    }

    private static List<Option> options(CreateTable statement) {
        var options = new ArrayList<>(statement.options());
        statement
                .accessMethod()
                .ifPresent(engine ->
                        options.add(new Option(TableOptions.ENGINE, Optional.of(engine.value()), engine.span())));
        return options;
    }

    private static Optional<LikeClause> like(List<TableElement> elements) {
        return elements.stream()
                .filter(LikeClause.class::isInstance)
                .map(LikeClause.class::cast)
                .findFirst();
    }

    private void addColumns(TableDraft draft, List<TableElement> elements) {
        for (TableElement element : elements) {
            if (element instanceof ColumnDefinition column) {
                draft.columns()
                        .add(new Columns(change)
                                .create(column, TableOptions.collationOf(draft, change), draft.columns()));
            }
        }
        GeneratedColumns.bind(draft, draft.columns().stream().map(Column::id).collect(Collectors.toSet()));
    }

    /** Columns of a query come behind those that only the statement defines. */
    private void addQueried(TableDraft draft, Query query) {
        Optional<List<Column>> output = new ViewQueries(change).columnsOfTable(query);
        draft.filled(true);
        if (output.isEmpty()) {
            draft.incomplete();
            return;
        }
        var queried = new ArrayList<Column>();
        for (Column column : output.get()) {
            Optional<Column> defined = draft.column(column.name());
            defined.ifPresent(draft.columns()::remove);
            queried.add(defined.orElse(column));
        }
        draft.columns().addAll(queried);
    }

    private KeyList keys(TableDraft draft, List<TableElement> elements) {
        var made = new Keys(change, draft);
        var keys = new KeyList();
        for (TableElement element : elements) {
            switch (element) {
                case ColumnDefinition column -> made.of(column).forEach(keys::add);
                case TableConstraint constraint -> made.of(constraint).ifPresent(keys::add);
                case IndexDefinition index -> keys.add(made.of(index));
                case LikeClause ignored -> {}
            }
        }
        return keys;
    }

    private void addConstraints(TableDraft draft, List<TableElement> elements) {
        var checks = new Checks(change, draft);
        var foreignKeys = new ForeignKeys(change, draft);
        for (TableElement element : elements) {
            switch (element) {
                case ColumnDefinition column -> {
                    checks.add(column);
                    foreignKeys.add(column);
                }
                case TableConstraint constraint -> {
                    switch (constraint.kind()) {
                        case CHECK -> checks.add(constraint);
                        case FOREIGN_KEY -> foreignKeys.add(constraint);
                        case NOT_NULL, UNIQUE, PRIMARY_KEY, EXCLUDE -> {}
                    }
                }
                case IndexDefinition ignored -> {}
                case LikeClause ignored -> {}
            }
        }
    }

    private void finish(TableDraft draft, List<Index> indexes) {
        Table table = draft.build();
        change.schema().put(table);
        indexes.forEach(change.schema()::put);
        new NameBinding(change).appeared(table.name());
    }
}
