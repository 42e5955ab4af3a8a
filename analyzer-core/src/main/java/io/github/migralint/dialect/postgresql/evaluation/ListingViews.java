package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.Map;
import java.util.function.Predicate;

/** Views that list relations by name: {@code pg_tables} and its kin, {@code information_schema.tables} and its. */
final class ListingViews {
    private final Objects objects;
    private final Gaps gaps;

    ListingViews(Objects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
    }

    private Rowset listed(Catalog<Relation> catalog, Predicate<Relation> test, String schemaColumn, String nameColumn) {
        for (Relation relation : objects.facts().schema().relations()) {
            if (test.test(relation)) {
                catalog.row(relation, objects.certain(relation));
            }
        }
        for (Gap gap : gaps.relations()) {
            catalog.maybe(Map.of(schemaColumn, gap.schemaName(), nameColumn, gap.name()));
        }
        return catalog.rowset();
    }

    private static Catalog<Relation> named(String schemaColumn, String nameColumn) {
        return new Catalog<Relation>().column(schemaColumn, Objects::schemaName).column(nameColumn, Objects::name);
    }

    private static boolean isView(Relation relation, boolean materialized) {
        return relation instanceof View view && view.materialized() == materialized;
    }

    Rowset tables() {
        Catalog<Relation> catalog = named("schemaname", "tablename")
                .column("hasindexes", this::hasIndexes)
                .column("rowsecurity", relation -> Datum.truth(relation instanceof Table table && table.rowSecurity()))
                .unknown("tableowner", "tablespace", "hasrules", "hastriggers");
        return listed(
                catalog,
                relation -> relation instanceof Table table && table.kind() != Table.Kind.FOREIGN,
                "schemaname",
                "tablename");
    }

    private Datum hasIndexes(Relation relation) {
        return objects.facts().schema().indexesOf(relation.id()).isEmpty() ? Datum.maybe() : Datum.TRUE;
    }

    Rowset views() {
        Catalog<Relation> catalog = named("schemaname", "viewname").unknown("viewowner", "definition");
        return listed(catalog, relation -> isView(relation, false), "schemaname", "viewname");
    }

    Rowset materializedViews() {
        Catalog<Relation> catalog = named("schemaname", "matviewname")
                .column("ispopulated", relation -> Datum.truth(relation instanceof View view && view.populated()))
                .column("hasindexes", this::hasIndexes)
                .unknown("matviewowner", "tablespace", "definition");
        for (Relation relation : objects.facts().schema().relations()) {
            if (isView(relation, true)) {
                catalog.row(relation, objects.certain(relation));
            }
        }
        // The server brings none.
        gaps.relations().stream()
                .filter(gap -> !gap.isSystem())
                .forEach(gap -> catalog.maybe(Map.of("schemaname", gap.schemaName(), "matviewname", gap.name())));
        return catalog.rowset();
    }

