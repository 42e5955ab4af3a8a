package io.github.migralint.schema;

import io.github.migralint.ast.Expression;
import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param id its identity
 * @param name its present name
 * @param table its table
 * @param parts its key parts
 * @param include columns carried along
 * @param unique whether it is unique
 * @param valid whether it is complete and may be used
 * @param visible whether the planner may use it: an invisible one is kept up to date all the same
 * @param implicit whether the server made it for a foreign key, and lets it go when another index serves that as well
 * @param method its access method
 * @param nullsNotDistinct whether NULLs are equal
 * @param predicate of a partial index
 * @param predicateColumns columns that the predicate mentions
 * @param partitioned whether it stands for the indexes of partitions
 * @param parent the index of the partitioned table it is part of
 * @param constraint the constraint it belongs to
 * @param tablespace where it is stored, if said
 * @param origin where it was created
 */
public record Index(
        ObjectId id,
        ObjectName name,
        ObjectId table,
        List<IndexPart> parts,
        List<ObjectId> include,
        boolean unique,
        boolean valid,
        boolean visible,
        boolean implicit,
        String method,
        boolean nullsNotDistinct,
        Optional<Expression> predicate,
        List<ObjectId> predicateColumns,
        boolean partitioned,
        Optional<ObjectId> parent,
        Optional<ObjectId> constraint,
        Optional<String> tablespace,
        Origin origin)
        implements Relation {
    /** An index that the planner may use and that a statement asked for. */
    public Index(
            ObjectId id,
            ObjectName name,
            ObjectId table,
            List<IndexPart> parts,
            List<ObjectId> include,
            boolean unique,
            boolean valid,
            String method,
            boolean nullsNotDistinct,
            Optional<Expression> predicate,
            List<ObjectId> predicateColumns,
            boolean partitioned,
            Optional<ObjectId> parent,
            Optional<ObjectId> constraint,
            Optional<String> tablespace,
            Origin origin) {
        this(
                id,
                name,
                table,
                parts,
                include,
                unique,
                valid,
                true,
                false,
                method,
                nullsNotDistinct,
                predicate,
                predicateColumns,
                partitioned,
                parent,
                constraint,
                tablespace,
                origin);
    }

    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
        predicateColumns = List.copyOf(predicateColumns);
    }

    /** Whether a key part is an expression. */
    public boolean hasExpressions() {
        return parts.stream().anyMatch(part -> part.column().isEmpty());
    }

    /** The same with another name. */
    public Index withName(ObjectName newName) {
        return new Index(
                id,
                newName,
                table,
                parts,
                include,
                unique,
                valid,
                visible,
                implicit,
                method,
                nullsNotDistinct,
                predicate,
                predicateColumns,
                partitioned,
                parent,
                constraint,
                tablespace,
                origin);
    }

    /** The same with another validity. */
    public Index withValid(boolean newValid) {
        return new Index(
                id,
                name,
                table,
                parts,
                include,
                unique,
                newValid,
                visible,
                implicit,
                method,
                nullsNotDistinct,
                predicate,
                predicateColumns,
                partitioned,
                parent,
                constraint,
                tablespace,
                origin);
    }

    /** The same with another parent. */
    public Index withParent(Optional<ObjectId> newParent) {
        return new Index(
                id,
                name,
                table,
                parts,
                include,
                unique,
                valid,
                visible,
                implicit,
                method,
                nullsNotDistinct,
                predicate,
                predicateColumns,
                partitioned,
                newParent,
                constraint,
                tablespace,
                origin);
    }

    /** The same with another constraint it belongs to. */
    public Index withConstraint(Optional<ObjectId> newConstraint) {
        return new Index(
                id,
                name,
                table,
                parts,
                include,
                unique,
                valid,
                visible,
                implicit,
                method,
                nullsNotDistinct,
                predicate,
                predicateColumns,
                partitioned,
                parent,
                newConstraint,
                tablespace,
                origin);
    }

    /** The same, used by the planner or not. */
    public Index withVisible(boolean newVisible) {
        return new Index(
                id,
                name,
                table,
                parts,
                include,
                unique,
                valid,
                newVisible,
                implicit,
                method,
                nullsNotDistinct,
                predicate,
                predicateColumns,
                partitioned,
                parent,
                constraint,
                tablespace,
                origin);
    }

    /** The same, asked for by a statement or not. */
    public Index withImplicit(boolean newImplicit) {
        return new Index(
                id,
                name,
                table,
                parts,
                include,
                unique,
                valid,
                visible,
                newImplicit,
                method,
                nullsNotDistinct,
                predicate,
                predicateColumns,
                partitioned,
                parent,
                constraint,
                tablespace,
                origin);
    }

    /** The same with other key parts. */
    public Index withParts(List<IndexPart> newParts) {
        return new Index(
                id,
                name,
                table,
                newParts,
                include,
                unique,
                valid,
                visible,
                implicit,
                method,
                nullsNotDistinct,
                predicate,
                predicateColumns,
                partitioned,
                parent,
                constraint,
                tablespace,
                origin);
    }
}
