package io.github.migralint.schema;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param scope in what the objects live, and how far that is known
 * @param contents the objects
 * @param owners roles that objects were given to
 */
record Snapshot(Scope scope, Contents contents, PersistentMap<ObjectId, String> owners) implements Schema {
    static Snapshot initial(Installation installation, boolean complete) {
        return new Snapshot(Scope.initial(installation, complete), Contents.empty(), PersistentMap.empty());
    }

    /** The same objects elsewhere, or known less far. */
    Snapshot within(Scope other) {
        return new Snapshot(other, contents, owners);
    }

    /** The same with an object in place of another; either may be missing. */
    Snapshot replace(Optional<SchemaObject> old, Optional<SchemaObject> neu) {
        return new Snapshot(scope, contents.replace(old, neu), owners);
    }

    /** The same with an object given to a role. */
    Snapshot withOwner(ObjectId object, String owner) {
        return new Snapshot(scope, contents, owners.with(object, owner));
    }

    @Override
    public Lookup<Relation> relation(QualifiedName name) {
        Optional<ObjectId> id = candidates(name)
                .flatMap(n -> contents.relationNames().get(n).stream())
                .findFirst();
        if (id.isPresent()) {
            return new Lookup.Found<>((Relation) object(id.get()).orElseThrow());
        }
        return mayExist(name) || isOfServerOrTool(name) ? new Lookup.Unknown<>() : new Lookup.Absent<>();
    }

    @Override
    public Optional<Relation> relation(ObjectName name) {
        return contents.relationNames().get(name).flatMap(this::object).map(Relation.class::cast);
    }

    @Override
    public Optional<UserType> type(ObjectName name) {
        return contents.typeNames().get(name).flatMap(this::object).map(UserType.class::cast);
    }

    /** Whether no history would make a relation of that name. */
    private boolean isOfServerOrTool(QualifiedName name) {
        return scope.installation().assumed().contains(name.name())
                || (name.schema().isEmpty()
                        && scope.installation()
                                .systemPrefix()
                                .filter(name.name()::startsWith)
                                .isPresent());
    }

    @Override
    public Lookup<UserType> type(QualifiedName name) {
        Optional<ObjectId> id = candidates(name)
                .flatMap(n -> contents.typeNames().get(n).stream())
                .findFirst();
        if (id.isPresent()) {
            return new Lookup.Found<>((UserType) object(id.get()).orElseThrow());
        }
        boolean builtIn = scope.installation().types().contains(name.name());
        boolean ofExtension = !scope.extensionNames().keys().isEmpty();
        return builtIn || ofExtension || mayExist(name) ? new Lookup.Unknown<>() : new Lookup.Absent<>();
    }

    @Override
    public List<Routine> routines(QualifiedName name) {
        return candidates(name)
                .flatMap(n -> contents.routineNames().get(n).stream())
                .flatMap(List::stream)
                .flatMap(id -> object(id).stream())
                .map(Routine.class::cast)
                .toList();
    }

    private Stream<ObjectName> candidates(QualifiedName name) {
        if (name.schema().isPresent()) {
            return Stream.of(new ObjectName(name.schema().get(), name.name()));
        }
        return Stream.concat(Stream.of(scope.installation().temporarySchema()), scope.searchPath().stream())
                .map(schema -> new ObjectName(schema, name.name()));
    }

    /** Whether an object that was not found may be there all the same. */
    private boolean mayExist(QualifiedName name) {
        if (!scope.complete() || uncertain(name) || name.hasPlaceholder()) {
            return true;
        }
        Set<String> ofServer = scope.installation().systemSchemas();
        if (name.schema().isEmpty()) {
            return !scope.searchPath().isEmpty() && ofServer.containsAll(scope.searchPath());
        }
        // A schema that a complete history never made was prepared by the platform, with contents of its own.
        String schema = name.schema().get();
        return !scope.schemaNames().has(schema) || ofServer.contains(schema);
    }

    @Override
    public Optional<SchemaObject> object(ObjectId id) {
        return contents.objects().get(id);
    }

    @Override
    public Optional<Table> tableOfColumn(ObjectId column) {
        return contents.columnTables().get(column).flatMap(this::table);
    }

    @Override
    public List<Relation> relations() {
        return contents.relationNames().values().stream()
                .flatMap(id -> object(id).stream())
                .map(Relation.class::cast)
                .toList();
    }

    @Override
    public List<UserType> types() {
        return contents.typeNames().values().stream()
                .flatMap(id -> object(id).stream())
                .map(UserType.class::cast)
                .toList();
    }

    @Override
    public List<Routine> routines() {
        return contents.routineNames().values().stream()
                .flatMap(List::stream)
                .flatMap(id -> object(id).stream())
                .map(Routine.class::cast)
                .toList();
    }

    @Override
    public List<String> schemas() {
        return scope.schemaNames().keys();
    }

    @Override
    public Optional<String> collationOf(String schema) {
        return scope.schemaCollations().get(schema);
    }

    @Override
    public List<String> extensions() {
        return scope.extensionNames().keys();
    }

    @Override
    public Optional<String> schemaOfExtension(String extension) {
        return scope.extensionNames().get(extension);
    }

    @Override
    public List<Index> indexesOf(ObjectId table) {
        return dependents(table, Index.class).toList();
    }

    @Override
    public List<Sequence> sequencesOf(ObjectId table) {
        return dependents(table, Sequence.class)
                .sorted(Comparator.comparing(Sequence::name))
                .toList();
    }

    @Override
    public List<Table> tablesTakingFrom(ObjectId sequence) {
        return dependents(sequence, Table.class)
                .filter(table -> table.columns().stream()
                        .flatMap(column -> column.defaultValue().stream())
                        .anyMatch(value -> value.uses().contains(sequence)))
                .toList();
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
        contents.objects().forEach((id, object) -> {
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
        return contents.dependents().get(id).orElse(List.of()).stream()
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
        return scope.allUncertain() || !scope.uncertainNames().keys().isEmpty();
    }

    @Override
    public boolean uncertain(QualifiedName name) {
        return scope.allUncertain() || scope.uncertainNames().has(name.name());
    }

    @Override
    public boolean uncertain(ObjectName name) {
        return scope.allUncertain() || scope.uncertainNames().has(name.name());
    }

    @Override
    public boolean complete() {
        return scope.complete();
    }

    @Override
    public Optional<String> sessionValue(String name) {
        return scope.sessionValues().get(name);
    }

    @Override
    public List<String> searchPath() {
        return scope.searchPath();
    }
}
