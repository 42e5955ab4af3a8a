package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** PRIMARY KEY, UNIQUE and EXCLUDE: constraints with an index of the same name. */
final class IndexConstraints {
    private final Change change;

    IndexConstraints(Change change) {
        this.change = change;
    }

    /** Adds a constraint that makes its own index or takes one over. */
    void add(ObjectId tableId, TableConstraint constraint, boolean only) {
        if (constraint.usingIndex().isPresent()) {
            takeOver(change.table(tableId), constraint, constraint.usingIndex().get());
        } else {
            build(change.table(tableId), constraint, only);
        }
    }

    private void build(Table table, TableConstraint written, boolean only) {
        boolean partitioned = table.kind() == Table.Kind.PARTITIONED;
        boolean unfinished =
                partitioned && only && !change.now().childrenOf(table.id()).isEmpty();
        Constraint.Kind kind = kind(written.kind());
        var unnamed = new Index(
                change.schema().newId(),
                table.name(),
                table.id(),
                kind == Constraint.Kind.EXCLUDE
                        ? IndexBuilding.parts(written.elements(), table.columns())
                        : IndexBuilding.parts(Change.columnIds(table, written.columns())),
                Change.columnIds(table, written.include()),
                kind != Constraint.Kind.EXCLUDE,
                !unfinished,
                written.method().isEmpty() ? "btree" : written.method(),
                written.nullsNotDistinct(),
                written.where(),
                written.where()
                        .map(where -> Mentions.columns(where.tokens(), table.columns()))
                        .orElse(List.of()),
                partitioned,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                change.origin());
        String name =
                written.name().map(Identifier::value).orElseGet(() -> generatedName(change, unnamed, table, kind));
        Index index = unnamed.withName(new ObjectName(table.name().schema(), name));
        change.schema().put(index);
        attachConstraint(index, kind, written.attributes().deferrable(), name);
        if (partitioned && !only) {
            new PartitionTree(change).spread(change.now().index(index.id()).orElseThrow());
        }
    }

    static String generatedName(Change change, Index index, Table table, Constraint.Kind kind) {
        List<String> parts = IndexBuilding.nameParts(index, table.columns());
        var names = new GeneratedNames(change.schema());
        return switch (kind) {
            case PRIMARY_KEY -> names.indexConstraint(table.name(), List.of(), "pkey");
            case EXCLUDE -> names.indexConstraint(table.name(), parts, "excl");
            default -> names.indexConstraint(table.name(), parts, "key");
        };
    }

    private void takeOver(Table table, TableConstraint written, Identifier indexName) {
        ObjectName name = new ObjectName(table.name().schema(), indexName.value());
        Optional<Index> found = change.schema()
                .relationNamed(name)
                .filter(Index.class::isInstance)
                .map(Index.class::cast);
        String constraintName = written.name().orElse(indexName).value();
        found.ifPresent(index -> {
            Index renamed = index.withName(new ObjectName(table.name().schema(), constraintName));
            change.schema().put(renamed);
            attachConstraint(renamed, kind(written.kind()), written.attributes().deferrable(), constraintName);
        });
    }

    /** Puts a constraint over an index. */
    void attachConstraint(Index index, Constraint.Kind kind, boolean deferrable, String name) {
        List<ObjectId> columns = index.parts().stream()
                .map(IndexPart::column)
                .flatMap(Optional::stream)
                .toList();
        var constraint = new Constraint(
                change.schema().newId(),
                name,
                kind,
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.of(index.id()),
                true,
                true,
                deferrable,
                false,
                false,
                change.origin());
        change.edit(index.table(), draft -> draft.constraints().add(constraint));
        change.schema().put(index.withConstraint(Optional.of(constraint.id())));
        if (kind == Constraint.Kind.PRIMARY_KEY) {
            new Constraints(change).requireNotNull(index.table(), columns);
        }
    }

    private static Constraint.Kind kind(TableConstraint.Kind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> Constraint.Kind.PRIMARY_KEY;
            case EXCLUDE -> Constraint.Kind.EXCLUDE;
            default -> Constraint.Kind.UNIQUE;
        };
    }
}
