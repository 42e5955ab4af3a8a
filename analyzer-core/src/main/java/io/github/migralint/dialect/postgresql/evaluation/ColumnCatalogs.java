package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code pg_attribute}, {@code pg_attrdef} and {@code information_schema.columns}. */
final class ColumnCatalogs {
    private static final Set<String> OF_SYSTEM = Set.of("tableoid", "cmax", "xmax", "cmin", "xmin", "ctid");

    private final Objects objects;
    private final Gaps gaps;
    private final ColumnTypes types;

    ColumnCatalogs(Objects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
        this.types = new ColumnTypes(objects.facts());
    }

    /** A column and its place. */
    private record Attribute(SchemaObject owner, Column column, int place) {}

    private List<Attribute> attributes() {
        var attributes = new ArrayList<Attribute>();
        for (Relation relation : objects.facts().schema().relations()) {
            add(relation, Objects.columns(relation), attributes);
        }
        return attributes;
    }

    private static void add(SchemaObject owner, List<Column> columns, List<Attribute> attributes) {
        for (Column column : columns) {
            attributes.add(new Attribute(owner, column, attributes.size()));
        }
    }

    private static Datum place(Attribute attribute) {
        return Datum.of(Places.of(attribute.owner().id(), attribute.place()), "int2");
    }

    Rowset attributesCatalog() {
        var catalog = new Catalog<Attribute>()
                .column("attrelid", a -> Objects.reference("pg_class", a.owner().id()))
                .column("attname", a -> Datum.name(a.column().name()))
                .column("atttypid", a -> types.reference(a.column()))
                .column("attnum", a -> placeIn(a))
                .column("attnotnull", a -> Datum.truth(a.column().notNull()))
                .column("atthasdef", a -> hasDefault(a.column()))
                .column("attidentity", a -> Objects.letter(identity(a.column())))
                .column("attgenerated", a -> Objects.letter(generated(a.column())))
                .column("attisdropped", a -> Datum.FALSE)
                .unknown(
                        "attlen",
                        "attcacheoff",
                        "atttypmod",
                        "attndims",
                        "attbyval",
                        "attalign",
                        "attstorage",
                        "attcompression",
                        "atthasmissing",
                        "attislocal",
                        "attinhcount",
                        "attcollation",
                        "attstattarget",
                        "attacl",
                        "attoptions",
                        "attfdwoptions",
                        "attmissingval");
        for (Attribute attribute : attributes()) {
            catalog.row(attribute, objects.certain(attribute.owner()));
        }
        for (SchemaObject type : objects.facts().schema().types()) {
            if (type instanceof CompositeType composite) {
                var own = new ArrayList<Attribute>();
                add(composite, composite.attributes(), own);
                own.forEach(attribute -> catalog.row(attribute, objects.certain(composite)));
            }
        }
        addHidden(catalog);
        for (Parts parts : Parts.unknown(objects, gaps)) {
            catalog.maybe(Map.of("attrelid", parts.identity()));
        }
        return catalog.rowset();
    }

    private Datum placeIn(Attribute attribute) {
        return attribute.owner() instanceof Relation relation
                ? Objects.place(relation, attribute.column().id())
                : place(attribute);
    }

    /** Columns that every table has, those that were dropped, and those of indexes and sequences. */
    private void addHidden(Catalog<Attribute> catalog) {
        Datum ofSystem = new Range(BigDecimal.valueOf(-10), BigDecimal.valueOf(-1)).datum("int2");
        catalog.maybe(Map.of(
                "attname",
                new Datum(Value.UNKNOWN, "name", Possibility.names(OF_SYSTEM::contains)),
                "attnum",
                ofSystem,
                "attisdropped",
                Datum.FALSE));
        catalog.maybe(Map.of(
                "attname",
                new Datum(Value.UNKNOWN, "name", Possibility.names(n -> n.startsWith("........pg.dropped."))),
                "atttypid",
                Objects.none(),
                "attisdropped",
                Datum.TRUE));
        catalog.maybe(
                Map.of("attrelid", new Datum(Value.UNKNOWN, "oid", Possibility.objects(this::isIndexOrSequence))));
    }

