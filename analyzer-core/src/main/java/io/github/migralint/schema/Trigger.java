package io.github.migralint.schema;

import io.github.migralint.ast.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A trigger.
 *
 * @param id its identity
 * @param name its name
 * @param timing BEFORE, AFTER or INSTEAD OF
 * @param events INSERT, UPDATE, DELETE, TRUNCATE
 * @param function what it calls, if known
 * @param functionName what it calls, as written
 * @param columns columns of UPDATE OF and of its condition
 * @param forEachRow whether it fires for each row
 * @param enabled whether it fires
 * @param constraint whether it is a constraint trigger
 * @param origin where it was created
 */
public record Trigger(
        ObjectId id,
        String name,
        String timing,
        List<String> events,
        Optional<ObjectId> function,
        QualifiedName functionName,
        List<ObjectId> columns,
        boolean forEachRow,
        boolean enabled,
        boolean constraint,
        Origin origin) {
    public Trigger {
        events = List.copyOf(events);
        columns = List.copyOf(columns);
    }

    /** The same with another name. */
    public Trigger withName(String newName) {
        return new Trigger(
                id, newName, timing, events, function, functionName, columns, forEachRow, enabled, constraint, origin);
    }

    /** The same with another state. */
    public Trigger withEnabled(boolean newEnabled) {
        return new Trigger(
                id, name, timing, events, function, functionName, columns, forEachRow, newEnabled, constraint, origin);
    }
}
