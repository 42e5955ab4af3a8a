package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DomainType;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code pg_constraint}, and what the views of constraints are made of. */
final class ConstraintCatalogs {
    /** Since this version a NOT NULL of a table is a constraint with a name. */
    private static final int NAMED_NOT_NULL = 18;

    private final Objects objects;
    private final Gaps gaps;

    ConstraintCatalogs(Objects objects, Gaps gaps) {
        this.objects = objects;
        this.gaps = gaps;
    }

    /**
     * A constraint of a table or domain.
     *
     * @param owner the table or domain
     * @param constraint the constraint
     * @param certain whether it is surely there
     */
    record Owned(SchemaObject owner, Constraint constraint, boolean certain) {
        Optional<Table> table() {
            return owner instanceof Table table ? Optional.of(table) : Optional.empty();
        }
    }

    /** The constraints of all tables. */
    List<Owned> ofTables() {
        var all = new ArrayList<Owned>();
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof Table table) {
                for (Constraint constraint : table.constraints()) {
                    if (constraint.kind() != Constraint.Kind.NOT_NULL || mayNameNotNull()) {
                        all.add(new Owned(table, constraint, certain(table, constraint)));
                    }
                }
            }
        }
        return all;
    }

    private boolean certain(SchemaObject owner, Constraint constraint) {
        boolean named = constraint.kind() != Constraint.Kind.NOT_NULL || isNotNullNamed();
        return named && objects.certain(owner) && !objects.facts().uncertain(constraint.name());
    }

    /** Whether NOT NULL surely has a name. */
    boolean isNotNullNamed() {
        return objects.facts()
                .version()
                .filter(version -> version.major() >= NAMED_NOT_NULL)
                .isPresent();
    }

    /** Whether NOT NULL may have a name. */
    boolean mayNameNotNull() {
        return objects.facts().version().isEmpty() || isNotNullNamed();
    }

    /** The constraints of all domains. */
    List<Owned> ofDomains() {
        var all = new ArrayList<Owned>();
        for (UserType type : objects.facts().schema().types()) {
            if (type instanceof DomainType domain) {
                domain.checks().forEach(check -> all.add(new Owned(domain, check, certain(domain, check))));
            }
        }
        return all;
    }

    /** Tables that may have more constraints than the history shows. */
    List<Parts> unknown() {
        return Parts.unknown(objects, gaps);
    }

    Rowset constraints() {
        var catalog = new Catalog<Owned>()
                .column(
                        "oid",
                        owned -> Objects.reference(
                                "pg_constraint", owned.constraint().id()))
                .column("conname", owned -> Datum.name(owned.constraint().name()))
                .column("connamespace", owned -> Objects.namespace(owned.owner()))
                .column("contype", owned -> Objects.letter(Objects.letterOf(owned.constraint())))
                .column("condeferrable", owned -> Datum.truth(owned.constraint().deferrable()))
                .column("convalidated", owned -> Datum.truth(owned.constraint().validated()))
                .column("conenforced", owned -> Datum.truth(owned.constraint().enforced()))
                .column(
                        "conrelid",
                        owned -> owned.table().isPresent()
                                ? Objects.reference("pg_class", owned.owner().id())
                                : Objects.none())
                .column(
                        "contypid",
                        owned -> owned.table().isPresent()
                                ? Objects.none()
                                : Objects.reference("pg_type", owned.owner().id()))
                .column("conindid", ConstraintCatalogs::index)
                .column("confrelid", ConstraintCatalogs::target)
                .column("confupdtype", owned -> action(owned, false))
                .column("confdeltype", owned -> action(owned, true))
                .column(
                        "connoinherit",
                        owned -> owned.constraint().kind() == Constraint.Kind.CHECK
                                ? Datum.truth(owned.constraint().noInherit())
                                : Datum.maybe())
                .column("conkey", ConstraintCatalogs::columns)
                .column("confkey", this::targets)
                .unknown(
                        "condeferred",
                        "conparentid",
                        "confmatchtype",
                        "conislocal",
                        "coninhcount",
                        "conperiod",
                        "conpfeqop",
                        "conppeqop",
                        "conffeqop",
                        "confdelsetcols",
                        "conexclop",
                        "conbin");
        ofTables().forEach(owned -> catalog.row(owned, owned.certain()));
        ofDomains().forEach(owned -> catalog.row(owned, owned.certain()));
        addTriggers(catalog);
        addHidden(catalog);
        for (Parts parts : unknown()) {
            catalog.maybe(Map.of(
                    "conrelid", parts.identity(),
                    "connamespace", parts.namespace(),
                    "conname", nameIn(parts),
                    "contype", parts.system() ? ofKeys() : Objects.present("char")));
        }
        return catalog.rowset();
    }

    /** The server names the constraints of its own relations after them. */
    static Datum nameIn(Parts parts) {
        Possibility names = parts.system() ? Possibility.namesWith("pg_", name -> true) : Possibility.PRESENT;
        return new Datum(Value.UNKNOWN, "name", names);
    }

    /** The server's own relations have no foreign keys and no checks. */
    private static Datum ofKeys() {
        return new Datum(Value.UNKNOWN, "char", Possibility.names(letter -> "pun".contains(letter)));
    }

    /** Constraint triggers are listed too. */
    private void addTriggers(Catalog<Owned> catalog) {
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof Table table) {
                table.triggers().stream()
                        .filter(Trigger::constraint)
                        .forEach(trigger -> catalog.maybe(Map.of(
                                "conname", Datum.name(trigger.name()),
                                "connamespace", Objects.namespace(table),
                                "contype", Objects.letter("t"),
                                "conrelid", Objects.reference("pg_class", table.id()))));
            }
        }
    }

    /** Constraints that the server makes beside those that were asked for. */
    private void addHidden(Catalog<Owned> catalog) {
        catalog.maybe(Map.of(
                "conname", new Datum(Value.UNKNOWN, "name", Possibility.names(ConstraintCatalogs::isOfInformation)),
                "connamespace", Datum.of(new Value.Reference("pg_namespace", "information_schema", false), "oid"),
                "conrelid", Objects.none(),
                "contype", Objects.letter("c")));
        for (UserType type : objects.facts().schema().types()) {
            if (type instanceof DomainType domain && (domain.notNull() || !objects.certain(domain))) {
                catalog.maybe(Map.of(
                        "contypid", Objects.reference("pg_type", type.id()),
                        "connamespace", Objects.namespace(type),
                        "conrelid", Objects.none(),
                        "contype", objects.certain(domain) ? Objects.letter("n") : Objects.present("char")));
            }
        }
        for (Table table : referencingPartitions()) {
            catalog.maybe(Map.of(
                    "conrelid", Objects.reference("pg_class", table.id()),
                    "connamespace", Objects.namespace(table),
                    "contype", Objects.letter("f")));
        }
        boolean extended = !objects.facts().schema().extensions().isEmpty();
        if (extended) {
            catalog.maybe(Map.of("conrelid", Objects.none(), "conname", ofExtension(), "contype", Objects.letter("c")));
        }
    }

    private Datum ofExtension() {
        boolean known = objects.facts().schema().extensions().stream()
                .allMatch(name ->
                        ExtensionMembers.of(name, ExtensionMembers.Kind.TYPE).isPresent());
        // Of the extensions that were looked at only the domain of earthdistance has checks.
        return new Datum(
                Value.UNKNOWN,
                "name",
                Possibility.names(name ->
                        !known || name.equals("not_point") || name.equals("not_3d") || name.equals("on_surface")));
    }

    private static boolean isOfInformation(String name) {
        return name.equals("cardinal_number_domain_check") || name.equals("yes_or_no_check");
    }

    /** For each partition of a referenced table the server keeps one more foreign key, with a name of its own. */
    List<Table> referencingPartitions() {
        var tables = new ArrayList<Table>();
        for (Relation relation : objects.facts().schema().relations()) {
            if (relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED) {
                tables.addAll(objects.facts().schema().referencing(table.id()));
            }
        }
        return tables;
    }

    private static Datum index(Owned owned) {
        Constraint constraint = owned.constraint();
        boolean none = constraint.kind() == Constraint.Kind.CHECK || constraint.kind() == Constraint.Kind.NOT_NULL;
        return none ? Objects.none() : Objects.reference("pg_class", constraint.index());
    }

    private static Datum target(Owned owned) {
        Optional<ForeignKey> key = owned.constraint().foreignKey();
        return key.isEmpty()
                ? Objects.none()
                : Objects.reference("pg_class", key.get().table());
    }

    private static Datum action(Owned owned, boolean onDelete) {
        Optional<ForeignKey> key = owned.constraint().foreignKey();
        if (key.isEmpty()) {
            return Objects.letter(" ");
        }
        String action = onDelete ? key.get().onDelete() : key.get().onUpdate();
        return Objects.letter(
                switch (action) {
                    case "CASCADE" -> "c";
                    case "RESTRICT" -> "r";
                    case "SET NULL" -> "n";
                    case "SET DEFAULT" -> "d";
                    default -> "a";
                });
    }

    private static Datum columns(Owned owned) {
        Constraint constraint = owned.constraint();
        // How often a CHECK lists a column, and an exclusion its expressions, is not kept.
        boolean known = constraint.kind() != Constraint.Kind.CHECK && constraint.kind() != Constraint.Kind.EXCLUDE;
        return owned.table()
                .filter(table -> known || constraint.columns().size() == 1)
                .map(table -> Objects.places(table, constraint.columns()))
                .orElse(Datum.unknown("int2[]"));
    }

    private Datum targets(Owned owned) {
        Optional<ForeignKey> key = owned.constraint().foreignKey();
        if (key.isEmpty()) {
            return Datum.nothing("int2[]");
        }
        return key.get()
                .table()
                .flatMap(objects::relation)
                .filter(table -> !key.get().columns().isEmpty())
                .map(table -> Objects.places(table, key.get().columns()))
                .orElse(Datum.unknown("int2[]"));
    }
}
