package io.github.migralint.schema;

import io.github.migralint.ast.Persistence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table, a partitioned table or a foreign table.
 *
 * @param id its identity
 * @param name its present name
 * @param kind plain, partitioned or foreign
 * @param persistence how long its rows live
 * @param complete whether all its columns and constraints are known
 * @param columns in order
 * @param constraints in order of creation
 * @param triggers in order of creation
 * @param policies in order of creation
 * @param rowSecurity whether row security is on
 * @param partitioning how it is divided, if partitioned
 * @param partitionOf where it belongs, if a partition
 * @param inherits parents of plain inheritance
 * @param options storage parameters
 * @param tablespace where it is stored, if said
 * @param accessMethod its access method, if said
 * @param ofType the composite type that it is a table of, if it is one
 * @param clusteredOn the index that CLUSTER orders it by, if one was named
 * @param filled whether the history itself put rows into it
 * @param holdsRows whether it surely holds rows: the history put some there and removed none since
 * @param caseless whether case makes no difference in the names of columns, constraints and triggers
 * @param origin where it was created
 */
public record Table(
        ObjectId id,
        ObjectName name,
        Table.Kind kind,
        Persistence persistence,
        boolean complete,
        List<Column> columns,
        List<Constraint> constraints,
        List<Trigger> triggers,
        List<Policy> policies,
        boolean rowSecurity,
        Optional<Partitioning> partitioning,
        Optional<Membership> partitionOf,
        List<ObjectId> inherits,
        Map<String, String> options,
        Optional<String> tablespace,
        Optional<String> accessMethod,
        Optional<ObjectId> ofType,
        Optional<ObjectId> clusteredOn,
        boolean filled,
        boolean holdsRows,
        boolean caseless,
        Origin origin)
        implements Relation {
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        triggers = List.copyOf(triggers);
        policies = List.copyOf(policies);
        inherits = List.copyOf(inherits);
        options = Map.copyOf(options);
    }

    /** The option of a temporary table that goes with its transaction. */
    public static final String DROPPED_ON_COMMIT = "on commit drop";

    /** What kind of table it is. */
    public enum Kind {
        PLAIN,
        PARTITIONED,
        FOREIGN
    }

    /** The column of that name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> same(c.name(), column)).findFirst();
    }

    /** The column of that identity. */
    public Optional<Column> column(ObjectId column) {
        return columns.stream().filter(c -> c.id().equals(column)).findFirst();
    }

    /** The constraint of that name. */
    public Optional<Constraint> constraint(String constraint) {
        return constraints.stream().filter(c -> same(c.name(), constraint)).findFirst();
    }

    /** The primary key. */
    public Optional<Constraint> primaryKey() {
        return constraints.stream()
                .filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY)
                .findFirst();
    }

    private boolean same(String one, String other) {
        return caseless ? one.equalsIgnoreCase(other) : one.equals(other);
    }
}
