package io.github.migralint.dialect.mysql.catalog;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a replayed schema says, in the words of the server. */
final class ReplayedCatalog {
    private static final String TEMPORARY = "temporary tables";

    private final Schema schema;
    private final Set<Fact> facts = new TreeSet<>();

    private ReplayedCatalog(Schema schema) {
        this.schema = schema;
    }

    static Set<Fact> of(Schema schema) {
        var catalog = new ReplayedCatalog(schema);
        schema.relations().stream()
                .filter(relation -> !relation.name().schema().equals(TEMPORARY))
                .forEach(catalog::relation);
        schema.routines().stream()
                .filter(routine -> !routine.returnType().equals("trigger"))
                .forEach(routine -> catalog.facts.add(new Fact(
                        "routine", routine.name().toString(), routine.procedure() ? "PROCEDURE" : "FUNCTION")));
        return catalog.facts;
    }

    private void relation(Relation relation) {
        String name = relation.name().toString();
        switch (relation) {
            case Table table -> table(table);
            case View view -> {
                facts.add(new Fact("view", name, ""));
                String columns = view.columns().stream()
                        .map(column -> column.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(","));
                facts.add(new Fact("view columns", name, columns));
            }
            case Sequence ignored -> facts.add(new Fact("sequence", name, ""));
            case Index index -> index(index);
        }
    }

    private void table(Table table) {
        String name = table.name().toString();
        facts.add(new Fact(
                "table",
                name,
                table.options().getOrDefault("engine", "") + " "
                        + table.options().getOrDefault("collate", "")));
        for (int i = 0; i < table.columns().size(); i++) {
            facts.add(new Fact("column", name, column(table.columns().get(i), i + 1)));
        }
        table.constraints().forEach(constraint -> constraint(table, constraint));
        for (Trigger trigger : table.triggers()) {
            facts.add(new Fact(
                    "trigger",
                    name,
                    trigger.name() + " " + trigger.timing() + " " + String.join(",", trigger.events())));
        }
        table.partitioning()
                .ifPresent(partitioning -> facts.add(new Fact(
                        "partitions",
                        name,
                        partitioning.strategy() + " " + String.join(",", partitioning.partitions()))));
    }

    private static String column(Column column, int position) {
        return String.join(
                " | ",
                column.name(),
                Integer.toString(position),
                Spellings.type(type(column)),
                column.notNull() ? "not null" : "null",
                "default "
                        + column.defaultValue()
                                .map(value -> Spellings.value(value.expression().normalized()))
                                .orElse("none"),
                extra(column),
                Spellings.collation(
                        column.traits().charset().orElse(""), column.collation().orElse("")),
                "comment " + column.traits().comment().orElse(""));
    }

    private static String type(Column column) {
        Optional<DataType> type = column.type();
        return type.map(t -> t.name()
                        + (t.modifiers().isEmpty() ? "" : "(" + String.join(",", t.modifiers()) + ")")
                        + (t.qualifier().isEmpty() ? "" : " " + t.qualifier()))
                .orElse("?");
    }

    private static String extra(Column column) {
        var said = new TreeSet<String>();
        column.identity().ifPresent(identity -> said.add("auto_increment"));
        column.traits().onUpdate().ifPresent(now -> said.add("on update"));
        column.generated().ifPresent(generated -> said.add(generated.stored() ? "stored" : "virtual"));
        if (column.traits().invisible()) {
            said.add("invisible");
        }
        return String.join(" ", said);
    }

    private void constraint(Table table, Constraint constraint) {
        String name = table.name().toString();
        String columns = names(table, constraint.columns());
        switch (constraint.kind()) {
            case PRIMARY_KEY, UNIQUE ->
                facts.add(new Fact(
                        "constraint", name, constraint.name() + " " + constraint.kind() + " (" + columns + ")"));
            case FOREIGN_KEY ->
                constraint.foreignKey().ifPresent(key -> {
                    facts.add(new Fact(
                            "constraint",
                            name,
                            constraint.name() + " FOREIGN_KEY (" + columns + ") to " + target(table, key)));
                    facts.add(new Fact(
                            "constraint",
                            name,
                            constraint.name() + " on delete " + Spellings.rule(key.onDelete()) + " on update "
                                    + Spellings.rule(key.onUpdate())));
                });
            case CHECK ->
                facts.add(new Fact(
                        "constraint",
                        name,
                        constraint.name() + " CHECK " + (constraint.enforced() ? "enforced" : "not enforced")));
            case NOT_NULL, EXCLUDE -> {}
        }
    }

    private String target(Table table, ForeignKey key) {
        Optional<Table> target = key.table().flatMap(schema::table);
        return target.map(found -> found.name() + " (" + names(found, key.columns()) + ")")
                .orElseGet(() -> key.tableName().schema().orElse(table.name().schema()) + "."
                        + key.tableName().name() + " (" + String.join(",", key.columnNames()) + ")");
    }

    private static String names(Table table, List<ObjectId> columns) {
        return columns.stream()
                .flatMap(id -> table.column(id).stream())
                .map(Column::name)
                .collect(Collectors.joining(","));
    }

    private void index(Index index) {
        Table table = schema.table(index.table()).orElseThrow();
        if (table.name().schema().equals(TEMPORARY)) {
            return;
        }
        String parts = index.parts().stream().map(part -> part(table, part)).collect(Collectors.joining(","));
        facts.add(new Fact(
                "index",
                table.name().toString(),
                String.join(
                        " | ",
                        index.name().name(),
                        index.unique() ? "unique" : "plain",
                        index.method().equals("hash") ? "btree" : index.method(),
                        index.visible() ? "visible" : "invisible",
                        parts)));
    }

    private static String part(Table table, IndexPart part) {
        String column = part.column().flatMap(table::column).map(Column::name).orElse("(expression)");
        return column
                + part.prefixLength().map(prefix -> "(" + prefix + ")").orElse("")
                + (part.descending() ? " desc" : "");
    }
}
