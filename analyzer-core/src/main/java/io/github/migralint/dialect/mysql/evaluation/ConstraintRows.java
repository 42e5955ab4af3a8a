package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The rows about constraints. */
final class ConstraintRows {
    private final InformationSchema information;

    ConstraintRows(InformationSchema information) {
        this.information = information;
    }

    /** Calls with each constraint and the cells that all tables about constraints have. */
    private Rows of(BiConsumer<Rows, Owned> each) {
        var rows = new Rows();
        for (Table table : information.tables()) {
            for (Constraint constraint : table.constraints()) {
                if (constraint.kind() != Constraint.Kind.NOT_NULL) {
                    each.accept(rows, new Owned(table, constraint, information.isCertain(table)));
                }
            }
            if (!table.complete() || !information.isCertain(table)) {
                rows.add(false, RelationRows.ofTable(table));
            }
        }
        information.unknownTables(name -> rows.add(false, Map.of("table_name", name)));
        return rows;
    }

    /** A constraint and its table. */
    private record Owned(Table table, Constraint constraint, boolean certain) {
        Map<String, Datum> cells() {
            Map<String, Datum> cells = RelationRows.ofTable(table);
            cells.put(
                    "constraint_schema", InformationSchema.database(table.name().schema()));
            cells.put("constraint_name", Datum.text(name()));
            return cells;
        }

        private String name() {
            return constraint.kind() == Constraint.Kind.PRIMARY_KEY ? "PRIMARY" : constraint.name();
        }
    }

    Rows constraints() {
        return of((rows, owned) -> {
            Map<String, Datum> cells = owned.cells();
            cells.put("constraint_type", Datum.text(word(owned.constraint().kind())));
            rows.add(owned.certain(), cells);
        });
    }

    private static String word(Constraint.Kind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> "PRIMARY KEY";
            case UNIQUE -> "UNIQUE";
            case FOREIGN_KEY -> "FOREIGN KEY";
            case CHECK, NOT_NULL, EXCLUDE -> "CHECK";
        };
    }

    Rows keyColumns() {
        return of((rows, owned) -> {
            if (owned.constraint().kind() != Constraint.Kind.CHECK) {
                List<ObjectId> columns = owned.constraint().columns();
                for (int i = 0; i < columns.size(); i++) {
                    rows.add(owned.certain(), keyColumn(owned, i));
                }
            }
        });
    }

    private Map<String, Datum> keyColumn(Owned owned, int place) {
        Map<String, Datum> cells = owned.cells();
        cells.put("ordinal_position", Datum.number(place + 1L));
        RelationRows.columnName(owned.table(), owned.constraint().columns().get(place))
                .ifPresent(name -> cells.put("column_name", name));
        Optional<ForeignKey> key = owned.constraint().foreignKey();
        if (key.isEmpty()) {
            cells.put("referenced_table_schema", Datum.NULL);
            cells.put("referenced_table_name", Datum.NULL);
            cells.put("referenced_column_name", Datum.NULL);
            return cells;
        }
        target(key.get(), cells);
        if (place < key.get().columnNames().size()) {
            cells.put(
                    "referenced_column_name", Datum.text(key.get().columnNames().get(place)));
        }
        return cells;
    }

    private void target(ForeignKey key, Map<String, Datum> cells) {
        Optional<Table> table = key.table().flatMap(information.schema()::table);
        cells.put(
                "referenced_table_name",
                table.map(target -> Datum.name(target.name().name()))
                        .orElseGet(() -> Datum.name(key.tableName().name())));
        table.ifPresent(target -> cells.put(
                "referenced_table_schema",
                InformationSchema.database(target.name().schema())));
    }

    Rows references() {
        return of((rows, owned) -> owned.constraint().foreignKey().ifPresent(key -> {
            Map<String, Datum> cells = owned.cells();
            target(key, cells);
            cells.put("delete_rule", rule(key.onDelete()));
            cells.put("update_rule", rule(key.onUpdate()));
            rows.add(owned.certain(), cells);
        }));
    }

    /** Without a rule MySQL says NO ACTION and MariaDB RESTRICT, which mean the same. */
    private static Datum rule(String action) {
        return action.isEmpty() ? Datum.UNKNOWN : Datum.text(action);
    }

    Rows checks() {
        return of((rows, owned) -> {
            if (owned.constraint().kind() == Constraint.Kind.CHECK) {
                rows.add(owned.certain(), owned.cells());
            }
        });
    }
}
