package io.github.migralint.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of a schema, with the maps that follow them: those are kept here and nowhere else.
 *
 * @param relationNames identities of relations by name
 * @param typeNames identities of types by name
 * @param routineNames identities of routines by name
 * @param constraintNames how many constraints of a schema have a name
 * @param objects everything by identity
 * @param columnTables the table of each column
 * @param dependents who refers to an object, by its identity
 */
record Contents(
        PersistentMap<ObjectName, ObjectId> relationNames,
        PersistentMap<ObjectName, ObjectId> typeNames,
        PersistentMap<ObjectName, List<ObjectId>> routineNames,
        PersistentMap<ObjectName, Integer> constraintNames,
        PersistentMap<ObjectId, SchemaObject> objects,
        PersistentMap<ObjectId, ObjectId> columnTables,
        PersistentMap<ObjectId, List<ObjectId>> dependents) {
    static Contents empty() {
        return new Contents(
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty());
    }

    /** The same with an object in place of another; either may be missing. */
    Contents replace(Optional<SchemaObject> old, Optional<SchemaObject> neu) {
        return new Contents(
                names(relationNames, old, neu, Relation.class),
                names(typeNames, old, neu, UserType.class),
                routines(routineNames, old, neu),
                constraints(constraintNames, old, neu),
                objects(objects, old, neu),
                columns(columnTables, old, neu),
                dependents(dependents, old, neu));
    }

    private static PersistentMap<ObjectId, SchemaObject> objects(
            PersistentMap<ObjectId, SchemaObject> map, Optional<SchemaObject> old, Optional<SchemaObject> neu) {
        if (neu.isPresent()) {
            return map.with(neu.get().id(), neu.get());
        }
        return old.isPresent() ? map.without(old.get().id()) : map;
    }

    private static PersistentMap<ObjectName, ObjectId> names(
            PersistentMap<ObjectName, ObjectId> map,
            Optional<SchemaObject> old,
            Optional<SchemaObject> neu,
            Class<? extends SchemaObject> kind) {
        if (old.isPresent()
                && neu.isPresent()
                && old.get().name().equals(neu.get().name())) {
            return map;
        }
        PersistentMap<ObjectName, ObjectId> result = map;
        // Where names are swapped, another object may have taken this one already.
        boolean held = old.isPresent()
                && kind.isInstance(old.get())
                && map.get(old.get().name()).filter(old.get().id()::equals).isPresent();
        if (held) {
            result = result.without(old.get().name());
        }
        if (neu.isPresent() && kind.isInstance(neu.get())) {
            result = result.with(neu.get().name(), neu.get().id());
        }
        return result;
    }

    private static PersistentMap<ObjectName, List<ObjectId>> routines(
            PersistentMap<ObjectName, List<ObjectId>> map, Optional<SchemaObject> old, Optional<SchemaObject> neu) {
        PersistentMap<ObjectName, List<ObjectId>> result = map;
        if (old.isPresent() && old.get() instanceof Routine) {
            result = without(result, old.get().name(), old.get().id());
        }
        if (neu.isPresent() && neu.get() instanceof Routine) {
            result = with(result, neu.get().name(), neu.get().id());
        }
        return result;
    }

    private static PersistentMap<ObjectName, Integer> constraints(
            PersistentMap<ObjectName, Integer> map, Optional<SchemaObject> old, Optional<SchemaObject> neu) {
        List<ObjectName> before = constraintNames(old);
        List<ObjectName> after = constraintNames(neu);
        if (before.equals(after)) {
            return map;
        }
        PersistentMap<ObjectName, Integer> result = map;
        for (ObjectName name : before) {
            int left = result.get(name).orElse(1) - 1;
            result = left == 0 ? result.without(name) : result.with(name, left);
        }
        for (ObjectName name : after) {
            result = result.with(name, result.get(name).orElse(0) + 1);
        }
        return result;
    }

    private static List<ObjectName> constraintNames(Optional<SchemaObject> object) {
        List<Constraint> constraints = switch (object.orElse(null)) {
            case Table table -> table.constraints();
            case DomainType domain -> domain.checks();
            case null, default -> List.of();
        };
        return constraints.stream()
                .map(constraint -> new ObjectName(object.orElseThrow().name().schema(), constraint.name()))
                .toList();
    }

    private static PersistentMap<ObjectId, ObjectId> columns(
            PersistentMap<ObjectId, ObjectId> map, Optional<SchemaObject> old, Optional<SchemaObject> neu) {
        Set<ObjectId> before = columnIds(old);
        Set<ObjectId> after = columnIds(neu);
        PersistentMap<ObjectId, ObjectId> result = map;
        for (ObjectId gone : before) {
            if (!after.contains(gone)) {
                result = result.without(gone);
            }
        }
        for (ObjectId added : after) {
            if (!before.contains(added)) {
                result = result.with(added, neu.orElseThrow().id());
            }
        }
        return result;
    }

    private static Set<ObjectId> columnIds(Optional<SchemaObject> object) {
        var ids = new LinkedHashSet<ObjectId>();
        if (object.isPresent() && object.get() instanceof Table table) {
            table.columns().forEach(column -> ids.add(column.id()));
        }
        return ids;
    }

    private static PersistentMap<ObjectId, List<ObjectId>> dependents(
            PersistentMap<ObjectId, List<ObjectId>> map, Optional<SchemaObject> old, Optional<SchemaObject> neu) {
        Set<ObjectId> before = old.map(Ties::of).orElse(Set.of());
        Set<ObjectId> after = neu.map(Ties::of).orElse(Set.of());
        PersistentMap<ObjectId, List<ObjectId>> result = map;
        for (ObjectId gone : before) {
            if (!after.contains(gone)) {
                result = without(result, gone, old.orElseThrow().id());
            }
        }
        for (ObjectId added : after) {
            if (!before.contains(added)) {
                result = with(result, added, neu.orElseThrow().id());
            }
        }
        return result;
    }

    private static <K extends Comparable<K>> PersistentMap<K, List<ObjectId>> with(
            PersistentMap<K, List<ObjectId>> map, K key, ObjectId id) {
        var ids = new ArrayList<>(map.get(key).orElse(List.of()));
        ids.add(id);
        // Identities grow with time, so sorted means in order of creation.
        Collections.sort(ids);
        return map.with(key, List.copyOf(ids));
    }

    private static <K extends Comparable<K>> PersistentMap<K, List<ObjectId>> without(
            PersistentMap<K, List<ObjectId>> map, K key, ObjectId id) {
        var ids = new ArrayList<>(map.get(key).orElse(List.of()));
        ids.remove(id);
        return ids.isEmpty() ? map.without(key) : map.with(key, List.copyOf(ids));
    }
}