    private boolean isIndexOrSequence(Value.Reference reference) {
        return References.id(reference)
                .flatMap(objects.facts().schema()::object)
                .filter(object -> object instanceof Index || object instanceof Sequence)
                .isPresent();
    }

    private static Datum hasDefault(Column column) {
        return Datum.truth(
                column.generated().isPresent() || column.defaultValue().isPresent());
    }

    private static String identity(Column column) {
        return column.identity().map(identity -> identity.always() ? "a" : "d").orElse("");
    }

    private static String generated(Column column) {
        return column.generated()
                .map(generated -> generated.stored() ? "s" : "v")
                .orElse("");
    }

    Rowset defaults() {
        var catalog = new Catalog<Attribute>()
                .column("adrelid", a -> Objects.reference("pg_class", a.owner().id()))
                .column("adnum", this::placeIn)
                .column("adbin", a -> Objects.present("pg_node_tree"))
                .unknown("oid");
        for (Attribute attribute : attributes()) {
            if (hasDefault(attribute.column()).isTrue()) {
                catalog.row(attribute, objects.certain(attribute.owner()));
            }
        }
        for (Parts parts : Parts.unknown(objects, gaps)) {
            catalog.maybe(Map.of("adrelid", parts.identity()));
        }
        return catalog.rowset();
    }

    Rowset columns() {
        var catalog = new Catalog<Attribute>()
                .column("table_catalog", a -> Objects.present("name"))
                .column("table_schema", a -> Objects.schemaName(a.owner()))
                .column("table_name", a -> Objects.name(a.owner()))
                .column("column_name", a -> Datum.name(a.column().name()))
                .column("ordinal_position", a -> placeIn(a).as("int4"))
                .column("column_default", a -> defaultOf(a.column()))
                .column("is_nullable", a -> types.nullable(a.column()))
                .column("data_type", a -> types.dataType(a.column()))
                .column("character_maximum_length", a -> types.length(a.column()))
                .column("numeric_precision", a -> types.precision(a.column()))
                .column("numeric_scale", a -> types.scale(a.column()))
                .column("udt_name", a -> types.udtName(a.column()))
                .column("is_identity", a -> Objects.yes(a.column().identity().isPresent()))
                .column(
                        "identity_generation",
                        a -> a.column()
                                .identity()
                                .map(identity -> Objects.word(identity.always() ? "ALWAYS" : "BY DEFAULT"))
                                .orElse(Datum.nothing("varchar")))
                .column("is_generated", a -> Objects.word(a.column().generated().isPresent() ? "ALWAYS" : "NEVER"))
                .column(
                        "generation_expression",
                        a -> a.column().generated().isPresent() ? Objects.present("varchar") : Datum.nothing("varchar"))
                .unknown(
                        "character_octet_length",
                        "numeric_precision_radix",
                        "datetime_precision",
                        "interval_type",
                        "interval_precision",
                        "character_set_name",
                        "collation_name",
                        "collation_schema",
                        "domain_name",
                        "domain_schema",
                        "udt_catalog",
                        "udt_schema",
                        "dtd_identifier",
                        "is_updatable",
                        "is_self_referencing",
                        "identity_start",
                        "identity_increment",
                        "identity_maximum",
                        "identity_minimum",
                        "identity_cycle",
                        "character_set_catalog",
                        "character_set_schema",
                        "collation_catalog",
                        "domain_catalog",
                        "scope_catalog",
                        "scope_schema",
                        "scope_name",
                        "maximum_cardinality");
        for (Attribute attribute : attributes()) {
            boolean materialized = attribute.owner() instanceof View view && view.materialized();
            if (!materialized) {
                catalog.row(attribute, objects.certain(attribute.owner()));
            }
        }
        for (Parts parts : Parts.unknown(objects, gaps)) {
            catalog.maybe(Map.of("table_schema", parts.schemaName(), "table_name", parts.name()));
        }
        return catalog.rowset();
    }

    private static Datum defaultOf(Column column) {
        if (column.generated().isPresent()) {
            return Datum.unknown("varchar");
        }
        return column.defaultValue().isPresent() ? Objects.present("varchar") : Datum.nothing("varchar");
    }
}
