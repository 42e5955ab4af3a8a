package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.List;
import java.util.Optional;

/** Foreign keys, which find by name what they point at: it may be made later, or again. */
final class ForeignKeys {
    private static final String GENERATED = "_ibfk_";

    private final Change change;
    private final TableDraft table;
    private int lastNumber;

    /** Names given now come after all that the table had before the statement. */
    ForeignKeys(Change change, TableDraft table) {
        this.change = change;
        this.table = table;
        this.lastNumber = GeneratedNumbers.highest(table, GENERATED);
    }

    /** Whether REFERENCES in the definition of a column is more than decoration. */
    static boolean honoursInline(Server server) {
        return server.isMariadb() || server.isMysqlFrom(9, 0, 0);
    }

    /** Adds one as written for the table. */
    void add(TableConstraint written) {
        Optional<Identifier> name = namesByIndex() ? written.name().or(written::usingIndex) : written.name();
        List<ObjectId> columns = written.columns().stream()
                .flatMap(column -> table.column(column.value()).stream())
                .map(Column::id)
                .toList();
        written.references().ifPresent(target -> add(name, columns, target));
    }

    /** Adds those of a column's definition. */
    void add(ColumnDefinition definition) {
        if (!honoursInline(change.server())) {
            return;
        }
        List<ObjectId> column =
                table.column(definition.name().value()).map(Column::id).stream().toList();
        for (ColumnConstraint constraint : definition.constraints()) {
            constraint.references().ifPresent(target -> add(constraint.name(), column, target));
        }
    }

    /** Whether the name of the index is that of the constraint too, where it has none of its own. */
    private boolean namesByIndex() {
        Server server = change.server();
        return server.isMariadb() || (server.isMysqlFrom(8, 0, 0) && !server.isMysqlFrom(8, 0, 16));
    }

    private void add(Optional<Identifier> given, List<ObjectId> columns, ForeignKeyTarget target) {
        String name = given.map(Identifier::value).orElseGet(() -> table.name().name() + GENERATED + ++lastNumber);
        boolean taken = table.constraints().stream()
                .anyMatch(
                        c -> c.kind() == Constraint.Kind.FOREIGN_KEY && c.name().equalsIgnoreCase(name));
        if (taken) {
            return;
        }
        table.constraints()
                .add(new Constraint(
                        change.schema().newId(),
                        name,
                        Constraint.Kind.FOREIGN_KEY,
                        columns,
                        Optional.empty(),
                        Optional.of(resolved(key(target))),
                        Optional.empty(),
                        true,
                        true,
                        false,
                        false,
                        false,
                        change.origin()));
    }

    private static ForeignKey key(ForeignKeyTarget target) {
        return new ForeignKey(
                Optional.empty(),
                target.table(),
                List.of(),
                target.columns().stream().map(Identifier::value).toList(),
                target.onDelete(),
                target.onUpdate());
    }

    private ForeignKey resolved(ForeignKey key) {
        String database = table.name().schema();
        boolean own = key.tableName().schema().orElse(database).equals(database)
                && key.tableName().name().equals(table.name().name());
        if (own) {
            return pointing(key, table.id(), table.columns());
        }
        return change.relationFrom(database, key.tableName())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .map(target -> pointing(key, target.id(), target.columns()))
                .orElse(key);
    }

    /** The key with the table that its name means. */
    static ForeignKey pointing(ForeignKey key, ObjectId table, List<Column> columns) {
        List<ObjectId> ids = key.columnNames().stream()
                .flatMap(name -> columns.stream().filter(c -> c.name().equalsIgnoreCase(name)))
                .map(Column::id)
                .toList();
        return new ForeignKey(
                Optional.of(table), key.tableName(), ids, key.columnNames(), key.onDelete(), key.onUpdate());
    }
}
