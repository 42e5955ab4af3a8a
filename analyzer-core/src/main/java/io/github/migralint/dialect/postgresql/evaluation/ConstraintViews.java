package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The views of constraints in the information schema. */
final class ConstraintViews {
    private static final Set<Constraint.Kind> OF_KEYS =
            Set.of(Constraint.Kind.UNIQUE, Constraint.Kind.PRIMARY_KEY, Constraint.Kind.FOREIGN_KEY);

    private final Objects objects;
    private final ConstraintCatalogs constraints;

    ConstraintViews(Objects objects, ConstraintCatalogs constraints) {
        this.objects = objects;
        this.constraints = constraints;
    }

    /** Exclusion constraints are not standard SQL and left out. */
    private List<ConstraintCatalogs.Owned> standard() {
        return constraints.ofTables().stream()
                .filter(owned -> owned.constraint().kind() != Constraint.Kind.EXCLUDE)
                .toList();
    }

    private void addUnknown(Catalog<?> catalog) {
        for (Parts parts : constraints.unknown()) {
            catalog.maybe(Map.of(
                    "constraint_schema", parts.schemaName(),
                    "constraint_name", ConstraintCatalogs.nameIn(parts),
                    "table_schema", parts.schemaName(),
                    "table_name", parts.name()));
        }
        for (Table table : constraints.referencingPartitions()) {
            catalog.maybe(Map.of(
                    "constraint_schema", Objects.schemaName(table),
                    "table_schema", Objects.schemaName(table),
                    "table_name", Objects.name(table),
                    "constraint_type", Objects.word("FOREIGN KEY")));
        }
    }

    /** Older versions show a NOT NULL of each column under a name made of oids. */
    private void addNotNulls(Catalog<?> catalog) {
        if (!constraints.isNotNullNamed()) {
            catalog.maybe(Map.of(
                    "constraint_name",
                    new Datum(Value.UNKNOWN, "name", Possibility.names(name -> name.endsWith("_not_null"))),
                    "constraint_type",
                    Objects.word("CHECK")));
        }
    }

    Rowset tableConstraints() {
        var catalog = new Catalog<ConstraintCatalogs.Owned>()
                .column("constraint_schema", owned -> Objects.schemaName(owned.owner()))
                .column(
                        "constraint_name",
                        owned -> Datum.name(owned.constraint().name()))
                .column("table_schema", owned -> Objects.schemaName(owned.owner()))
                .column("table_name", owned -> Objects.name(owned.owner()))
                .column("constraint_type", owned -> Objects.word(word(owned.constraint())))
                .column("is_deferrable", owned -> Objects.yes(owned.constraint().deferrable()))
                .column("enforced", owned -> Objects.yes(owned.constraint().enforced()))
                .unknown("constraint_catalog", "table_catalog", "initially_deferred", "nulls_distinct");
        standard().forEach(owned -> catalog.row(owned, owned.certain()));
        addNotNulls(catalog);
        addUnknown(catalog);
        return catalog.rowset();
    }

    private static String word(Constraint constraint) {
        return switch (constraint.kind()) {
            case CHECK, NOT_NULL, EXCLUDE -> "CHECK";
            case UNIQUE -> "UNIQUE";
            case PRIMARY_KEY -> "PRIMARY KEY";
            case FOREIGN_KEY -> "FOREIGN KEY";
        };
    }

    /** A column of a constraint. */
    private record Used(ConstraintCatalogs.Owned owned, Table table, ObjectId column, int place) {}

    private Catalog<Used> usage() {
        return new Catalog<Used>()
                .column(
                        "constraint_schema",
                        used -> Objects.schemaName(used.owned().owner()))
                .column(
                        "constraint_name",
                        used -> Datum.name(used.owned().constraint().name()))
                .column("table_schema", used -> Objects.schemaName(used.table()))
                .column("table_name", used -> Objects.name(used.table()))
                .column("column_name", used -> objects.columnName(used.column()))
                .unknown("constraint_catalog", "table_catalog");
    }

    Rowset keyColumns() {
        Catalog<Used> catalog = usage().column("ordinal_position", used -> Datum.integer(used.place()))
                .unknown("position_in_unique_constraint");
        for (ConstraintCatalogs.Owned owned : standard()) {
            if (OF_KEYS.contains(owned.constraint().kind()) && owned.owner() instanceof Table table) {
                addAll(catalog, owned, table, owned.constraint().columns());
            }
        }
        addUnknown(catalog);
        return catalog.rowset();
    }

