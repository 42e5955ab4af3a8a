package io.github.migralint.history;

import io.github.migralint.schema.ObjectId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what was born since the release under review began. */
final class ReleaseLog {
    private final ReleaseMode mode;
    private Births births = new Births();
    private Set<Integer> migrations = Set.of();
    private int replayed;
    private boolean running;

    /** What a migration makes that went live before and was changed only now; empty while others run. */
    private Optional<Set<ObjectId>> older = Optional.empty();

    ReleaseLog(ReleaseMode mode) {
        this.mode = mode;
    }

    /**
     * The release in which something is taken back.
     *
     * @param migrations ordinals of those that are taken back or take something back
     * @param born what they made
     * @param replayed number of migrations before them
     */
    static ReleaseLog back(Set<Integer> migrations, Collection<ObjectId> born, int replayed) {
        var log = new ReleaseLog(ReleaseMode.EACH);
        log.migrations = Set.copyOf(migrations);
        born.forEach(log.births::add);
        log.replayed = replayed;
        log.running = true;
        return log;
    }

    /** A migration was replayed as mere history. */
    void passed() {
        replayed++;
    }

    /** A migration under review begins. */
    void begin(Migration migration) {
        if (mode == ReleaseMode.EACH) {
            migrations = Set.of();
            births = new Births();
        }
        migrations = with(migration.ordinal());
        running = true;
    }

    /** The same for one that went live in an earlier release: what it makes serves clients, but not while it runs. */
    void beginAgain(Migration migration) {
        begin(migration);
        older = Optional.of(new HashSet<>());
    }

    /** A migration under review ends. */
    void end(Migration migration) {
        running = false;
        if (older.isPresent()) {
            older.get().forEach(births::remove);
            older = Optional.empty();
            migrations = without(migration.ordinal());
        }
        if (mode == ReleaseMode.EACH) {
            replayed++;
        }
    }

    private Set<Integer> with(int ordinal) {
        var more = new HashSet<>(migrations);
        more.add(ordinal);
        return Set.copyOf(more);
    }

    private Set<Integer> without(int ordinal) {
        return migrations.stream().filter(other -> other != ordinal).collect(Collectors.toUnmodifiableSet());
    }

    /** Something was made; what mere history makes is no part of the release. */
    void born(Collection<ObjectId> objects) {
        if (!running) {
            return;
        }
        older.ifPresent(own -> own.addAll(objects));
        objects.forEach(births::add);
    }

    /** A table took over rows from elsewhere: from now on work on it takes time, and its readers may wait for it. */
    void filled(ObjectId table) {
        births.remove(table);
    }

    Release current() {
        return new Release(births.untilNow(), migrations, replayed, mode == ReleaseMode.TOGETHER);
    }
}
