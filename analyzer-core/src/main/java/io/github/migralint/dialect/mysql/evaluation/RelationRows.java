package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.View;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows about tables, views, columns, indexes, triggers, routines and databases. */
final class RelationRows {
    private final InformationSchema information;

    RelationRows(InformationSchema information) {
        this.information = information;
    }

    private Schema schema() {
        return information.schema();
    }

    Rows tables() {
        var rows = new Rows();
        for (Table table : information.tables()) {
            Map<String, Datum> cells = ofTable(table);
            cells.put("table_type", Datum.text("BASE TABLE"));
            option(table, "engine").ifPresent(engine -> cells.put("engine", engine));
            option(table, "collate").ifPresent(collation -> cells.put("table_collation", collation));
            rows.add(information.isCertain(table), cells);
        }
        for (View view : information.views()) {
            rows.add(information.isCertain(view), ofView(view, "table_type", Datum.text("VIEW")));
        }
        information.unknownTables(name -> rows.add(false, Map.of("table_name", name)));
        return rows;
    }

    private static Optional<Datum> option(Table table, String name) {
        return Optional.ofNullable(table.options().get(name)).map(Datum::text);
    }

    Rows views() {
        var rows = new Rows();
        for (View view : information.views()) {
            rows.add(information.isCertain(view), ofView(view, "table_catalog", Datum.text("def")));
        }
        information.unknownTables(name -> rows.add(false, Map.of("table_name", name)));
        return rows;
    }

    private static Map<String, Datum> ofView(View view, String column, Datum value) {
        return Map.of(
                "table_schema",
                InformationSchema.database(view.name().schema()),
                "table_name",
                Datum.name(view.name().name()),
                column,
                value);
    }

    /** What all tables about tables have. */
    static Map<String, Datum> ofTable(Table table) {
        var cells = new HashMap<String, Datum>();
        cells.put("table_schema", InformationSchema.database(table.name().schema()));
        cells.put("table_name", Datum.name(table.name().name()));
        return cells;
    }

    Rows columns() {
        var rows = new Rows();
        for (Table table : information.tables()) {
            for (int i = 0; i < table.columns().size(); i++) {
                Map<String, Datum> cells = ofTable(table);
                cells.put("ordinal_position", Datum.number(i + 1));
                addColumn(table.columns().get(i), cells);
                rows.add(information.isCertain(table), cells);
            }
            if (!table.complete() || !information.isCertain(table)) {
                rows.add(false, ofTable(table));
            }
        }
        for (View view : information.views()) {
            rows.add(false, ofView(view, "table_catalog", Datum.text("def")));
        }
        information.unknownTables(name -> rows.add(false, Map.of("table_name", name)));
        return rows;
    }

    private static void addColumn(Column column, Map<String, Datum> cells) {
        cells.put("column_name", Datum.text(column.name()));
        cells.put("is_nullable", Datum.text(column.notNull() ? "NO" : "YES"));
        column.type().ifPresent(type -> {
            cells.put("data_type", Datum.text(type.name().toLowerCase(Locale.ROOT)));
            // the server leaves out display widths and writes others as it likes
            if (type.modifiers().size() == 1
                    && type.name().toLowerCase(Locale.ROOT).endsWith("char")) {
                cells.put("column_type", Datum.text(type.toString().toLowerCase(Locale.ROOT)));
                cells.put(
                        "character_maximum_length", Datum.text(type.modifiers().getFirst()));
            }
        });
        if (column.defaultValue().isEmpty()) {
            cells.put("column_default", Datum.of(Value.NULL));
        }
        column.traits().comment().ifPresent(comment -> cells.put("column_comment", Datum.text(comment)));
        column.traits().charset().ifPresent(charset -> cells.put("character_set_name", Datum.text(charset)));
        column.collation().ifPresent(collation -> cells.put("collation_name", Datum.text(collation)));
    }

    Rows statistics() {
        var rows = new Rows();
        for (Table table : information.tables()) {
            for (Index index : schema().indexesOf(table.id())) {
                for (int i = 0; i < index.parts().size(); i++) {
                    Map<String, Datum> cells = ofTable(table);
                    cells.put(
                            "index_schema",
                            InformationSchema.database(table.name().schema()));
                    cells.put("index_name", Datum.text(index.name().name()));
                    cells.put("non_unique", Datum.number(index.unique() ? 0 : 1));
                    cells.put("seq_in_index", Datum.number(i + 1L));
                    cells.put("index_type", Datum.text(index.method().toUpperCase(Locale.ROOT)));
                    index.parts()
                            .get(i)
                            .column()
                            .flatMap(id -> columnName(table, id))
                            .ifPresent(name -> cells.put("column_name", name));
                    rows.add(information.isCertain(table), cells);
                }
            }
            if (!table.complete() || !information.isCertain(table)) {
                rows.add(false, ofTable(table));
            }
        }
        information.unknownTables(name -> rows.add(false, Map.of("table_name", name)));
        return rows;
    }

    static Optional<Datum> columnName(Table table, ObjectId id) {
        return table.columns().stream()
                .filter(column -> column.id().equals(id))
                .map(column -> Datum.text(column.name()))
                .findFirst();
    }

    Rows triggers() {
        var rows = new Rows();
        for (Table table : information.tables()) {
            for (Trigger trigger : table.triggers()) {
                for (String event : trigger.events()) {
                    rows.add(
                            information.isCertain(table),
                            Map.of(
                                    "trigger_schema",
                                            InformationSchema.database(
                                                    table.name().schema()),
                                    "trigger_name", Datum.text(trigger.name()),
                                    "event_manipulation", Datum.text(event),
                                    "event_object_schema",
                                            InformationSchema.database(
                                                    table.name().schema()),
                                    "event_object_table",
                                            Datum.name(table.name().name()),
                                    "action_timing", Datum.text(trigger.timing())));
                }
            }
            if (!table.complete() || !information.isCertain(table)) {
                rows.add(
                        false,
                        Map.of("event_object_table", Datum.name(table.name().name())));
            }
        }
        information.unknownTables(name -> rows.add(false, Map.of("event_object_table", name)));
        return rows;
    }

    Rows routines() {
        var rows = new Rows();
        for (Routine routine : schema().routines()) {
            if (!routine.returnType().equals("trigger")) {
                rows.add(
                        true,
                        Map.of(
                                "routine_schema",
                                        InformationSchema.database(
                                                routine.name().schema()),
                                "routine_name", Datum.text(routine.name().name()),
                                "specific_name", Datum.text(routine.name().name()),
                                "routine_type", Datum.text(routine.procedure() ? "PROCEDURE" : "FUNCTION")));
            }
        }
        if (!schema().complete()) {
            rows.add(false, Map.of());
        }
        return rows;
    }

    Rows schemata() {
        var rows = new Rows();
        schema().schemas().forEach(name -> rows.add(true, Map.of("schema_name", InformationSchema.database(name))));
        if (!schema().complete()) {
            rows.add(false, Map.of());
        }
        return rows;
    }
}
