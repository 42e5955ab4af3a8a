package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Indexes: made alone, behind constraints, and on the partitions of a table. */
final class IndexBuilding {
    private final Change change;

    IndexBuilding(Change change) {
        this.change = change;
    }

    /** CREATE INDEX. */
    void create(CreateIndex statement) {
        Optional<Relation> relation = new UnknownTables(change).orAssumed(statement.table());
        relation.ifPresent(found -> create(statement, found));
    }

    private void create(CreateIndex statement, Relation relation) {
        Optional<ObjectName> given =
                statement.name().map(name -> new ObjectName(relation.name().schema(), name.value()));
        boolean taken = given.flatMap(change.schema()::relationNamed).isPresent();
        if (taken) {
            return;
        }
        if (relation instanceof Table table) {
            new Columns(change).assume(table.id(), columnNames(statement.elements(), statement.include()));
        }
        List<Column> columns = columnsOf(
                change.now().object(relation.id()).map(Relation.class::cast).orElse(relation));
        boolean partitioned = relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED;
        boolean unfinished = partitioned
                && statement.only()
                && !change.now().childrenOf(relation.id()).isEmpty();
        var index = new Index(
                change.schema().newId(),
                given.orElse(relation.name()),
                relation.id(),
                parts(statement.elements(), columns),
                ids(statement.include(), columns),
                statement.unique(),
                !unfinished,
                statement.method(),
                statement.nullsNotDistinct(),
                statement.where(),
                statement
                        .where()
                        .map(where -> Mentions.columns(where.tokens(), columns))
                        .orElse(List.of()),
                partitioned,
                Optional.empty(),
                Optional.empty(),
                statement.tablespace().map(Identifier::value),
                change.origin());
        Index named = given.isPresent() ? index : index.withName(generatedName(index, relation.name(), columns));
        change.schema().put(named);
        change.schema().markCertain(named.name().name());
        if (partitioned && !statement.only()) {
            new PartitionTree(change).spread(named);
        }
    }

    private static List<Identifier> columnNames(List<IndexElement> elements, List<Identifier> include) {
        return Stream.concat(elements.stream().flatMap(e -> e.column().stream()), include.stream())
                .toList();
    }

    private static List<Column> columnsOf(Relation relation) {
        return switch (relation) {
            case Table table -> table.columns();
            case View view -> view.columns();
            default -> List.of();
        };
    }

    static List<IndexPart> parts(List<IndexElement> elements, List<Column> columns) {
        return elements.stream().map(element -> part(element, columns)).toList();
    }

    private static IndexPart part(IndexElement element, List<Column> columns) {
        List<ObjectId> column =
                element.column().map(name -> ids(List.of(name), columns)).orElse(List.of());
        List<ObjectId> mentions = element.expression()
                .map(expression -> Mentions.columns(expression.tokens(), columns))
                .orElse(column);
        return new IndexPart(
                column.stream().findFirst(),
                element.expression(),
                mentions,
                element.collation().map(QualifiedName::toString),
                element.operatorClass().map(QualifiedName::toString),
                element.descending());
    }

    static List<IndexPart> parts(List<ObjectId> columns) {
        return columns.stream()
                .map(column -> new IndexPart(
                        Optional.of(column),
                        Optional.empty(),
                        List.of(column),
                        Optional.empty(),
                        Optional.empty(),
                        false))
                .toList();
    }

    static List<ObjectId> ids(List<Identifier> names, List<Column> columns) {
        return names.stream()
                .flatMap(name -> columns.stream().filter(c -> c.name().equals(name.value())))
                .map(Column::id)
                .toList();
    }

    /** The name that the server makes up for an index that stands alone. */
    ObjectName generatedName(Index index, ObjectName table, List<Column> columns) {
        String name = new GeneratedNames(change.schema()).index(table, nameParts(index, columns));
        return new ObjectName(table.schema(), name);
    }

    /** What the generated name of an index is made of: its columns, and names for its expressions. */
    static List<String> nameParts(Index index, List<Column> columns) {
        var names = new ArrayList<String>();
        for (IndexPart part : index.parts()) {
            names.add(part.column()
                    .flatMap(id ->
                            columns.stream().filter(c -> c.id().equals(id)).findFirst())
                    .map(Column::name)
                    .or(() -> part.expression().flatMap(e -> ExpressionName.of(e.tokens())))
                    .orElse("expr"));
        }
        for (ObjectId included : index.include()) {
            columns.stream()
                    .filter(c -> c.id().equals(included))
                    .map(Column::name)
                    .forEach(names::add);
        }
        return GeneratedNames.distinct(names);
    }
}
