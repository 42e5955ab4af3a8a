package io.github.migralint.inspection;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a schema: every object by its name, what belongs to a table inside it. */
final class SchemaJson {
    /** Writes one object. */
    private interface Writing<T> {
        void write(T object) throws IOException;
    }

    private final Schema schema;
    private final JsonGenerator json;
    private final TableJson tables;

    SchemaJson(Schema schema, JsonGenerator json) {
        this.schema = schema;
        this.json = json;
        this.tables = new TableJson(schema, json);
    }

    void write(Set<String> uncertainNames) throws IOException {
        List<Relation> relations = schema.relations();
        json.writeStartObject();
        json.writeBooleanField("complete", schema.complete());
        texts("uncertain", new TreeSet<>(uncertainNames));
        texts("schemas", schema.schemas());
        texts("extensions", schema.extensions());
        texts("searchPath", schema.searchPath());
        list("tables", of(Table.class, relations), tables::write);
        list("views", of(View.class, relations), this::view);
        list("sequences", of(Sequence.class, relations), this::sequence);
        list("enums", of(EnumType.class, schema.types()), type -> texts("labels", type.labels()));
        list("domains", of(DomainType.class, schema.types()), this::domain);
        list("types", otherTypes(), this::type);
        list("functions", schema.routines(), this::routine);
        json.writeEndObject();
    }

    private static <T> List<T> of(Class<T> kind, Collection<?> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<UserType> otherTypes() {
        return schema.types().stream()
                .filter(type -> !(type instanceof EnumType) && !(type instanceof DomainType))
                .toList();
    }

    private <T extends SchemaObject> void list(String name, List<T> objects, Writing<T> members) throws IOException {
        json.writeArrayFieldStart(name);
        for (T object : objects) {
            json.writeStartObject();
            json.writeStringField("schema", object.name().schema());
            json.writeStringField("name", object.name().name());
            members.write(object);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void view(View view) throws IOException {
        json.writeBooleanField("materialized", view.materialized());
        json.writeBooleanField("populated", view.populated());
        tables.columns(view.columns());
        texts(
                "reads",
                view.reads().stream()
                        .flatMap(id -> schema.object(id).stream())
                        .map(object -> object.name().toString())
                        .toList());
        tables.indexes(view.id());
    }

    private void sequence(Sequence sequence) throws IOException {
        json.writeStringField("type", sequence.type());
        json.writeStringField("ownedBy", owner(sequence));
        json.writeBooleanField("identity", sequence.identity());
    }

    private @Nullable String owner(Sequence sequence) {
        return sequence.ownerTable()
                .flatMap(schema::table)
                .flatMap(table ->
                        sequence.ownerColumn().flatMap(table::column).map(column -> table.name() + "." + column.name()))
                .orElse(null);
    }

    private void domain(DomainType domain) throws IOException {
        json.writeStringField("type", domain.base().toString());
        json.writeBooleanField("notNull", domain.notNull());
        json.writeStringField(
                "default",
                domain.defaultValue()
                        .map(value -> value.expression().normalized())
                        .orElse(null));
        texts("checks", domain.checks().stream().map(check -> check.name()).toList());
    }

    private void type(UserType type) throws IOException {
        json.writeStringField("kind", type instanceof CompositeType ? "composite" : "other");
        if (type instanceof CompositeType composite) {
            tables.columns(composite.attributes());
        }
    }

    private void routine(Routine routine) throws IOException {
        json.writeBooleanField("procedure", routine.procedure());
        texts("arguments", routine.argumentTypes());
        json.writeStringField("returns", routine.returnType());
        json.writeStringField("language", routine.language());
        json.writeStringField("volatility", routine.volatility().name().toLowerCase(Locale.ROOT));
    }

    private void texts(String name, Collection<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
