package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.effect.Blocking;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.OnlineWay;

/** The metadata locks of MySQL and MariaDB, the weakest first, by the names that {@code performance_schema} shows. */
final class Modes {
    static final LockMode SHARED_READ = mode("SHARED_READ", 1, Blocking.NOTHING);
    static final LockMode SHARED_WRITE = mode("SHARED_WRITE", 2, Blocking.NOTHING);
    static final LockMode SHARED_UPGRADABLE = mode("SHARED_UPGRADABLE", 3, Blocking.SCHEMA_CHANGES);
    static final LockMode SHARED_READ_ONLY = mode("SHARED_READ_ONLY", 4, Blocking.WRITES);
    static final LockMode SHARED_NO_WRITE = mode("SHARED_NO_WRITE", 5, Blocking.WRITES);
    static final LockMode SHARED_NO_READ_WRITE = mode("SHARED_NO_READ_WRITE", 6, Blocking.READS_AND_WRITES);
    static final LockMode EXCLUSIVE = mode("EXCLUSIVE", 7, Blocking.READS_AND_WRITES);

    private Modes() {}

    private static LockMode mode(String name, int strength, Blocking blocking) {
        return new LockMode(name, name + " metadata", strength, blocking);
    }

    /** What is held while a table is worked on so that it stops whom the way says. */
    static LockMode working(OnlineWay.Lock lock) {
        return switch (lock) {
            case NONE -> SHARED_UPGRADABLE;
            case SHARED -> SHARED_NO_WRITE;
            case EXCLUSIVE -> EXCLUSIVE;
        };
    }
}
