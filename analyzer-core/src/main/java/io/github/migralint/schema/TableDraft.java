package io.github.migralint.schema;

import io.github.migralint.ast.Persistence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A table while a statement makes or changes it. */
public final class TableDraft {
    private final ObjectId id;
    private final Origin origin;
    private ObjectName name;
    private Table.Kind kind = Table.Kind.PLAIN;
    private Persistence persistence = Persistence.PERMANENT;
    private boolean complete = true;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private boolean rowSecurity;
    private Optional<Partitioning> partitioning = Optional.empty();
    private Optional<Membership> partitionOf = Optional.empty();
    private final List<ObjectId> inherits = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private Optional<String> tablespace = Optional.empty();
    private Optional<String> accessMethod = Optional.empty();
    private Optional<ObjectId> ofType = Optional.empty();
    private Optional<ObjectId> clusteredOn = Optional.empty();
    private boolean filled;
    private boolean holdsRows;
    private boolean caseless;

    /** A new table without anything. */
    public TableDraft(ObjectId id, ObjectName name, Origin origin) {
        this.id = id;
        this.name = name;
        this.origin = origin;
    }

    /** A table to be changed. */
    public static TableDraft of(Table table) {
        var draft = new TableDraft(table.id(), table.name(), table.origin());
        draft.kind = table.kind();
        draft.persistence = table.persistence();
        draft.complete = table.complete();
        draft.columns.addAll(table.columns());
        draft.constraints.addAll(table.constraints());
        draft.triggers.addAll(table.triggers());
        draft.policies.addAll(table.policies());
        draft.rowSecurity = table.rowSecurity();
        draft.partitioning = table.partitioning();
        draft.partitionOf = table.partitionOf();
        draft.inherits.addAll(table.inherits());
        draft.options.putAll(table.options());
        draft.tablespace = table.tablespace();
        draft.accessMethod = table.accessMethod();
        draft.ofType = table.ofType();
        draft.clusteredOn = table.clusteredOn();
        draft.filled = table.filled();
        draft.holdsRows = table.holdsRows();
        draft.caseless = table.caseless();
        return draft;
    }

    /** The table as drafted. */
    public Table build() {
        return new Table(
                id,
                name,
                kind,
                persistence,
                complete,
                columns,
                constraints,
                triggers,
                policies,
                rowSecurity,
                partitioning,
                partitionOf,
                inherits,
                options,
                tablespace,
                accessMethod,
                ofType,
                clusteredOn,
                filled,
                holdsRows,
                caseless,
                origin);
    }

    /** Its identity. */
    public ObjectId id() {
        return id;
    }

    /** Its name. */
    public ObjectName name() {
        return name;
    }

    /** Sets its name. */
    public TableDraft name(ObjectName newName) {
        name = newName;
        return this;
    }

    /** Sets what kind of table it is. */
    public TableDraft kind(Table.Kind newKind) {
        kind = newKind;
        return this;
    }

    /** Sets how long its rows live. */
    public TableDraft persistence(Persistence newPersistence) {
        persistence = newPersistence;
        return this;
    }

    /** Says that not all of it is known. */
    public TableDraft incomplete() {
        complete = false;
        return this;
    }

    /** Switches row security. */
    public TableDraft rowSecurity(boolean on) {
        rowSecurity = on;
        return this;
    }

    /** Sets how it is divided. */
    public TableDraft partitioning(Partitioning newPartitioning) {
        partitioning = Optional.of(newPartitioning);
        kind = Table.Kind.PARTITIONED;
        return this;
    }

    /** Says that it is not divided. */
    public TableDraft unpartitioned() {
        partitioning = Optional.empty();
        kind = Table.Kind.PLAIN;
        return this;
    }

    /** Sets where it belongs. */
    public TableDraft partitionOf(Optional<Membership> membership) {
        partitionOf = membership;
        return this;
    }

    /** Sets where it is stored. */
    public TableDraft tablespace(Optional<String> newTablespace) {
        tablespace = newTablespace;
        return this;
    }

    /** Sets its access method. */
    public TableDraft accessMethod(Optional<String> method) {
        accessMethod = method;
        return this;
    }

    /** Sets the composite type that it is a table of. */
    public TableDraft ofType(Optional<ObjectId> type) {
        ofType = type;
        return this;
    }

    /** Sets the index that CLUSTER orders it by. */
    public TableDraft clusteredOn(Optional<ObjectId> index) {
        clusteredOn = index;
        return this;
    }

    /** Says whether the history put rows into it. */
    public TableDraft filled(boolean newFilled) {
        filled = newFilled;
        return this;
    }

    /** Says whether it surely holds rows. */
    public TableDraft holdsRows(boolean sure) {
        holdsRows = sure;
        return this;
    }

    /** Whether case makes no difference in the names of its parts. */
    public TableDraft caseless(boolean value) {
        caseless = value;
        return this;
    }

    /** Its columns, to be changed in place. */
    public List<Column> columns() {
        return columns;
    }

    /** Its constraints, to be changed in place. */
    public List<Constraint> constraints() {
        return constraints;
    }

    /** Its triggers, to be changed in place. */
    public List<Trigger> triggers() {
        return triggers;
    }

    /** Its policies, to be changed in place. */
    public List<Policy> policies() {
        return policies;
    }

    /** Its parents, to be changed in place. */
    public List<ObjectId> inherits() {
        return inherits;
    }

    /** Its storage parameters, to be changed in place. */
    public Map<String, String> options() {
        return options;
    }

    /** The column of that name. */
    public Optional<Column> column(String column) {
        return columns.stream()
                .filter(c ->
                        caseless ? c.name().equalsIgnoreCase(column) : c.name().equals(column))
                .findFirst();
    }

    /** Changes the column of that identity. */
    public TableDraft editColumn(ObjectId column, UnaryOperator<Column> edit) {
        columns.replaceAll(c -> c.id().equals(column) ? edit.apply(c) : c);
        return this;
    }

    /** Changes the constraint of that identity. */
    public TableDraft editConstraint(ObjectId constraint, UnaryOperator<Constraint> edit) {
        constraints.replaceAll(c -> c.id().equals(constraint) ? edit.apply(c) : c);
        return this;
    }
}
