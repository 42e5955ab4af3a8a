package io.github.migralint.inspection;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.ast.Expression;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what belongs to a table. */
final class TableJson {
    private final Schema schema;
    private final JsonGenerator json;

    TableJson(Schema schema, JsonGenerator json) {
        this.schema = schema;
        this.json = json;
    }

    void write(Table table) throws IOException {
        json.writeStringField("kind", lower(table.kind()));
        json.writeStringField("persistence", lower(table.persistence()));
        json.writeBooleanField("complete", table.complete());
        json.writeBooleanField("rowSecurity", table.rowSecurity());
        text("partitionOf", table.partitionOf().flatMap(membership -> name(membership.parent())));
        text("partitionStrategy", table.partitioning().map(partitioning -> partitioning.strategy()));
        texts("inherits", names(table.inherits()));
        columns(table.columns());
        json.writeArrayFieldStart("constraints");
        for (Constraint constraint : table.constraints()) {
            constraint(constraint, table);
        }
        json.writeEndArray();
        indexes(table.id());
        json.writeArrayFieldStart("triggers");
        for (Trigger trigger : table.triggers()) {
            trigger(trigger);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("policies");
        for (Policy policy : table.policies()) {
            policy(policy);
        }
        json.writeEndArray();
    }

    void columns(List<Column> columns) throws IOException {
        json.writeArrayFieldStart("columns");
        for (Column column : columns) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            text("type", column.type().map(Object::toString));
            json.writeBooleanField("notNull", column.notNull());
            text(
                    "default",
                    column.defaultValue().map(value -> value.expression().normalized()));
            text("identity", column.identity().map(identity -> identity.always() ? "always" : "by default"));
            text("generated", column.generated().map(value -> value.expression().normalized()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void indexes(ObjectId table) throws IOException {
        json.writeArrayFieldStart("indexes");
        for (Index index : schema.indexesOf(table)) {
            index(index);
        }
        json.writeEndArray();
    }

    private void index(Index index) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", index.name().name());
        json.writeBooleanField("unique", index.unique());
        json.writeBooleanField("valid", index.valid());
        json.writeStringField("method", index.method());
        texts("keys", index.parts().stream().map(part -> key(part, index)).toList());
        texts("include", columnNames(index.include(), index.table()));
        text("where", index.predicate().map(Expression::normalized));
        json.writeEndObject();
    }

    private String key(IndexPart part, Index index) {
        String key = part.column()
                .flatMap(column -> columnName(column, index.table()))
                .or(() -> part.expression().map(Expression::normalized))
                .orElse("?");
        return part.descending() ? key + " DESC" : key;
    }

    private void constraint(Constraint constraint, Table table) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", constraint.name());
        json.writeStringField("kind", constraint.kind().name().replace('_', ' '));
        texts("columns", columnNames(constraint.columns(), table.id()));
        text("expression", constraint.expression().map(Expression::normalized));
        json.writeBooleanField("validated", constraint.validated());
        text(
                "index",
                constraint
                        .index()
                        .flatMap(schema::object)
                        .map(object -> object.name().name()));
        json.writeFieldName("references");
        if (constraint.foreignKey().isPresent()) {
            foreignKey(constraint.foreignKey().get());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private void foreignKey(ForeignKey key) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "table", key.table().flatMap(this::name).orElse(key.tableName().toString()));
        texts(
                "columns",
                key.table().map(table -> columnNames(key.columns(), table)).orElse(List.of()));
        json.writeStringField("onDelete", key.onDelete());
        json.writeStringField("onUpdate", key.onUpdate());
        json.writeEndObject();
    }

    private void trigger(Trigger trigger) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", trigger.name());
        json.writeStringField("timing", trigger.timing());
        texts("events", trigger.events());
        json.writeStringField("function", trigger.functionName().toString());
        json.writeBooleanField("enabled", trigger.enabled());
        json.writeEndObject();
    }

    private void policy(Policy policy) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", policy.name());
        json.writeStringField("command", policy.command());
        json.writeBooleanField("permissive", policy.permissive());
        json.writeEndObject();
    }

    private Optional<String> name(ObjectId object) {
        return schema.object(object).map(SchemaObject::name).map(Object::toString);
    }

    private List<String> names(List<ObjectId> objects) {
        return objects.stream().flatMap(id -> name(id).stream()).toList();
    }

    private List<String> columnNames(List<ObjectId> columns, ObjectId table) {
        return columns.stream().flatMap(id -> columnName(id, table).stream()).toList();
    }

    private Optional<String> columnName(ObjectId column, ObjectId table) {
        return schema.table(table).flatMap(t -> t.column(column)).map(Column::name);
    }

    private void text(String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }

    private void texts(String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