    Rowset indexes() {
        Catalog<Relation> catalog = named("schemaname", "indexname")
                .column(
                        "tablename",
                        relation -> relation instanceof Index index
                                ? objects.relation(index.table())
                                        .map(Objects::name)
                                        .orElse(Datum.unknown("name"))
                                : Datum.unknown("name"))
                .column("indexdef", relation -> Objects.present("text"))
                .unknown("tablespace");
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof Index index) {
                boolean certain =
                        objects.relation(index.table()).filter(objects::certain).isPresent();
                catalog.row(relation, certain && objects.certain(index));
            }
        }
        for (Gap gap : gaps.relations()) {
            catalog.maybe(Map.of("schemaname", gap.schemaName(), "indexname", gap.name()));
        }
        for (Parts parts : Parts.unknown(objects, gaps)) {
            if (!parts.name().isUnknown()) {
                catalog.maybe(Map.of("schemaname", parts.schemaName(), "tablename", parts.name()));
            }
        }
        return catalog.rowset();
    }

    Rowset sequences() {
        Catalog<Relation> catalog = named("schemaname", "sequencename")
                .column(
                        "data_type",
                        relation -> relation instanceof Sequence sequence
                                ? Datum.of(new Value.Reference("pg_type", sequence.type(), true), "regtype")
                                : Datum.UNKNOWN)
                .unknown(
                        "sequenceowner",
                        "start_value",
                        "min_value",
                        "max_value",
                        "increment_by",
                        "cycle",
                        "cache_size",
                        "last_value");
        return listed(catalog, Sequence.class::isInstance, "schemaname", "sequencename");
    }

    Rowset informationTables() {
        Catalog<Relation> catalog = named("table_schema", "table_name")
                .column("table_catalog", relation -> Objects.present("name"))
                .column("table_type", relation -> Objects.word(type(relation)))
                .unknown(
                        "self_referencing_column_name",
                        "reference_generation",
                        "user_defined_type_catalog",
                        "user_defined_type_schema",
                        "user_defined_type_name",
                        "is_insertable_into",
                        "is_typed",
                        "commit_action");
        return listed(
                catalog,
                relation -> relation instanceof Table || isView(relation, false),
                "table_schema",
                "table_name");
    }

    private static String type(Relation relation) {
        if (relation.name().schema().equals("pg_temp")) {
            return "LOCAL TEMPORARY";
        }
        if (relation instanceof Table table) {
            return table.kind() == Table.Kind.FOREIGN ? "FOREIGN" : "BASE TABLE";
        }
        return "VIEW";
    }

    Rowset informationViews() {
        Catalog<Relation> catalog = named("table_schema", "table_name")
                .unknown(
                        "table_catalog",
                        "view_definition",
                        "check_option",
                        "is_updatable",
                        "is_insertable_into",
                        "is_trigger_updatable",
                        "is_trigger_deletable",
                        "is_trigger_insertable_into");
        return listed(catalog, relation -> isView(relation, false), "table_schema", "table_name");
    }

    /** Those of identity columns are left out. */
    Rowset informationSequences() {
        Catalog<Relation> catalog = named("sequence_schema", "sequence_name")
                .column(
                        "data_type",
                        relation -> relation instanceof Sequence sequence
                                ? Objects.word(TypeSpelling.of(sequence.type()))
                                : Datum.UNKNOWN)
                .unknown(
                        "sequence_catalog",
                        "numeric_precision",
                        "numeric_precision_radix",
                        "numeric_scale",
                        "start_value",
                        "minimum_value",
                        "maximum_value",
                        "increment",
                        "cycle_option");
        return listed(
                catalog,
                relation -> relation instanceof Sequence sequence && !sequence.identity(),
                "sequence_schema",
                "sequence_name");
    }

    Rowset schemata() {
        var catalog = new Catalog<String>()
                .column("schema_name", Objects::schemaName)
                .unknown("catalog_name", "schema_owner", "default_character_set_name", "sql_path");
        objects.facts()
                .schema()
                .schemas()
                .forEach(name -> catalog.row(
                        name, name.equals("public") || !objects.facts().uncertain(name)));
        SystemRelations.schemas().forEach(name -> catalog.row(name, true));
        for (Possibility names : gaps.schemas()) {
            catalog.maybe(Map.of("schema_name", new Datum(Value.UNKNOWN, "name", names)));
        }
        return catalog.rowset();
    }

    Rowset extensions() {
        var catalog = new Catalog<String>()
                .column("extname", Datum::name)
                .column("oid", name -> Datum.of(new Value.Reference("pg_extension", name, false), "oid"))
                .unknown("extowner", "extnamespace", "extrelocatable", "extversion", "extconfig", "extcondition");
        objects.facts()
                .schema()
                .extensions()
                .forEach(name -> catalog.row(name, !objects.facts().uncertain(name)));
        if (!objects.facts().schema().extensions().contains("plpgsql")) {
            catalog.row("plpgsql", !objects.facts().uncertain("plpgsql"));
        }
        if (gaps.isGappy()) {
            boolean incomplete = !objects.facts().schema().complete();
            catalog.maybe(Map.of(
                    "extname",
                    new Datum(
                            Value.UNKNOWN,
                            "name",
                            Possibility.names(
                                    name -> incomplete || objects.facts().uncertain(name)))));
        }
        return catalog.rowset();
    }
}
