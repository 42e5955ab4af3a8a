package io.github.migralint.effect;

/**
 * A way to change a table while it is in use, from the best to the worst.
 *
 * @param algorithm the algorithm
 * @param lock the least lock that it allows while it works
 * @param rebuilds whether the whole table is written anew
 * @param demandable whether the engine accepts the clauses that demand a way
 */
public record OnlineWay(Algorithm algorithm, Lock lock, boolean rebuilds, boolean demandable) {
    /** How a change is carried out, the cheapest first. */
    public enum Algorithm {
        /** Only the data dictionary changes. */
        INSTANT,
        /** Indexes may be built; the table is not written anew. */
        NOCOPY,
        /** The engine works inside its own files; the table may be written anew. */
        INPLACE,
        /** Every row goes to a new table. */
        COPY
    }

    /** Whom it stops while it works, apart from a moment at its beginning and end. */
    public enum Lock {
        /** Nobody. */
        NONE,
        /** Those who write. */
        SHARED,
        /** Everybody. */
        EXCLUSIVE
    }

    /** Whether writers wait while it works. */
    public boolean stopsWrites() {
        return lock != Lock.NONE;
    }

    /** The worse of two: one clause decides for the whole statement. */
    public OnlineWay and(OnlineWay other) {
        return new OnlineWay(
                algorithm.compareTo(other.algorithm) >= 0 ? algorithm : other.algorithm,
                lock.compareTo(other.lock) >= 0 ? lock : other.lock,
                rebuilds || other.rebuilds,
                demandable && other.demandable);
    }
}
