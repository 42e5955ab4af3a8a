package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Objects that were born, and when: what was so at one moment can be asked later, and no moment needs a copy. */
final class Births {
    private final Map<ObjectId, Integer> added = new HashMap<>();
    private final Map<ObjectId, Integer> removed = new HashMap<>();
    private int now;

    void add(ObjectId object) {
        if (!isBorn(object, now)) {
            added.put(object, now++);
            removed.remove(object);
        }
    }

    void remove(ObjectId object) {
        if (isBorn(object, now)) {
            removed.put(object, now++);
        }
    }

    /** Whether an object counts as born at this moment; what happens later does not reach it. */
    Predicate<ObjectId> untilNow() {
        int moment = now;
        return object -> isBorn(object, moment);
    }

    private boolean isBorn(ObjectId object, int moment) {
        return added.getOrDefault(object, Integer.MAX_VALUE) < moment
                && removed.getOrDefault(object, Integer.MAX_VALUE) >= moment;
    }
}
