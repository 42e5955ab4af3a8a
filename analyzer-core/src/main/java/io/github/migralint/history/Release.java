package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What goes live together with a step. An object born in the same release serves nobody yet, as long as the history
 * has not filled it.
 *
 * @param born whether an object was created in this release before this step
 * @param migrations ordinals of the migrations of this release that have begun
 * @param history number of migrations before it that were replayed
 * @param together whether all migrations under review are one release, those that come after the step too
 */
public record Release(Predicate<ObjectId> born, Set<Integer> migrations, int history, boolean together) {
    public Release {
        migrations = Set.copyOf(migrations);
    }

    /** Whether clients may use the object: it was not born in this release. */
    public boolean inUse(ObjectId object) {
        return !born.test(object);
    }

    /** Whether something was done by a migration of this release. */
    public boolean includes(Origin origin) {
        return migrations.contains(origin.migration());
    }
}
