package io.github.migralint.schema;

import java.util.List;

/**
 * A row security policy.
 *
 * @param id its identity
 * @param name its name
 * @param permissive whether it permits
 * @param command ALL, SELECT, INSERT, UPDATE or DELETE
 * @param columns columns of its table that it mentions
 * @param origin where it was created
 */
public record Policy(
        ObjectId id, String name, boolean permissive, String command, List<ObjectId> columns, Origin origin) {
    public Policy {
        columns = List.copyOf(columns);
    }

    /** The same with another name. */
    public Policy withName(String newName) {
        return new Policy(id, newName, permissive, command, columns, origin);
    }

    /** The same with other columns. */
    public Policy withColumns(List<ObjectId> newColumns) {
        return new Policy(id, name, permissive, command, newColumns, origin);
    }
}
