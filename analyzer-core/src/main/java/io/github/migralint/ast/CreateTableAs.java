package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;

/**
 * {@code CREATE TABLE … AS} and {@code CREATE MATERIALIZED VIEW}.
 *
 * @param name the new relation
 * @param materializedView whether it is a materialized view
 * @param persistence how long its rows live
 * @param ifNotExists whether it is skipped when the relation exists
 * @param columns column names, where given
 * @param query what fills it
 * @param withData whether it is filled at once
 * @param replace whether a relation of that name is dropped first
 * @param options of the table, names folded: {@code engine}, {@code character set}, …
 * @param span where it stands
 */
public record CreateTableAs(
        QualifiedName name,
        boolean materializedView,
        Persistence persistence,
        boolean ifNotExists,
        List<Identifier> columns,
        Query query,
        boolean withData,
        boolean replace,
        List<Option> options,
        Span span)
        implements Statement {
    /** Without options, where no relation of that name is. */
    public CreateTableAs(
            QualifiedName name,
            boolean materializedView,
            Persistence persistence,
            boolean ifNotExists,
            List<Identifier> columns,
            Query query,
            boolean withData,
            Span span) {
        this(name, materializedView, persistence, ifNotExists, columns, query, withData, false, List.of(), span);
    }

    public CreateTableAs {
        columns = List.copyOf(columns);
        options = List.copyOf(options);
    }
}
