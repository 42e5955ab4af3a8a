package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.effect.Blocking;
import io.github.migralint.effect.LockMode;
import java.util.List;

/** The lock modes of PostgreSQL on relations, the weakest first. */
final class Modes {
    static final LockMode ACCESS_SHARE = new LockMode("AccessShareLock", "ACCESS SHARE", 1, Blocking.NOTHING);
    static final LockMode ROW_SHARE = new LockMode("RowShareLock", "ROW SHARE", 2, Blocking.NOTHING);
    static final LockMode ROW_EXCLUSIVE = new LockMode("RowExclusiveLock", "ROW EXCLUSIVE", 3, Blocking.NOTHING);
    static final LockMode SHARE_UPDATE_EXCLUSIVE =
            new LockMode("ShareUpdateExclusiveLock", "SHARE UPDATE EXCLUSIVE", 4, Blocking.SCHEMA_CHANGES);
    static final LockMode SHARE = new LockMode("ShareLock", "SHARE", 5, Blocking.WRITES);
    static final LockMode SHARE_ROW_EXCLUSIVE =
            new LockMode("ShareRowExclusiveLock", "SHARE ROW EXCLUSIVE", 6, Blocking.WRITES);
    static final LockMode EXCLUSIVE = new LockMode("ExclusiveLock", "EXCLUSIVE", 7, Blocking.WRITES);
    static final LockMode ACCESS_EXCLUSIVE =
            new LockMode("AccessExclusiveLock", "ACCESS EXCLUSIVE", 8, Blocking.READS_AND_WRITES);

    private static final List<LockMode> ALL = List.of(
            ACCESS_SHARE,
            ROW_SHARE,
            ROW_EXCLUSIVE,
            SHARE_UPDATE_EXCLUSIVE,
            SHARE,
            SHARE_ROW_EXCLUSIVE,
            EXCLUSIVE,
            ACCESS_EXCLUSIVE);

    private Modes() {}

    /** The mode that the manual calls so. */
    static LockMode of(String words) {
        return ALL.stream()
                .filter(mode -> mode.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lock mode: " + words));
    }

    /** The stronger of two. */
    static LockMode stronger(LockMode one, LockMode other) {
        return one.strength() >= other.strength() ? one : other;
    }
}
