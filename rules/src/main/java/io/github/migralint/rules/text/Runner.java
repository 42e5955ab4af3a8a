package io.github.migralint.rules.text;

import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Step;
import java.util.Optional;

/** Says how the migration tool of a step runs a statement that no transaction may hold. */
public final class Runner {
    private Runner() {}

    /** Where such a statement goes. */
    public static String alone(Step step) {
        String wayOut = step.migration().transaction().wayOut();
        boolean oneQuery = step.migration().transaction().mode() == TransactionMode.IMPLICIT;
        if (!step.transaction().open() && !oneQuery) {
            return "outside a transaction, as here";
        }
        if (step.embedding().isPresent()) {
            return "outside the block, alone in its own migration"
                    + (wayOut.isEmpty() ? "" : ", outside a transaction " + wayOut);
        }
        return "alone in its own migration, " + (wayOut.isEmpty() ? "outside a transaction" : wayOut);
    }

    /** Why the step stands in a transaction, which it does. */
    public static String frame(Step step) {
        if (step.transaction().explicit()) {
            return "the file opens a transaction before the statement";
        }
        String reason = step.migration().transaction().reason();
        return reason.isEmpty() ? "the migration runs in a transaction" : reason;
    }

    /** Why such a statement cannot stand where the step stands, if it cannot. */
    public static Optional<String> whyAlone(Step step, String statement) {
        if (!step.transaction().open()) {
            return Optional.empty();
        }
        if (step.embedding().isPresent()) {
            return Optional.of(
                    "A block always runs in a transaction, and " + statement + " is refused inside one (25001).");
        }
        String where = step.transaction().explicit()
                ? "This file opens a transaction"
                : sentence(step.migration().transaction().reason());
        return Optional.of(where + ", and " + statement + " is refused inside a transaction (25001).");
    }

    private static String sentence(String reason) {
        return reason.isEmpty()
                ? "This migration runs in a transaction"
                : Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }
}
