package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.ast.Persistence;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.Map;
import java.util.Optional;

/** {@code pg_class}, {@code pg_index}, {@code pg_inherits}, {@code pg_sequence}, {@code pg_namespace}. */
final class RelationCatalogs {
    private final Objects objects;
    private final Gaps gaps;

    RelationCatalogs(Objects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
    }

    Rowset classes() {
        var catalog = new Catalog<SchemaObject>()
                .column("oid", object -> Objects.reference("pg_class", object.id()))
                .column("relname", Objects::name)
                .column("relnamespace", Objects::namespace)
                .column("relkind", object -> Objects.letter(kind(object)))
                .column("relpersistence", object -> persistence(object))
                .column("relrowsecurity", object -> Datum.truth(object instanceof Table table && table.rowSecurity()))
                .column("relispartition", object -> Datum.truth(isPartition(object)))
                .column("relhasindex", this::hasIndex)
                .unknown(
                        "reltype",
                        "reloftype",
                        "relowner",
                        "relam",
                        "relfilenode",
                        "reltablespace",
                        "relpages",
                        "reltuples",
                        "relallvisible",
                        "relallfrozen",
                        "reltoastrelid",
                        "relisshared",
                        "relnatts",
                        "relchecks",
                        "relhasrules",
                        "relhastriggers",
                        "relhassubclass",
                        "relforcerowsecurity",
                        "relispopulated",
                        "relreplident",
                        "relrewrite",
                        "relfrozenxid",
                        "relminmxid",
                        "relacl",
                        "reloptions",
                        "relpartbound");
        objects.facts().schema().relations().forEach(relation -> catalog.row(relation, objects.certain(relation)));
        objects.facts().schema().types().stream()
                .filter(CompositeType.class::isInstance)
                .forEach(type -> catalog.row(type, objects.certain(type)));
        for (Gap gap : gaps.relations()) {
            catalog.maybe(Map.of("oid", Gap.identity(), "relname", gap.name(), "relnamespace", gap.namespace()));
        }
        return catalog.rowset();
    }

    private static String kind(SchemaObject object) {
        return switch (object) {
            case Table table ->
                switch (table.kind()) {
                    case PLAIN -> "r";
                    case PARTITIONED -> "p";
                    case FOREIGN -> "f";
                };
            case Index index -> index.partitioned() ? "I" : "i";
            case View view -> view.materialized() ? "m" : "v";
            case Sequence ignored -> "S";
            default -> "c";
        };
    }

    private Datum persistence(SchemaObject object) {
        Optional<Table> table = switch (object) {
            case Table found -> Optional.of(found);
            case Index index -> objects.facts().schema().table(index.table());
            case Sequence sequence ->
                sequence.ownerTable().flatMap(objects.facts().schema()::table);
            default -> Optional.empty();
        };
        boolean temporary = object.name().schema().equals("pg_temp");
        if (temporary || table.isEmpty()) {
            return Objects.letter(temporary ? "t" : "p");
        }
        return Objects.letter(table.get().persistence() == Persistence.UNLOGGED ? "u" : "p");
    }

    private static boolean isPartition(SchemaObject object) {
        return switch (object) {
            case Table table -> table.partitionOf().isPresent();
            case Index index -> index.parent().isPresent();
            default -> false;
        };
    }

    /** The server notices late that the last index is gone. */
    private Datum hasIndex(SchemaObject object) {
        boolean some = !objects.facts().schema().indexesOf(object.id()).isEmpty();
        boolean never = !(object instanceof Table) && !(object instanceof View);
        return some || never ? Datum.truth(some) : Datum.maybe();
    }

