package io.github.migralint.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the next snapshot from one: all secondary maps follow the objects here and nowhere else. */
final class SnapshotEdit {
    private SnapshotEdit() {}

    static Snapshot replace(Snapshot state, Optional<SchemaObject> old, Optional<SchemaObject> neu) {
        return new Snapshot(
                state.installation(),
                state.complete(),
                state.allUncertain(),
                state.searchPath(),
                state.schemaNames(),
                state.extensionNames(),
                state.uncertainNames(),
                names(state.relationNames(), old, neu, Relation.class),
                names(state.typeNames(), old, neu, UserType.class),
                routines(state.routineNames(), old, neu),
                constraints(state.constraintNames(), old, neu),
                objects(state.objects(), old, neu),
                columns(state.columnTables(), old, neu),
                dependents(state.dependents(), old, neu),
                state.owners());
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
        if (old.isPresent() && kind.isInstance(old.get())) {
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

    static Snapshot withSchemas(Snapshot s, PersistentMap<String, String> schemas) {
        return with(s, s.complete(), s.allUncertain(), s.searchPath(), schemas, s.extensionNames(), s.uncertainNames());
    }

    static Snapshot withExtensions(Snapshot s, PersistentMap<String, String> extensions) {
        return with(s, s.complete(), s.allUncertain(), s.searchPath(), s.schemaNames(), extensions, s.uncertainNames());
    }

    static Snapshot withSearchPath(Snapshot s, List<String> path) {
        List<String> copy = List.copyOf(path);
        return with(s, s.complete(), s.allUncertain(), copy, s.schemaNames(), s.extensionNames(), s.uncertainNames());
    }

    static Snapshot withUncertain(Snapshot s, PersistentMap<String, String> names, boolean all) {
        return with(s, s.complete(), all, s.searchPath(), s.schemaNames(), s.extensionNames(), names);
    }

    static Snapshot withInstallation(Snapshot s, Installation installation) {
        return new Snapshot(
                installation,
                s.complete(),
                s.allUncertain(),
                s.searchPath(),
                s.schemaNames(),
                s.extensionNames(),
                s.uncertainNames(),
                s.relationNames(),
                s.typeNames(),
                s.routineNames(),
                s.constraintNames(),
                s.objects(),
                s.columnTables(),
                s.dependents(),
                s.owners());
    }

    static Snapshot withComplete(Snapshot s, boolean complete) {
        return with(
                s, complete, s.allUncertain(), s.searchPath(), s.schemaNames(), s.extensionNames(), s.uncertainNames());
    }

    private static Snapshot with(
            Snapshot s,
            boolean complete,
            boolean allUncertain,
            List<String> searchPath,
            PersistentMap<String, String> schemas,
            PersistentMap<String, String> extensions,
            PersistentMap<String, String> uncertain) {
        return new Snapshot(
                s.installation(),
                complete,
                allUncertain,
                searchPath,
                schemas,
                extensions,
                uncertain,
                s.relationNames(),
                s.typeNames(),
                s.routineNames(),
                s.constraintNames(),
                s.objects(),
                s.columnTables(),
                s.dependents(),
                s.owners());
    }

    static Snapshot withOwner(Snapshot s, ObjectId object, String owner) {
        return new Snapshot(
                s.installation(),
                s.complete(),
                s.allUncertain(),
                s.searchPath(),
                s.schemaNames(),
                s.extensionNames(),
                s.uncertainNames(),
                s.relationNames(),
                s.typeNames(),
                s.routineNames(),
                s.constraintNames(),
                s.objects(),
                s.columnTables(),
                s.dependents(),
                s.owners().with(object, owner));
    }
}
