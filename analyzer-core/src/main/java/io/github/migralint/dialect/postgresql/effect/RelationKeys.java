package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names relations for effects: kind, name, and the schema where it is not the first of the search path.
 *
 * @param schema the schema before the statement
 */
record RelationKeys(Schema schema) {
    private static final String PARTITIONED_INDEX = "partitioned index";

    /** A relation that is there. */
    RelationKey of(Relation relation) {
        return new RelationKey(kind(relation), display(relation.name()), identity(relation), false);
    }

    List<RelationKey> of(List<? extends Relation> relations) {
        return relations.stream().map(this::of).toList();
    }

    /** A relation that the statement makes. */
    RelationKey created(Relation relation) {
        return new RelationKey(kind(relation), display(relation.name()), Optional.empty(), true);
    }

    /** A table that nothing is known about. */
    RelationKey unknown(QualifiedName name) {
        return new RelationKey("table", display(name), Optional.empty(), false);
    }

    /** The table of an index that was there before. */
    Optional<RelationKey> tableOf(RelationKey index) {
        return index.id()
                .flatMap(schema::index)
                .flatMap(found -> schema.object(found.table()))
                .filter(Relation.class::isInstance)
                .map(table -> of((Relation) table));
    }

    /** The index that had the name before, where a statement drops one and makes another. */
    Optional<RelationKey> replaced(RelationKey created) {
        if (!created.created()) {
            return Optional.empty();
        }
        return displayed(created.name())
                .flatMap(name -> schema.relation(name).stream())
                .filter(Index.class::isInstance)
                .map(this::of)
                .filter(key -> key.name().equals(created.name()))
                .findFirst();
    }

    /** The names that are shown so; dots may be a part of them. */
    private Stream<ObjectName> displayed(String shown) {
        Stream<ObjectName> unqualified =
                schema.searchPath().stream().limit(1).map(first -> new ObjectName(first, shown));
        Stream<ObjectName> qualified = IntStream.range(0, shown.length())
                .filter(i -> shown.charAt(i) == '.')
                .mapToObj(dot -> new ObjectName(shown.substring(0, dot), shown.substring(dot + 1)));
        return Stream.concat(unqualified, qualified);
    }

    private static Optional<ObjectId> identity(Relation relation) {
        return relation.id().value() < 0 ? Optional.empty() : Optional.of(relation.id());
    }

    static String kind(Relation relation) {
        return switch (relation) {
            case Table table ->
                switch (table.kind()) {
                    case PLAIN -> "table";
                    case PARTITIONED -> "partitioned";
                    case FOREIGN -> "foreign table";
                };
            case Index index -> index.partitioned() ? PARTITIONED_INDEX : "index";
            case View view -> view.materialized() ? "matview" : "view";
            case Sequence ignored -> "sequence";
        };
    }

    private String display(ObjectName name) {
        boolean first = schema.searchPath().stream()
                .findFirst()
                .filter(name.schema()::equals)
                .isPresent();
        return first ? name.name() : name.toString();
    }

    private String display(QualifiedName name) {
        boolean first = name.schema().isEmpty()
                || schema.searchPath().stream()
                        .findFirst()
                        .filter(name.schema().get()::equals)
                        .isPresent();
        return first ? name.name() : name.toString();
    }

    /** Whether work can be done on it: partitioned relations and views hold no rows of their own. */
    static boolean hasStorage(RelationKey relation) {
        return switch (relation.kind()) {
            case "table", "matview", "index", "sequence" -> true;
            default -> false;
        };
    }

    static boolean isTable(RelationKey relation) {
        return switch (relation.kind()) {
            case "table", "matview", "partitioned", "foreign table" -> true;
            default -> false;
        };
    }
}
