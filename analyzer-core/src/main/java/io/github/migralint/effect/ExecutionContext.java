package io.github.migralint.effect;

import io.github.migralint.schema.ObjectId;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * What a statement meets when it runs, besides the schema.
 *
 * @param inTransaction whether a transaction block is open
 * @param settings settings in force, names folded, such as {@code timezone}
 * @param createdInTransaction objects created in the same transaction
 * @param labelsAdded labels that enums were given in the same transaction, by enum
 */
public record ExecutionContext(
        boolean inTransaction,
        Map<String, String> settings,
        Set<ObjectId> createdInTransaction,
        Map<ObjectId, Set<String>> labelsAdded) {
    public ExecutionContext {
        settings = Map.copyOf(settings);
        // a view of what grows with the transaction: a copy for each statement would take quadratic time
        createdInTransaction = Collections.unmodifiableSet(createdInTransaction);
        labelsAdded = Map.copyOf(labelsAdded);
    }

    /** A transaction in which no enum was given a label. */
    public ExecutionContext(boolean inTransaction, Map<String, String> settings, Set<ObjectId> createdInTransaction) {
        this(inTransaction, settings, createdInTransaction, Map.of());
    }

    /** What a statement meets that runs inside another, and so always inside a transaction. */
    public ExecutionContext inside() {
        return new ExecutionContext(true, settings, createdInTransaction, labelsAdded);
    }

    /** On its own, with default settings. */
    public static final ExecutionContext ALONE = new ExecutionContext(false, Map.of(), Set.of());
}
