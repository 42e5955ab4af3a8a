package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A constraint of CREATE TABLE or ADD CONSTRAINT.
 *
 * @param name its name, where given
 * @param kind what it is
 * @param columns its columns; none for CHECK and EXCLUDE
 * @param expression of CHECK
 * @param elements of EXCLUDE, and of a key whose parts are more than columns: prefixes, expressions, directions
 * @param method access method of EXCLUDE, or of the index of a key where it is named; or empty
 * @param where predicate of EXCLUDE
 * @param include columns carried in the index
 * @param usingIndex the index it takes over, or the name that a foreign key wants for its index
 * @param references the target of a foreign key
 * @param nullsNotDistinct whether NULLs are equal in UNIQUE
 * @param period whether its last column is a range: WITHOUT OVERLAPS of a key, PERIOD of a foreign key
 * @param noInherit whether children go without it
 * @param attributes deferrability, validity, enforcement
 * @param options of the index of a key, names folded: {@code comment}, {@code invisible}, {@code ignored}, {@code key_block_size}
 * @param span where it stands
 */
public record TableConstraint(
        Optional<Identifier> name,
        TableConstraint.Kind kind,
        List<Identifier> columns,
        Optional<Expression> expression,
        List<IndexElement> elements,
        String method,
        Optional<Expression> where,
        List<Identifier> include,
        Optional<Identifier> usingIndex,
        Optional<ForeignKeyTarget> references,
        boolean nullsNotDistinct,
        boolean period,
        boolean noInherit,
        ConstraintAttributes attributes,
        List<Option> options,
        Span span)
        implements TableElement {
    /** Without options of an index. */
    public TableConstraint(
            Optional<Identifier> name,
            TableConstraint.Kind kind,
            List<Identifier> columns,
            Optional<Expression> expression,
            List<IndexElement> elements,
            String method,
            Optional<Expression> where,
            List<Identifier> include,
            Optional<Identifier> usingIndex,
            Optional<ForeignKeyTarget> references,
            boolean nullsNotDistinct,
            boolean period,
            boolean noInherit,
            ConstraintAttributes attributes,
            Span span) {
        this(
                name,
                kind,
                columns,
                expression,
                elements,
                method,
                where,
                include,
                usingIndex,
                references,
                nullsNotDistinct,
                period,
                noInherit,
                attributes,
                List.of(),
                span);
    }

    public TableConstraint {
        columns = List.copyOf(columns);
        elements = List.copyOf(elements);
        include = List.copyOf(include);
        options = List.copyOf(options);
    }

    /** What a table constraint is. */
    public enum Kind {
        CHECK,
        NOT_NULL,
        UNIQUE,
        PRIMARY_KEY,
        EXCLUDE,
        FOREIGN_KEY
    }
}
