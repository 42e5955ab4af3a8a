package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a statement asks of the server, gathered in the order in which the server does it. After an error nothing more is
 * done: what is added later is dropped.
 */
final class Acts {
    private final List<Act> acts = new ArrayList<>();
    private final List<Effect.TakesLock> asked = new ArrayList<>();
    private final List<Effect.MayFailOnRows> risks = new ArrayList<>();
    private Optional<Effect.Fails> failure = Optional.empty();
    private boolean forbiddenInTransaction;
    private boolean certain = true;

    void add(Act act) {
        if (failure.isEmpty()) {
            acts.add(act);
        }
    }

    /** A lock that the statement itself asks for by name. */
    void lock(RelationKey relation, LockMode mode) {
        if (failure.isEmpty()) {
            asked.add(new Effect.TakesLock(relation, mode));
        }
    }

    /** The server gives this error whatever the rows. */
    void fail(String sqlState, String reason) {
        if (failure.isEmpty()) {
            failure = Optional.of(new Effect.Fails(sqlState, reason));
        }
    }

    /** The server gives this error if there are such rows. */
    void risk(RelationKey relation, String sqlState, String reason) {
        if (failure.isEmpty()) {
            risks.add(new Effect.MayFailOnRows(relation, sqlState, reason));
        }
    }

    /** The server refuses the statement inside a transaction block. */
    void forbidInTransaction() {
        forbiddenInTransaction = true;
    }

    /** Something that matters is not known. */
    void uncertain() {
        certain = false;
    }

    boolean failed() {
        return failure.isPresent();
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    List<Effect.TakesLock> asked() {
        return List.copyOf(asked);
    }

    List<Effect.MayFailOnRows> risks() {
        return List.copyOf(risks);
    }

    Optional<Effect.Fails> failure() {
        return failure;
    }

    boolean forbiddenInTransaction() {
        return forbiddenInTransaction;
    }

    boolean certain() {
        return certain;
    }
}
