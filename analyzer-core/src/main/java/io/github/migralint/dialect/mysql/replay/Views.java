package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Query;
import io.github.migralint.dialect.query.QueryReading;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views, which hold their query as it was written and mean by its names what those mean at the moment. */
final class Views {
    private final Change change;

    Views(Change change) {
        this.change = change;
    }

    void create(CreateView statement) {
        ObjectName name = change.schema().nameForNew(statement.name());
        Optional<Relation> old = change.schema().relationNamed(name);
        boolean replaces =
                statement.replace() && old.filter(View.class::isInstance).isPresent();
        if (old.isPresent() && !replaces) {
            return;
        }
        ObjectId id = old.map(Relation::id).orElseGet(change.schema()::newId);
        put(id, name, statement);
        change.schema().markCertain(name.name());
        new NameBinding(change).appeared(name);
    }

    private void put(ObjectId id, ObjectName name, CreateView statement) {
        Query query = statement.query();
        QueryReading reading = new ViewQueries(change).read(query);
        Map<String, String> options = new LinkedHashMap<>();
        for (Option option : statement.options()) {
            options.put(option.name(), option.value().orElse("true"));
        }
        change.schema()
                .put(new View(
                        id,
                        name,
                        false,
                        false,
                        columns(reading, statement.columns()).orElse(List.of()),
                        query,
                        ids(reading),
                        reading.columnsRead(),
                        options,
                        change.origin()));
    }

    private static List<ObjectId> ids(QueryReading reading) {
        return reading.relations().stream().map(Relation::id).distinct().toList();
    }

    /** The columns of a query, renamed by a column list; none when the query does not tell how many there are. */
    private static Optional<List<Column>> columns(QueryReading reading, List<Identifier> names) {
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

    /** The view, reading what its names mean now; its own columns stay as they were when it was made. */
    View rebound(View view) {
        QueryReading reading =
                new ViewQueries(change).read(view.query(), view.name().schema());
        return new View(
                view.id(),
                view.name(),
                view.materialized(),
                view.populated(),
                view.columns(),
                view.query(),
                ids(reading),
                reading.columnsRead(),
                view.options(),
                view.origin());
    }
}
