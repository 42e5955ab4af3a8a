package io.github.migralint.schema;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The schema while it is being replayed: changed in place, looked at through {@link #now()}. Every state shares what did
 * not change with the one before it, so freezing and rolling back cost nothing.
 */
public final class SchemaBuilder {
    private static final int FIRST_ID_OF_TRIAL = 1 << 30;

    private Snapshot now;
    private int lastId;
    private final Set<ObjectId> touched = new LinkedHashSet<>();

    /**
     * A schema without any object of the history.
     *
     * @param installation what the server has anyway
     * @param complete whether the history starts from an empty database
     */
    public SchemaBuilder(Installation installation, boolean complete) {
        this.now = Snapshot.initial(installation, complete);
    }

    private SchemaBuilder(Snapshot now, int lastId) {
        this.now = now;
        this.lastId = lastId;
    }

    /**
     * A schema in which statements can be tried: it begins as {@code state} and leaves that as it is. The identities it
     * gives are its own and never those of a history.
     */
    public static SchemaBuilder trial(Schema state) {
        if (state instanceof Snapshot snapshot) {
            return new SchemaBuilder(snapshot, FIRST_ID_OF_TRIAL);
        }
        throw new IllegalArgumentException("not a state of a replayed schema: " + state.getClass());
    }

    /** A schema that goes its own way from here, and leaves this one as it is. Both may give the same new identities. */
    public SchemaBuilder fork() {
        return new SchemaBuilder(now, lastId);
    }

    /**
     * A state to return to.
     *
     * @param state the state
     */
    public record Mark(Schema state) {}

    /** The schema as it is now; later changes do not reach what was returned. */
    public Schema now() {
        return now;
    }

    /** The schema as it is now, for good. */
    public Schema freeze() {
        return now;
    }

    /** Remembers the state, as SAVEPOINT and BEGIN do. */
    public Mark mark() {
        return new Mark(now);
    }

    /** Returns to a state; identities given since then are not given again. */
    public void rollbackTo(Mark mark) {
        if (mark.state() instanceof Snapshot state) {
            touched.addAll(difference(state, now));
            now = state;
        }
    }

    private static Set<ObjectId> difference(Snapshot one, Snapshot other) {
        var changed = new LinkedHashSet<ObjectId>();
        one.contents().objects().forEach((id, object) -> {
            if (other.contents().objects().get(id).filter(object::equals).isEmpty()) {
                changed.add(id);
            }
        });
        other.contents().objects().forEach((id, object) -> {
            if (!one.contents().objects().has(id)) {
                changed.add(id);
            }
        });
        return changed;
    }

    /** A new identity. */
    public ObjectId newId() {
        return new ObjectId(++lastId);
    }

    /** Identities of the objects that changed since this was last asked. */
    public Set<ObjectId> takeTouched() {
        var result = new LinkedHashSet<>(touched);
        touched.clear();
        return result;
    }

    /** Everything that refers to an object: its indexes, owned sequences, readers, children and users. */
    public List<SchemaObject> dependentsOf(ObjectId id) {
        return now.dependentsOf(id);
    }

    /** Whether a constraint of that name stands in a schema, on whatever table. */
    public boolean hasConstraintNamed(ObjectName name) {
        return now.contents().constraintNames().has(name);
    }

    /** The relation of exactly that name. */
    public Optional<Relation> relationNamed(ObjectName name) {
        return now.relation(name);
    }

    /** The type of exactly that name. */
    public Optional<UserType> typeNamed(ObjectName name) {
        return now.type(name);
    }

    /** The name that a new object gets: unqualified ones go to the first schema of the search path that is there. */
    public ObjectName nameForNew(QualifiedName name) {
        return new ObjectName(name.schema().orElseGet(this::creationSchema), name.name());
    }

    /** The name that a new temporary relation gets. */
    public ObjectName nameForTemporary(QualifiedName name) {
        return new ObjectName(scope().installation().temporarySchema(), name.name());
    }

    private String creationSchema() {
        List<String> path = scope().searchPath();
        return path.stream()
                .filter(scope().schemaNames()::has)
                .findFirst()
                .or(() -> path.stream().findFirst())
                .orElse(scope().installation().schemas().get(0));
    }

    /** Adds an object, or replaces the one of the same identity; its name may have changed. Nothing new touches nothing. */
    public void put(SchemaObject object) {
        Optional<SchemaObject> old = now.contents().objects().get(object.id());
        if (old.filter(object::equals).isPresent()) {
            return;
        }
        touched.add(object.id());
        now = now.replace(old, Optional.of(object));
    }

    /** Removes an object together with what cannot be without it: indexes and owned sequences. */
    public void remove(ObjectId id) {
        Optional<SchemaObject> old = now.contents().objects().get(id);
        if (old.isEmpty()) {
            return;
        }
        touched.add(id);
        List<SchemaObject> dependents = now.dependentsOf(id);
        now = now.replace(old, Optional.empty());
        for (SchemaObject dependent : dependents) {
            if (dependent instanceof Index || dependent instanceof Sequence) {
                remove(dependent.id());
            } else if (dependent instanceof CatalogObject other && other.on().contains(id)) {
                without(other, id, columnsOf(old.get()));
            }
        }
    }

    private static List<ObjectId> columnsOf(SchemaObject object) {
        return object instanceof Table table
                ? table.columns().stream().map(Column::id).toList()
                : List.of();
    }

    /** Rules and statistics go with their relation; publications go on without it. */
    private void without(CatalogObject object, ObjectId relation, List<ObjectId> columns) {
        if (object.kind() != ObjectKind.PUBLICATION) {
            remove(object.id());
            return;
        }
        var on = new ArrayList<>(object.on());
        on.remove(relation);
        var needed = new ArrayList<>(object.columns());
        needed.removeAll(columns);
        var parsed = new ArrayList<>(object.parsedColumns());
        parsed.removeAll(columns);
        put(object.withRelations(on, needed, parsed));
    }

    /** Gives an object to a role. */
    public void giveTo(ObjectId object, String role) {
        now = now.withOwner(object, role);
    }

    /** Removes the temporary tables that go with the transaction that ends. */
    public void endTransaction() {
        String temporary = scope().installation().temporarySchema();
        var first = new ObjectName(temporary, "");
        var end = new ObjectName(temporary + '\0', "");
        for (ObjectId relation : now.contents().relationNames().between(first, end)) {
            now.table(relation)
                    .filter(table -> table.options().containsKey(Table.DROPPED_ON_COMMIT))
                    .ifPresent(table -> remove(relation));
        }
    }

    /** Removes what lives as long as its session: all that is temporary. */
    public void endSession() {
        inSchema(scope().installation().temporarySchema()).forEach(object -> remove(object.id()));
        searchPath(Optional.empty());
        scope(scope().withSessionValues(PersistentMap.empty()));
    }

    /** Adds a schema. */
    public void addSchema(String name) {
        scope(scope().withSchemas(scope().schemaNames().with(name, name)));
    }

    /** Removes a schema; its objects are the caller's affair. */
    public void removeSchema(String name) {
        scope(scope().withSchemas(scope().schemaNames().without(name)));
        scope(scope().withCollations(scope().schemaCollations().without(name)));
    }

    /** Gives a schema a default collation of its own. */
    public void collate(String schema, String collation) {
        scope(scope().withCollations(scope().schemaCollations().with(schema, collation)));
    }

    /** Gives a schema and all names in it a new name. */
    public void renameSchema(String from, String to) {
        removeSchema(from);
        addSchema(to);
        for (SchemaObject object : inSchema(from)) {
            put(Renamed.to(object, new ObjectName(to, object.name().name())));
        }
    }

    /** All objects of a schema. */
    public List<SchemaObject> inSchema(String schema) {
        var objects = new ArrayList<SchemaObject>();
        now.contents().objects().forEach((id, object) -> {
            if (object.name().schema().equals(schema)) {
                objects.add(object);
            }
        });
        return objects;
    }

    /** Adds an extension. */
    public void addExtension(String name, String schema) {
        scope(scope().withExtensions(scope().extensionNames().with(name, schema)));
    }

    /** Removes an extension. */
    public void removeExtension(String name) {
        scope(scope().withExtensions(scope().extensionNames().without(name)));
    }

    /** Sets where unqualified names are looked up; none means the default. */
    public void searchPath(Optional<List<String>> schemas) {
        scope(scope().withSearchPath(schemas.orElse(scope().installation().searchPath())));
    }

    /** Keeps a value in the session: a literal of SQL, or an empty text for one that nobody knows. */
    public void keepInSession(String name, String value) {
        scope(scope().withSessionValues(scope().sessionValues().with(name, value)));
    }

    /** Takes a value from the session. */
    public void dropFromSession(String name) {
        scope(scope().withSessionValues(scope().sessionValues().without(name)));
    }

    /** Says where sessions that begin from now on look up unqualified names. */
    public void sessionsBeginIn(List<String> schemas) {
        scope(scope().withInstallation(scope().installation().withSearchPath(schemas)));
    }

    /** Says that relations of these names are there although no statement makes them. */
    public void assume(Set<String> relations) {
        scope(scope().withInstallation(scope().installation().withAssumed(relations)));
    }

    /** Says that a table has more, or less, than the history shows. */
    public void markIncomplete(ObjectId table) {
        now.table(table)
                .filter(Table::complete)
                .ifPresent(found -> put(TableDraft.of(found).incomplete().build()));
    }

    /** Says that something not understood may have changed what has this name, or made it. */
    public void markUncertain(String name) {
        uncertain(scope().uncertainNames().with(name, name));
    }

    /**
     * Says that nobody knows whether what differs between two states is as in the one or as in the other. The state as it
     * is now stays, with all that differs uncertain, and tables of which columns or constraints differ incomplete.
     */
    public void markDifferenceUncertain(Schema one, Schema other) {
        if (!(one instanceof Snapshot first && other instanceof Snapshot second) || first.equals(second)) {
            return;
        }
        for (ObjectId id : difference(first, second)) {
            if (onlyRowsDiffer(first.table(id), second.table(id))) {
                continue;
            }
            Stream.of(first, second)
                    .flatMap(state -> state.object(id).stream())
                    .map(object -> object.name().name())
                    .distinct()
                    .forEach(this::markUncertain);
            now.table(id).filter(Table::complete).ifPresent(table -> {
                var draft = TableDraft.of(table);
                draft.incomplete();
                put(draft.build());
            });
        }
        if (!first.complete() || !second.complete()) {
            markIncomplete();
        }
        var names = new TreeSet<>(first.scope().uncertainNames().keys());
        names.addAll(second.scope().uncertainNames().keys());
        names.forEach(this::markUncertain);
        forgetSessionValues(first.scope(), second.scope());
    }

    private void forgetSessionValues(Scope one, Scope other) {
        var names = new TreeSet<>(one.sessionValues().keys());
        names.addAll(other.sessionValues().keys());
        for (String name : names) {
            if (!one.sessionValues().get(name).equals(other.sessionValues().get(name))) {
                keepInSession(name, "");
            }
        }
    }

    /** Whether a table was only filled or emptied. */
    private static boolean onlyRowsDiffer(Optional<Table> one, Optional<Table> other) {
        return one.isPresent()
                && other.isPresent()
                && TableDraft.of(one.get()).filled(other.get().filled()).build().equals(other.get());
    }

    /** Says that the object of this name is known again: it was just made. */
    public void markCertain(String name) {
        uncertain(scope().uncertainNames().without(name));
    }

    /** Says that something not understood may have changed anything. */
    public void markAllUncertain() {
        scope(scope().withUncertain(scope().uncertainNames(), true));
        markIncomplete();
    }

    /** Says that from now on the history does not show everything. */
    public void markIncomplete() {
        scope(scope().incomplete());
    }

    /** The names that are uncertain, sorted. */
    public Set<String> uncertainNames() {
        return new TreeSet<>(scope().uncertainNames().keys());
    }

    private Scope scope() {
        return now.scope();
    }

    private void uncertain(PersistentMap<String, String> names) {
        scope(scope().withUncertain(names, scope().allUncertain()));
    }

    private void scope(Scope next) {
        now = now.within(next);
    }
}
