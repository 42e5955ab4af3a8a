package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE INDEX}.
 *
 * @param name its name; the engine makes one up when there is none
 * @param table the table
 * @param only whether partitions are left out
 * @param unique whether it is unique
 * @param concurrently whether it is built without stopping writes
 * @param ifNotExists whether it is skipped when the index exists
 * @param method the access method, {@code btree} unless said otherwise
 * @param elements its key columns and expressions
 * @param include columns carried without being part of the key
 * @param nullsNotDistinct whether NULLs are equal in a unique index
 * @param where the predicate of a partial index
 * @param options storage parameters
 * @param tablespace where it is stored, if said
 * @param online how it must be carried out, where that is demanded
 * @param span where it stands
 */
public record CreateIndex(
        Optional<Identifier> name,
        QualifiedName table,
        boolean only,
        boolean unique,
        boolean concurrently,
        boolean ifNotExists,
        String method,
        List<IndexElement> elements,
        List<Identifier> include,
        boolean nullsNotDistinct,
        Optional<Expression> where,
        List<Option> options,
        Optional<Identifier> tablespace,
        OnlineOptions online,
        Span span)
        implements Statement {
    /** Without demands on how it is carried out. */
    public CreateIndex(
            Optional<Identifier> name,
            QualifiedName table,
            boolean only,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            String method,
            List<IndexElement> elements,
            List<Identifier> include,
            boolean nullsNotDistinct,
            Optional<Expression> where,
            List<Option> options,
            Optional<Identifier> tablespace,
            Span span) {
        this(
                name,
                table,
                only,
                unique,
                concurrently,
                ifNotExists,
                method,
                elements,
                include,
                nullsNotDistinct,
                where,
                options,
                tablespace,
                OnlineOptions.NONE,
                span);
    }

    public CreateIndex {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
        options = List.copyOf(options);
    }
}
