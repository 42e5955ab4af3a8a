package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Origin;

/**
 * A lock that an earlier statement of the same transaction took, on something that was there before the transaction.
 *
 * @param relation the relation
 * @param mode the mode
 * @param statement the statement that took it
 * @param origin where that stands
 */
public record HeldLock(RelationKey relation, LockMode mode, Statement statement, Origin origin) {
    /** Whether it is on that relation; relations that the history does not know are told by their names. */
    public boolean isOn(RelationKey other) {
        boolean bothKnown = relation.id().isPresent() && other.id().isPresent();
        return bothKnown ? relation.id().equals(other.id()) : relation.name().equals(other.name());
    }
}
