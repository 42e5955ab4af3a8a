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
 * @param uses other relations and functions that its conditions need
 * @param origin where it was created
 */
public record Policy(
        ObjectId id,
        String name,
        boolean permissive,
        String command,
        List<ObjectId> columns,
        List<ObjectId> uses,
        Origin origin) {
    public Policy {
        columns = List.copyOf(columns);
        uses = List.copyOf(uses);
    }

    /** The same with another name. */
    public Policy withName(String newName) {
        return new Policy(id, newName, permissive, command, columns, uses, origin);
    }

    /** The same with other conditions. */
    public Policy withConditions(List<ObjectId> newColumns, List<ObjectId> newUses) {
        return new Policy(id, name, permissive, command, newColumns, newUses, origin);
    }
}
