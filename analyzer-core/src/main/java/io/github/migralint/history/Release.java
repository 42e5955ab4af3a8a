package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import java.util.Set;

/**
 * What goes live together with a step. An object born in the same release serves nobody yet, as long as the history
 * has not filled it.
 *
 * @param bornIn identities of objects that were created in this release before this step
 * @param firstMigration ordinal of the first migration of the release
 * @param history number of migrations before it that were replayed
 * @param together whether all migrations under review are one release, those that come after the step too
 */
public record Release(Set<ObjectId> bornIn, int firstMigration, int history, boolean together) {
    /** Whether clients may use the object: it was not born in this release. */
    public boolean inUse(ObjectId object) {
        return !bornIn.contains(object);
    }
}
