package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Query;
import io.github.migralint.dialect.query.QueryReading;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** What the queries of views and of new tables read and give. */
final class ViewQueries {
    private final Change change;

    ViewQueries(Change change) {
        this.change = change;
    }

    /** A query of a statement: names are looked up where the statement runs. */
    QueryReading read(Query query) {
        return new QueryReading(query, MysqlSpelling.SPELLING, change::relation, change.schema(), change.origin());
    }

    /** A query that something in a database keeps. */
    QueryReading read(Query query, String database) {
        return new QueryReading(
                query,
                MysqlSpelling.SPELLING,
                name -> change.relationFrom(database, name),
                change.schema(),
                change.origin());
    }

    /** The columns that a table gets from a query: those it selects as they are, of others only the names. */
    Optional<List<Column>> columnsOfTable(Query query) {
        QueryReading reading = read(query);
        return reading.output()
                .map(columns -> columns.stream()
                        .map(column -> like(column, reading.relations()))
                        .toList());
    }

    /** A selected column keeps its collation, its default and whether it refuses NULL. */
    private static Column like(Column column, List<Relation> relations) {
        List<Column> sources = relations.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .flatMap(table -> table.column(column.name()).stream())
                .toList();
        if (sources.size() != 1 || column.type().isEmpty()) {
            return column;
        }
        Column source = sources.getFirst();
        return column.withNotNull(source.notNull())
                .withDefaultValue(source.defaultValue())
                .withCollation(source.collation())
                .withTraits(source.traits());
    }
}