    Rowset indexes() {
        var catalog = new Catalog<Index>()
                .column("indexrelid", index -> Objects.reference("pg_class", index.id()))
                .column("indrelid", index -> Objects.reference("pg_class", index.table()))
                .column(
                        "indnatts",
                        index -> Datum.integer(
                                (long) index.parts().size() + index.include().size()))
                .column("indnkeyatts", index -> Datum.integer(index.parts().size()))
                .column("indisunique", index -> Datum.truth(index.unique()))
                .column("indisprimary", index -> Datum.truth(Keys.isPrimary(objects, index)))
                .column("indisexclusion", index -> Datum.truth(Keys.isExclusion(objects, index)))
                .column("indisvalid", index -> Datum.truth(index.valid()))
                .column("indkey", index -> Keys.places(objects, index))
                .column("indexprs", index -> index.hasExpressions() ? Objects.present("pg_node_tree") : Datum.NULL)
                .column(
                        "indpred",
                        index -> index.predicate().isPresent() ? Objects.present("pg_node_tree") : Datum.NULL)
                .unknown(
                        "indnullsnotdistinct",
                        "indimmediate",
                        "indisclustered",
                        "indcheckxmin",
                        "indisready",
                        "indislive",
                        "indisreplident",
                        "indcollation",
                        "indclass",
                        "indoption");
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof Index index) {
                catalog.row(index, objects.certain(index) && tableIsCertain(index));
            }
        }
        for (Parts parts : Parts.unknown(objects, gaps)) {
            catalog.maybe(Map.of("indrelid", parts.identity(), "indexrelid", Gap.identity()));
        }
        return catalog.rowset();
    }

    private boolean tableIsCertain(Index index) {
        return objects.relation(index.table()).filter(objects::certain).isPresent();
    }

    /** A child and its parent. */
    private record Tie(Relation child, Datum parent) {}

    Rowset inherits() {
        var catalog = new Catalog<Tie>()
                .column(
                        "inhrelid",
                        tie -> Objects.reference("pg_class", tie.child().id()))
                .column("inhparent", Tie::parent)
                .unknown("inhseqno", "inhdetachpending");
        for (Relation relation : objects.facts().schema().relations()) {
            boolean certain = objects.certain(relation);
            if (relation instanceof Table table) {
                table.partitionOf()
                        .ifPresent(membership -> catalog.row(
                                new Tie(table, Objects.reference("pg_class", membership.parent())), certain));
                table.inherits()
                        .forEach(parent -> catalog.row(new Tie(table, Objects.reference("pg_class", parent)), certain));
            } else if (relation instanceof Index index) {
                index.parent()
                        .ifPresent(
                                parent -> catalog.row(new Tie(index, Objects.reference("pg_class", parent)), certain));
            }
        }
        for (Parts parts : Parts.unknownOfUsers(objects, gaps)) {
            catalog.maybe(Map.of("inhrelid", parts.identity()));
        }
        return catalog.rowset();
    }

    Rowset sequences() {
        var catalog = new Catalog<Sequence>()
                .column("seqrelid", sequence -> Objects.reference("pg_class", sequence.id()))
                .column("seqtypid", sequence -> Datum.of(new Value.Reference("pg_type", sequence.type(), false), "oid"))
                .unknown("seqstart", "seqincrement", "seqmax", "seqmin", "seqcache", "seqcycle");
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof Sequence sequence) {
                catalog.row(sequence, objects.certain(sequence));
            }
        }
        if (gaps.isGappy()) {
            catalog.maybe(Map.of("seqrelid", Gap.identity()));
        }
        return catalog.rowset();
    }

    Rowset namespaces() {
        var catalog = new Catalog<String>()
                .column("oid", name -> Datum.of(new Value.Reference("pg_namespace", name, false), "oid"))
                .column("nspname", Objects::schemaName)
                .unknown("nspowner", "nspacl");
        objects.facts()
                .schema()
                .schemas()
                .forEach(name -> catalog.row(
                        name, name.equals("public") || !objects.facts().uncertain(name)));
        SystemRelations.schemas().forEach(name -> catalog.row(name, true));
        catalog.row("pg_temp", false);
        for (Possibility names : gaps.schemas()) {
            var gap = new Gap(new Datum(Value.UNKNOWN, "name", names), Possibility.PRESENT);
            catalog.maybe(Map.of("nspname", gap.schemaName(), "oid", gap.namespace()));
        }
        return catalog.rowset();
    }
}
