package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;

/**
 * What a statement sees.
 *
 * @param schema the schema before it
 * @param server the server
 * @param settings the settings of the session
 */
record Scene(Schema schema, Server server, SessionSettings settings) {
    private static final ObjectId NOWHERE = new ObjectId(-1);

    static Scene of(Schema schema, Server server, ExecutionContext context) {
        return new Scene(schema, server, new SessionSettings(context.settings()));
    }

    boolean isMysql() {
        return server.isMysql();
    }

    boolean isMariadb() {
        return server.isMariadb();
    }

    /** The table of that name, or a stand-in of which nothing is known. */
    Table table(QualifiedName name) {
        return schema.table(name).orElseGet(() -> unknown(name));
    }

    /** A table of which nothing is known but its name. */
    Table unknown(QualifiedName name) {
        String database =
                name.schema().or(() -> schema.searchPath().stream().findFirst()).orElse("");
        var draft = new TableDraft(NOWHERE, new ObjectName(database, name.name()), Origin.BEFORE_HISTORY);
        return draft.incomplete().caseless(true).build();
    }

    static boolean isKnown(Table table) {
        return !table.id().equals(NOWHERE);
    }

    /** Whether the table is surely as the history shows it. */
    boolean certain(Table table) {
        return isKnown(table) && table.complete() && !schema.uncertain(table.name());
    }

    /** Whether a relation of that name that the history does not show is surely not there. */
    boolean surelyAbsent(QualifiedName name) {
        return schema.relation(name).isAbsent() && !schema.uncertain(name);
    }

    /** A table or view for effects. */
    RelationKey key(Relation relation) {
        Optional<ObjectId> id = relation.id().equals(NOWHERE) ? Optional.empty() : Optional.of(relation.id());
        return new RelationKey(kind(relation), shown(relation.name()), id, false);
    }

    /** A relation that a statement makes. */
    RelationKey created(String kind, QualifiedName name) {
        return new RelationKey(kind, unknown(name).name().name(), Optional.empty(), true);
    }

    /** An index that a statement makes, or one that is named only. */
    RelationKey index(String name, boolean created) {
        return new RelationKey("index", name, Optional.empty(), created);
    }

    private static String kind(Relation relation) {
        return switch (relation) {
            case Table table -> table.kind() == Table.Kind.PARTITIONED ? "partitioned" : "table";
            case View ignored -> "view";
            case Index ignored -> "index";
            default -> "sequence";
        };
    }

    private String shown(ObjectName name) {
        boolean first = schema.searchPath().stream()
                .findFirst()
                .filter(name.schema()::equals)
                .isPresent();
        return first || name.schema().isEmpty() ? name.name() : name.toString();
    }

    List<Index> indexes(Table table) {
        return isKnown(table) ? schema.indexesOf(table.id()) : List.of();
    }

    Optional<Index> index(Table table, String name) {
        return indexes(table).stream()
                .filter(index -> index.name().name().equalsIgnoreCase(name))
                .findFirst();
    }

    List<Index> indexesOn(Table table, Column column) {
        return indexes(table).stream()
                .filter(index -> index.parts().stream().anyMatch(part -> uses(part, column)))
                .toList();
    }

    private static boolean uses(IndexPart part, Column column) {
        return part.column().filter(column.id()::equals).isPresent()
                || part.mentions().contains(column.id());
    }

    static boolean isFulltext(Index index) {
        return index.method().equalsIgnoreCase("fulltext");
    }

    /** Whether the primary key has the column. */
    static boolean inPrimaryKey(Table table, Column column) {
        return table.primaryKey()
                .filter(key -> key.columns().contains(column.id()))
                .isPresent();
    }

    /** The foreign keys of other tables, or of itself, that point at a table. */
    List<Constraint> foreignKeysOnto(Table table) {
        return isKnown(table)
                ? schema.referencing(table.id()).stream()
                        .flatMap(child -> child.constraints().stream())
                        .filter(constraint -> constraint
                                .foreignKey()
                                .flatMap(key -> key.table())
                                .filter(table.id()::equals)
                                .isPresent())
                        .toList()
                : List.of();
    }

    /** The foreign keys of a table. */
    static List<Constraint> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                .toList();
    }
}
