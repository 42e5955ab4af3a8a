package io.github.migralint.schema;

import java.util.Optional;

/**
 * A sequence.
 *
 * @param id its identity
 * @param name its present name
 * @param type {@code int2}, {@code int4} or {@code int8}
 * @param ownerTable the table of the column it belongs to
 * @param ownerColumn the column it belongs to
 * @param identity whether it is that of an identity column
 * @param origin where it was created
 */
public record Sequence(
        ObjectId id,
        ObjectName name,
        String type,
        Optional<ObjectId> ownerTable,
        Optional<ObjectId> ownerColumn,
        boolean identity,
        Origin origin)
        implements Relation {
    /** The same with another name. */
    public Sequence withName(ObjectName newName) {
        return new Sequence(id, newName, type, ownerTable, ownerColumn, identity, origin);
    }

    /** The same with another type. */
    public Sequence withType(String newType) {
        return new Sequence(id, name, newType, ownerTable, ownerColumn, identity, origin);
    }

    /** The same with another owning table. */
    public Sequence withOwnerTable(Optional<ObjectId> newOwnerTable) {
        return new Sequence(id, name, type, newOwnerTable, ownerColumn, identity, origin);
    }

    /** The same with another owning column. */
    public Sequence withOwnerColumn(Optional<ObjectId> newOwnerColumn) {
        return new Sequence(id, name, type, ownerTable, newOwnerColumn, identity, origin);
    }

    /** The same with another purpose. */
    public Sequence withIdentity(boolean newIdentity) {
        return new Sequence(id, name, type, ownerTable, ownerColumn, newIdentity, origin);
    }
}
