package io.github.migralint.effect;

import io.github.migralint.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that one statement does.
 *
 * @param all its effects, locks first
 * @param certain whether everything it depends on is known
 */
public record Effects(List<Effect> all, boolean certain) {
    public Effects {
        all = List.copyOf(all);
    }

    /** Nothing. */
    public static final Effects NONE = new Effects(List.of(), true);

    /** These and others. */
    public Effects plus(List<Effect> others) {
        if (others.isEmpty()) {
            return this;
        }
        var both = new ArrayList<>(all);
        both.addAll(others);
        return new Effects(both, certain);
    }

    /** The effects of one kind. */
    public <E extends Effect> List<E> of(Class<E> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The strongest lock on a relation, if it takes one that outlasts a moment. */
    public Optional<LockMode> lockOn(ObjectId relation) {
        return of(Effect.TakesLock.class).stream()
                .filter(lock -> lock.hold() != Effect.TakesLock.Hold.MOMENT
                        && lock.relation().id().filter(relation::equals).isPresent())
                .map(Effect.TakesLock::mode)
                .findFirst();
    }

    /** The error that the engine gives whatever the rows, if it refuses the statement. */
    public Optional<Effect.Fails> failure() {
        return of(Effect.Fails.class).stream().findFirst();
    }

    /** The same without the error that the engine gives; what it depended on is then not known. */
    public Effects withoutFailure() {
        return failure().isEmpty()
                ? this
                : new Effects(
                        all.stream()
                                .filter(effect -> !(effect instanceof Effect.Fails))
                                .toList(),
                        false);
    }

    /** The same of a statement that cannot but run inside a transaction. */
    public Effects asInTransaction() {
        List<Effect.ForbiddenInTransaction> refusals = of(Effect.ForbiddenInTransaction.class);
        if (refusals.isEmpty() || failure().isPresent()) {
            return this;
        }
        var failure = new Effect.Fails(
                refusals.getFirst().sqlState(),
                Effect.Fails.Cause.FORBIDDEN_IN_TRANSACTION,
                "The engine refuses this statement inside a transaction.",
                Optional.empty(),
                List.of(),
                Effect.WHOLE_STATEMENT);
        return new Effects(List.of(failure), certain);
    }

    /** Whether the engine refuses it, whatever the rows, inside a transaction block or outside of one. */
    public boolean refusedIn(boolean transaction) {
        return failure().isPresent() || (transaction && forbiddenInTransaction());
    }

    /** Whether the engine refuses it inside a transaction block. */
    public boolean forbiddenInTransaction() {
        return !of(Effect.ForbiddenInTransaction.class).isEmpty();
    }
}
