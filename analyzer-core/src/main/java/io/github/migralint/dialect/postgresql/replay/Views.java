package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.RefreshMaterializedView;
import io.github.migralint.ast.Select;
import io.github.migralint.dialect.query.QueryReading;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.TableDraft;
import io.github.migralint.schema.View;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views, materialized views and tables made by a query. */
final class Views {
    private final Change change;

    Views(Change change) {
        this.change = change;
    }

    void create(CreateView statement) {
        ObjectName name = statement.persistence() == Persistence.TEMPORARY
                ? change.schema().nameForTemporary(statement.name())
                : change.schema().nameForNew(statement.name());
        Optional<Relation> old = change.schema().relationNamed(name);
        boolean replaces =
                statement.replace() && old.filter(View.class::isInstance).isPresent();
        if (old.isPresent() && !replaces) {
            return;
        }
        ObjectId id = old.map(Relation::id).orElseGet(change.schema()::newId);
        Map<String, String> options = new LinkedHashMap<>();
        for (Option option : statement.options()) {
            options.put(option.name(), option.value().orElse("true"));
        }
        put(id, name, false, false, statement.columns(), statement.query(), options);
    }

    private void put(
            ObjectId id,
            ObjectName name,
            boolean materialized,
            boolean populated,
            List<Identifier> columns,
            Query query,
            Map<String, String> options) {
        var reading = PostgresqlSpelling.read(query, change);
        change.schema()
                .put(new View(
                        id,
                        name,
                        materialized,
                        populated,
                        columns(reading, columns).orElse(List.of()),
                        query,
                        reading.relations().stream()
                                .map(Relation::id)
                                .distinct()
                                .toList(),
                        reading.columnsRead(),
                        options,
                        change.origin()));
        change.schema().markCertain(name.name());
    }

    /** The columns of a query, renamed by a column list; none when the query does not tell how many there are. */
    private Optional<List<Column>> columns(QueryReading reading, List<Identifier> names) {
        Optional<List<Column>> columns = reading.output();
        if (columns.isEmpty()) {
            return names.isEmpty() ? Optional.empty() : Optional.of(reading.untyped(names));
        }
        var renamed = new ArrayList<>(columns.get());
        for (int i = 0; i < Math.min(names.size(), renamed.size()); i++) {
            renamed.set(i, renamed.get(i).withName(names.get(i).value()));
        }
        return Optional.of(renamed);
    }

    void createTable(CreateTableAs statement) {
        ObjectName name = statement.persistence() == Persistence.TEMPORARY
                ? change.schema().nameForTemporary(statement.name())
                : change.schema().nameForNew(statement.name());
        if (change.schema().relationNamed(name).isPresent()) {
            return;
        }
        if (statement.materializedView()) {
            put(
                    change.schema().newId(),
                    name,
                    true,
                    statement.withData(),
                    statement.columns(),
                    statement.query(),
                    Map.of());
        } else {
            boolean maybe =
                    statement.ifNotExists() && change.now().relation(statement.name()) instanceof Lookup.Unknown<?>;
            putTable(
                    name, statement.columns(), statement.query(), statement.persistence(), statement.withData(), maybe);
        }
    }

    private void putTable(
            ObjectName name,
            List<Identifier> names,
            Query query,
            Persistence persistence,
            boolean filled,
            boolean mayHaveBeenThere) {
        Optional<List<Column>> columns = columns(PostgresqlSpelling.read(query, change), names);
        var draft = new TableDraft(change.schema().newId(), name, change.origin())
                .persistence(persistence)
                .filled(filled);
        columns.ifPresent(draft.columns()::addAll);
        if (columns.isEmpty() || mayHaveBeenThere) {
            draft.incomplete();
        }
        change.schema().put(draft.build());
        change.schema().markCertain(name.name());
    }

    /** A query on its own may create a table, and may change the search path. */
    void select(Select statement) {
        new Sessions(change).select(statement);
        statement.into().ifPresent(target -> selectInto(target, statement));
    }

    private void selectInto(QualifiedName target, Select statement) {
        Persistence persistence = intoPersistence(statement.query().tokens());
        ObjectName name = persistence == Persistence.TEMPORARY
                ? change.schema().nameForTemporary(target)
                : change.schema().nameForNew(target);
        if (change.schema().relationNamed(name).isEmpty()) {
            putTable(name, List.of(), statement.query(), persistence, true, false);
        }
    }

    private static Persistence intoPersistence(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).isWord("into")) {
                boolean temporary =
                        tokens.get(i).isWord("temp") || tokens.get(i).isWord("temporary");
                boolean unlogged = tokens.get(i).isWord("unlogged");
                return temporary ? Persistence.TEMPORARY : unlogged ? Persistence.UNLOGGED : Persistence.PERMANENT;
            }
        }
        return Persistence.PERMANENT;
    }

    void refresh(RefreshMaterializedView statement) {
        change.relation(statement.name()).ifPresent(relation -> {
            if (relation instanceof View view) {
                change.schema().put(view.withPopulated(statement.withData()));
            }
        });
    }
}
