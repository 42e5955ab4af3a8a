package io.github.migralint.effect;

import io.github.migralint.schema.ObjectId;
import java.util.Map;
import java.util.Set;

/**
 * What a statement meets when it runs, besides the schema.
 *
 * @param inTransaction whether a transaction block is open
 * @param settings settings in force, names folded, such as {@code timezone}
 * @param createdInTransaction objects created in the same transaction
 */
public record ExecutionContext(
        boolean inTransaction, Map<String, String> settings, Set<ObjectId> createdInTransaction) {
    public ExecutionContext {
        settings = Map.copyOf(settings);
    }

    /** On its own, with default settings. */
    public static final ExecutionContext ALONE = new ExecutionContext(false, Map.of(), Set.of());
}
