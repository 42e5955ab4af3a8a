package io.github.migralint.schema;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The schema at one moment.
 *
 * @param installation what was there before the history
 * @param complete whether unknown means absent
 * @param allUncertain whether anything may have changed
 * @param searchPath where unqualified names are looked up
 * @param schemaNames the schemas, each with its name
 * @param extensionNames the extensions, each with its schema
 * @param uncertainNames names that something not understood mentions, each with itself
 * @param relationNames identities of relations by name
 * @param typeNames identities of types by name
 * @param routineNames identities of routines by name
 * @param constraintNames how many constraints of a schema have a name
 * @param objects everything by identity
 * @param columnTables the table of each column
 * @param dependents who refers to an object, by its identity
 * @param owners roles that objects were given to
 */
record Snapshot(
        Installation installation,
        boolean complete,
        boolean allUncertain,
        List<String> searchPath,
        PersistentMap<String, String> schemaNames,
        PersistentMap<String, String> extensionNames,
        PersistentMap<String, String> uncertainNames,
        PersistentMap<ObjectName, ObjectId> relationNames,
        PersistentMap<ObjectName, ObjectId> typeNames,
        PersistentMap<ObjectName, List<ObjectId>> routineNames,
        PersistentMap<ObjectName, Integer> constraintNames,
        PersistentMap<ObjectId, SchemaObject> objects,
        PersistentMap<ObjectId, ObjectId> columnTables,
        PersistentMap<ObjectId, List<ObjectId>> dependents,
        PersistentMap<ObjectId, String> owners)
        implements Schema {

    static Snapshot initial(Installation installation, boolean complete) {
        PersistentMap<String, String> schemas = PersistentMap.empty();
        for (String schema : installation.schemas()) {
            schemas = schemas.with(schema, schema);
        }
        return new Snapshot(
                installation,
                complete,
                false,
                installation.searchPath(),
                schemas,
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty());
    }

    @Override
    public Lookup<Relation> relation(QualifiedName name) {
        Optional<ObjectId> id =
                candidates(name).flatMap(n -> relationNames.get(n).stream()).findFirst();
        if (id.isPresent()) {
            return new Lookup.Found<>((Relation) object(id.get()).orElseThrow());
        }
        return mayExist(name) || isOfServerOrTool(name) ? new Lookup.Unknown<>() : new Lookup.Absent<>();
    }

    /** Whether no history would make a relation of that name. */
    private boolean isOfServerOrTool(QualifiedName name) {
        return installation.assumed().contains(name.name())
                || (name.schema().isEmpty() && name.name().startsWith(installation.systemPrefix()));
    }

    @Override
    public Lookup<UserType> type(QualifiedName name) {
        Optional<ObjectId> id =
                candidates(name).flatMap(n -> typeNames.get(n).stream()).findFirst();
        if (id.isPresent()) {
            return new Lookup.Found<>((UserType) object(id.get()).orElseThrow());
        }
        boolean builtIn = installation.types().contains(name.name());
        boolean ofExtension = !extensionNames.keys().isEmpty();
        return builtIn || ofExtension || mayExist(name) ? new Lookup.Unknown<>() : new Lookup.Absent<>();
    }

    @Override
    public List<Routine> routines(QualifiedName name) {
        return candidates(name)
                .flatMap(n -> routineNames.get(n).stream())
                .flatMap(List::stream)
                .flatMap(id -> object(id).stream())
                .map(Routine.class::cast)
                .toList();
    }

    private Stream<ObjectName> candidates(QualifiedName name) {
        if (name.schema().isPresent()) {
            return Stream.of(new ObjectName(name.schema().get(), name.name()));
        }
        return Stream.concat(Stream.of(installation.temporarySchema()), searchPath.stream())
                .map(schema -> new ObjectName(schema, name.name()));
    }

    /** Whether an object that was not found may be there all the same. */
    private boolean mayExist(QualifiedName name) {
        if (!complete || uncertain(name) || name.hasPlaceholder()) {
            return true;
        }
        // A schema that a complete history never made was prepared by the platform, with contents of its own.
        return name.schema().filter(schema -> !schemaNames.has(schema)).isPresent()
                || name.schema().filter(installation.systemSchemas()::contains).isPresent();
    }

    @Override
    public Optional<SchemaObject> object(ObjectId id) {
        return objects.get(id);
    }

    @Override
    public Optional<Table> tableOfColumn(ObjectId column) {
        return columnTables.get(column).flatMap(this::table);
    }

    @Override
    public List<Relation> relations() {
        return relationNames.values().stream()
                .flatMap(id -> object(id).stream())
                .map(Relation.class::cast)
                .toList();
    }

    @Override
    public List<UserType> types() {
        return typeNames.values().stream()
                .flatMap(id -> object(id).stream())
                .map(UserType.class::cast)
                .toList();
    }

    @Override
    public List<Routine> routines() {
        return routineNames.values().stream()
                .flatMap(List::stream)
                .flatMap(id -> object(id).stream())
                .map(Routine.class::cast)
                .toList();
    }

    @Override
    public List<String> schemas() {
        return schemaNames.keys();
    }

    @Override
    public List<String> extensions() {
        return extensionNames.keys();
    }

    @Override
    public Optional<String> schemaOfExtension(String extension) {
        return extensionNames.get(extension);
    }

    @Override
    public List<Index> indexesOf(ObjectId table) {
        return dependents(table, Index.class).toList();
    }

    @Override
    public List<Table> referencing(ObjectId table) {
        return dependents(table, Table.class)
                .filter(other -> other.constraints().stream()
                        .flatMap(constraint -> constraint.foreignKey().stream())
                        .anyMatch(key -> key.table().filter(table::equals).isPresent()))
                .toList();
    }

    @Override
    public List<Table> childrenOf(ObjectId table) {
        return dependents(table, Table.class)
                .filter(child -> child.inherits().contains(table)
                        || child.partitionOf()
                                .filter(membership -> membership.parent().equals(table))
                                .isPresent())
                .toList();
    }

    @Override
    public List<View> viewsOn(ObjectId relation) {
        return dependents(relation, View.class)
                .filter(view -> view.reads().contains(relation))
                .toList();
    }

    @Override
    public List<CatalogObject> catalogObjectsOn(ObjectId relation) {
        return dependents(relation, CatalogObject.class)
                .filter(object -> object.on().contains(relation))
                .toList();
    }

    @Override
    public List<CatalogObject> catalogObjects(ObjectKind kind) {
        var found = new ArrayList<CatalogObject>();
        objects.forEach((id, object) -> {
            if (object instanceof CatalogObject other && other.kind() == kind) {
                found.add(other);
            }
        });
        return List.copyOf(found);
    }

    @Override
    public List<Table> tablesOfType(ObjectId compositeType) {
        return dependents(compositeType, Table.class)
                .filter(table -> table.ofType().filter(compositeType::equals).isPresent())
                .toList();
    }

    @Override
    public Optional<String> owner(ObjectId object) {
        return owners.get(object);
    }

    @Override
    public List<Table> tablesUsing(ObjectId userType) {
        var tables = new TreeMap<ObjectId, Table>();
        collectUsers(userType, tables, new HashSet<>());
        return List.copyOf(tables.values());
    }

    private void collectUsers(ObjectId type, Map<ObjectId, Table> tables, Set<ObjectId> seen) {
        if (seen.add(type)) {
            dependents(type, Table.class)
                    .filter(table -> hasType(table, type))
                    .forEach(table -> tables.put(table.id(), table));
            dependents(type, UserType.class).forEach(wrapper -> collectUsers(wrapper.id(), tables, seen));
        }
    }

    private static boolean hasType(Table table, ObjectId type) {
        return table.columns().stream()
                .flatMap(column -> column.type().stream())
                .anyMatch(
                        columnType -> columnType.userType().filter(type::equals).isPresent());
    }

    /** Objects of one kind that refer to another, in order of creation. */
    private <T extends SchemaObject> Stream<T> dependents(ObjectId id, Class<T> kind) {
        return dependents.get(id).orElse(List.of()).stream()
                .flatMap(dependent -> object(dependent).stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Everything that refers to an object, in order of creation. */
    List<SchemaObject> dependentsOf(ObjectId id) {
        return new ArrayList<>(dependents(id, SchemaObject.class).toList());
    }

    @Override
    public boolean anyUncertain() {
        return allUncertain || !uncertainNames.keys().isEmpty();
    }

    @Override
    public boolean uncertain(QualifiedName name) {
        return allUncertain || uncertainNames.has(name.name());
    }

    @Override
    public boolean uncertain(ObjectName name) {
        return allUncertain || uncertainNames.has(name.name());
    }
}
