package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Keeps what was born since the release under review began. */
final class ReleaseLog {
    private final ReleaseMode mode;
    private final Set<ObjectId> born = new HashSet<>();
    private Optional<Set<ObjectId>> frozen = Optional.empty();
    private Optional<Integer> first = Optional.empty();
    private int replayed;

    ReleaseLog(ReleaseMode mode) {
        this.mode = mode;
    }

    /** A migration was replayed as mere history. */
    void passed() {
        replayed++;
    }

    /** A migration under review begins. */
    void begin(Migration migration) {
        if (first.isEmpty() || mode == ReleaseMode.EACH) {
            first = Optional.of(migration.ordinal());
            born.clear();
            frozen = Optional.empty();
        }
    }

    /** A migration under review ends. */
    void end() {
        if (mode == ReleaseMode.EACH) {
            replayed++;
        }
    }

    void born(Collection<ObjectId> objects) {
        if (born.addAll(objects)) {
            frozen = Optional.empty();
        }
    }

    /** A table took over rows from elsewhere: from now on work on it takes time, and its readers may wait for it. */
    void filled(ObjectId table) {
        if (born.remove(table)) {
            frozen = Optional.empty();
        }
    }

    Release current() {
        Set<ObjectId> now = frozen.orElseGet(() -> Set.copyOf(born));
        frozen = Optional.of(now);
        return new Release(now, first.orElse(0), replayed, mode == ReleaseMode.TOGETHER);
    }
}
