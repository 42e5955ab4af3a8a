package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.EnumType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.OtherType;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.UserType;
import java.util.Map;
import java.util.Optional;

/** {@code pg_type}, {@code pg_enum} and {@code information_schema.domains}. */
final class TypeCatalogs {
    private final Objects objects;
    private final Gaps gaps;
    private final ColumnTypes types;

    TypeCatalogs(Objects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
        this.types = new ColumnTypes(objects.facts());
    }

    /** A type: one of the history's, the row of one of its relations, or one of the server's. */
    private record Type(String name, Optional<SchemaObject> object) {
        Datum identity() {
            String key = object.map(o -> References.to("pg_type", o.id(), false).key())
                    .orElse(name);
            return Datum.of(new Value.Reference("pg_type", key, false), "oid");
        }

        Datum namespace() {
            return object.map(Objects::namespace)
                    .orElse(Datum.of(new Value.Reference("pg_namespace", "pg_catalog", false), "oid"));
        }

        Datum kind() {
            boolean base = object.orElse(null) instanceof OtherType other && !other.range();
            return object.filter(o -> !base)
                    .map(o -> Objects.letter(
                            switch (o) {
                                case EnumType ignored -> "e";
                                case DomainType ignored -> "d";
                                case OtherType ignored -> "r";
                                default -> "c";
                            }))
                    .orElse(new Datum(Value.UNKNOWN, "char", Possibility.names(letter -> "bpr".contains(letter))));
        }

        Datum relation() {
            return object.map(o -> o instanceof Relation || o instanceof CompositeType
                            ? Objects.reference("pg_class", o.id())
                            : Objects.none())
                    .orElse(Objects.none());
        }
    }

    Rowset types() {
        var catalog = new Catalog<Type>()
                .column("oid", Type::identity)
                .column("typname", type -> Datum.name(type.name()))
                .column("typnamespace", Type::namespace)
                .column("typtype", Type::kind)
                .column("typrelid", Type::relation)
                .column("typbasetype", this::base)
                .column(
                        "typnotnull",
                        type -> type.object().orElse(null) instanceof DomainType domain
                                ? Datum.truth(domain.notNull())
                                : Datum.FALSE)
                .column(
                        "typisdefined",
                        type -> type.object().orElse(null) instanceof OtherType ? Datum.maybe() : Datum.TRUE)
                .column(
                        "typcategory",
                        type -> type.object().orElse(null) instanceof EnumType
                                ? Objects.letter("E")
                                : Datum.unknown("char"))
                .unknown(
                        "typowner",
                        "typlen",
                        "typbyval",
                        "typispreferred",
                        "typdelim",
                        "typsubscript",
                        "typelem",
                        "typarray",
                        "typinput",
                        "typoutput",
                        "typreceive",
                        "typsend",
                        "typmodin",
                        "typmodout",
                        "typanalyze",
                        "typalign",
                        "typstorage",
                        "typtypmod",
                        "typndims",
                        "typcollation",
                        "typdefaultbin",
                        "typdefault",
                        "typacl");
        for (UserType type : objects.facts().schema().types()) {
            catalog.row(new Type(type.name().name(), Optional.of(type)), objects.certain(type));
        }
        for (Relation relation : objects.facts().schema().relations()) {
            if (!(relation instanceof Index) && !(relation instanceof Sequence)) {
                catalog.row(new Type(relation.name().name(), Optional.of(relation)), objects.certain(relation));
            }
        }
        SystemTypes.inAllVersions().forEach(name -> catalog.row(new Type(name, Optional.empty()), true));
        addDerived(catalog);
        for (Gap gap : gaps.types()) {
            catalog.maybe(Map.of("oid", Gap.identity(), "typname", gap.name(), "typnamespace", gap.namespace()));
        }
        return catalog.rowset();
    }

    private Datum base(Type type) {
        boolean domain = type.object().orElse(null) instanceof DomainType;
        return domain ? Objects.present("oid") : Objects.none();
    }

    /** The server makes more types than were asked for: one of arrays for each, of multiranges, of rows of sequences. */
    private void addDerived(Catalog<Type> catalog) {
        catalog.maybe(Map.of(
                "oid", Gap.identity(),
                "typname",
                        new Datum(
                                Value.UNKNOWN,
                                "name",
                                Possibility.names(
                                        n -> n.startsWith("_"), prefix -> prefix.isEmpty() || prefix.startsWith("_"))),
                "typtype", Objects.letter("b"),
                "typrelid", Objects.none()));
        boolean ranges = objects.facts().schema().types().stream()
                .anyMatch(type -> type instanceof OtherType other && other.range());
        if (ranges) {
            catalog.maybe(Map.of("oid", Gap.identity(), "typtype", Objects.letter("m")));
        }
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof Sequence) {
                // They had a type of their own before version 14.
                catalog.maybe(Map.of(
                        "oid", Gap.identity(),
                        "typname", Objects.name(relation),
                        "typnamespace", Objects.namespace(relation),
                        "typtype", Objects.letter("c"),
                        "typrelid", Objects.reference("pg_class", relation.id())));
            }
        }
    }

    /** A label and its place. */
    private record Label(ObjectId type, String text, int place, boolean certain) {}

    Rowset labels() {
        var catalog = new Catalog<Label>()
                .column("oid", label -> Objects.present("oid"))
                .column("enumtypid", label -> Objects.reference("pg_type", label.type()))
                .column("enumlabel", label -> Datum.name(label.text()))
                .column("enumsortorder", label -> Datum.of(Places.of(label.type(), label.place()), "float4"));
        for (UserType type : objects.facts().schema().types()) {
            if (type instanceof EnumType labels) {
                for (String text : labels.labels()) {
                    int place = labels.labels().indexOf(text);
                    catalog.row(new Label(type.id(), text, place, true), objects.certain(type));
                }
                if (!objects.certain(type)) {
                    catalog.maybe(Map.of("enumtypid", Objects.reference("pg_type", type.id())));
                }
            }
        }
        // The server has no enum of its own; extensions have next to none.
        boolean extended = objects.facts().schema().extensions().stream()
                .anyMatch(name ->
                        ExtensionMembers.of(name, ExtensionMembers.Kind.TYPE).isEmpty());
        if (gaps.isGappy() || extended) {
            catalog.maybe(Map.of("enumtypid", Gap.identity()));
        }
        return catalog.rowset();
    }

    Rowset domains() {
        var catalog = new Catalog<DomainType>()
                .column("domain_schema", Objects::schemaName)
                .column("domain_name", Objects::name)
                .unknown("domain_catalog", "data_type", "domain_default", "udt_name");
        for (UserType type : objects.facts().schema().types()) {
            if (type instanceof DomainType domain) {
                catalog.row(domain, objects.certain(domain));
            }
        }
        for (Gap gap : gaps.types()) {
            catalog.maybe(Map.of("domain_schema", gap.schemaName(), "domain_name", gap.name()));
        }
        return catalog.rowset();
    }

    ColumnTypes columnTypes() {
        return types;
    }
}