    private static void addAll(
            Catalog<Used> catalog, ConstraintCatalogs.Owned owned, Table table, List<ObjectId> columns) {
        for (int i = 0; i < columns.size(); i++) {
            catalog.row(new Used(owned, table, columns.get(i), i + 1), owned.certain());
        }
    }

    /** The columns that a constraint uses: of a foreign key, those that it points at. */
    Rowset constraintColumns() {
        Catalog<Used> catalog = usage();
        for (ConstraintCatalogs.Owned owned : standard()) {
            if (!(owned.owner() instanceof Table own)) {
                continue;
            }
            Optional<ForeignKey> key = owned.constraint().foreignKey();
            if (key.isEmpty()) {
                addAll(catalog, owned, own, owned.constraint().columns());
                continue;
            }
            Optional<Table> target = key.get().table().flatMap(objects.facts().schema()::table);
            if (target.isPresent() && !key.get().columns().isEmpty()) {
                addAll(catalog, owned, target.get(), key.get().columns());
            } else {
                catalog.maybe(
                        Map.of("constraint_name", Datum.name(owned.constraint().name())));
            }
        }
        for (Table table : constraints.referencingPartitions()) {
            catalog.maybe(Map.of("constraint_schema", Objects.schemaName(table)));
        }
        for (Parts parts : constraints.unknown()) {
            Map<String, Datum> ofConstraint = Map.of(
                    "constraint_schema", parts.schemaName(), "constraint_name", ConstraintCatalogs.nameIn(parts));
            catalog.maybe(ofConstraint);
        }
        return catalog.rowset();
    }

    Rowset references() {
        var catalog = new Catalog<ConstraintCatalogs.Owned>()
                .column("constraint_schema", owned -> Objects.schemaName(owned.owner()))
                .column(
                        "constraint_name",
                        owned -> Datum.name(owned.constraint().name()))
                .column("update_rule", owned -> rule(owned, false))
                .column("delete_rule", owned -> rule(owned, true))
                .unknown(
                        "constraint_catalog",
                        "unique_constraint_catalog",
                        "unique_constraint_schema",
                        "unique_constraint_name",
                        "match_option");
        for (ConstraintCatalogs.Owned owned : standard()) {
            if (owned.constraint().kind() == Constraint.Kind.FOREIGN_KEY) {
                catalog.row(owned, owned.certain());
            }
        }
        for (Table table : constraints.referencingPartitions()) {
            catalog.maybe(Map.of("constraint_schema", Objects.schemaName(table)));
        }
        for (Parts parts : constraints.unknown()) {
            if (!parts.system()) {
                catalog.maybe(Map.of("constraint_schema", parts.schemaName()));
            }
        }
        return catalog.rowset();
    }

    private static Datum rule(ConstraintCatalogs.Owned owned, boolean onDelete) {
        ForeignKey key = owned.constraint().foreignKey().orElseThrow();
        String action = onDelete ? key.onDelete() : key.onUpdate();
        return Objects.word(action.isEmpty() ? "NO ACTION" : action);
    }

    Rowset checks() {
        var catalog = new Catalog<ConstraintCatalogs.Owned>()
                .column("constraint_schema", owned -> Objects.schemaName(owned.owner()))
                .column(
                        "constraint_name",
                        owned -> Datum.name(owned.constraint().name()))
                .column("check_clause", owned -> Objects.present("varchar"))
                .unknown("constraint_catalog");
        for (ConstraintCatalogs.Owned owned : standard()) {
            boolean check = owned.constraint().kind() == Constraint.Kind.CHECK
                    || owned.constraint().kind() == Constraint.Kind.NOT_NULL;
            if (check) {
                catalog.row(owned, owned.certain());
            }
        }
        constraints.ofDomains().forEach(owned -> catalog.row(owned, owned.certain()));
        catalog.maybe(Map.of("constraint_schema", Datum.name("information_schema")));
        catalog.maybe(Map.of("constraint_schema", Datum.name("pg_catalog")));
        addNotNulls(catalog);
        for (Parts parts : constraints.unknown()) {
            catalog.maybe(Map.of("constraint_schema", parts.schemaName()));
        }
        return catalog.rowset();
    }
}
