package io.github.migralint.dialect.postgresql.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The system catalogs and the views of them, each made when it is first asked for. */
final class Catalogs {
    private final Map<String, Supplier<Rowset>> catalogs = new HashMap<>();
    private final Map<String, Supplier<Rowset>> information = new HashMap<>();
    private final Map<String, Rowset> made = new HashMap<>();

    Catalogs(Facts facts) {
        var objects = new Objects(facts);
        var gaps = new Gaps(facts);
        addCatalogs(objects, gaps);
        addListings(new ListingViews(objects, gaps));
        addInformation(objects, gaps);
    }

    private void addCatalogs(Objects objects, Gaps gaps) {
        var relations = new RelationCatalogs(objects, gaps);
        catalogs.put("pg_class", relations::classes);
        catalogs.put("pg_index", relations::indexes);
        catalogs.put("pg_inherits", relations::inherits);
        catalogs.put("pg_sequence", relations::sequences);
        catalogs.put("pg_namespace", relations::namespaces);
        var columns = new ColumnCatalogs(objects, gaps);
        catalogs.put("pg_attribute", columns::attributesCatalog);
        catalogs.put("pg_attrdef", columns::defaults);
        var types = new TypeCatalogs(objects, gaps);
        catalogs.put("pg_type", types::types);
        catalogs.put("pg_enum", types::labels);
        catalogs.put("pg_proc", new RoutineCatalogs(objects, gaps)::procedures);
        catalogs.put("pg_constraint", new ConstraintCatalogs(objects, gaps)::constraints);
        var triggers = new TriggerCatalogs(objects, gaps);
        catalogs.put("pg_trigger", triggers::triggers);
        catalogs.put("pg_policy", triggers::policyCatalog);
        catalogs.put("pg_policies", triggers::policies);
    }

    private void addListings(ListingViews listings) {
        catalogs.put("pg_tables", listings::tables);
        catalogs.put("pg_views", listings::views);
        catalogs.put("pg_matviews", listings::materializedViews);
        catalogs.put("pg_indexes", listings::indexes);
        catalogs.put("pg_sequences", listings::sequences);
        catalogs.put("pg_extension", listings::extensions);
        information.put("tables", listings::informationTables);
        information.put("views", listings::informationViews);
        information.put("sequences", listings::informationSequences);
        information.put("schemata", listings::schemata);
    }

    private void addInformation(Objects objects, Gaps gaps) {
        var constraints = new ConstraintViews(objects, new ConstraintCatalogs(objects, gaps));
        information.put("columns", new ColumnCatalogs(objects, gaps)::columns);
        information.put("table_constraints", constraints::tableConstraints);
        information.put("key_column_usage", constraints::keyColumns);
        information.put("constraint_column_usage", constraints::constraintColumns);
        information.put("referential_constraints", constraints::references);
        information.put("check_constraints", constraints::checks);
        information.put("triggers", new TriggerCatalogs(objects, gaps)::events);
        information.put("routines", new RoutineCatalogs(objects, gaps)::routines);
        information.put("domains", new TypeCatalogs(objects, gaps)::domains);
    }

    /** The rows of a catalog; unknown for one that is not modelled, none for what is no catalog. */
    Optional<Rowset> find(Optional<String> schema, String name) {
        boolean ofInformation = schema.filter("information_schema"::equals).isPresent();
        boolean ofCatalog = schema.orElse("pg_catalog").equals("pg_catalog");
        Optional<Supplier<Rowset>> maker = ofInformation
                ? Optional.ofNullable(information.get(name))
                : ofCatalog ? Optional.ofNullable(catalogs.get(name)) : Optional.empty();
        if (maker.isPresent()) {
            String key = (ofInformation ? "information_schema." : "") + name;
            return Optional.of(made.computeIfAbsent(key, k -> maker.get().get()));
        }
        boolean system = ofInformation
                || schema.filter("pg_catalog"::equals).isPresent()
                || (schema.isEmpty() && SystemRelations.mayBeCatalog(name));
        return system ? Optional.of(Rowset.unknown(List.of(), true)) : Optional.empty();
    }
}
