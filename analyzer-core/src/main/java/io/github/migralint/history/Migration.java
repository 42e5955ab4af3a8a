package io.github.migralint.history;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;

/**
 * One migration: a file, or the part of a file that runs in one direction.
 *
 * @param ordinal its place in the history, from 0
 * @param text the file
 * @param part the part of the file that it is
 * @param version the version its tool reads from the name; may be empty
 * @param direction whether it goes forward or back
 * @param transaction how its tool runs it
 * @param transactionReason why, for messages
 * @param underReview whether it is reported on, not only replayed
 */
public record Migration(
        int ordinal,
        SourceText text,
        Span part,
        String version,
        Migration.Direction direction,
        Migration.Transaction transaction,
        String transactionReason,
        boolean underReview) {
    /** Whether a migration goes forward or back. */
    public enum Direction {
        UP,
        DOWN,
        /** Run on its own occasion: a callback, a seed. */
        NONE
    }

    /** How a migration tool runs the statements of a migration. */
    public enum Transaction {
        /** All in one transaction that the tool begins and ends. */
        WRAPPED,
        /** Each statement on its own. */
        NONE,
        /** All in one query string, which the server treats as one transaction when it holds several statements. */
        IMPLICIT,
        /** Nobody knows: taken for what the tool usually does. */
        UNKNOWN
    }

    /** The display path of the file. */
    public String path() {
        return text.path();
    }

    /** The name of the file without its folders; the folder too where all files have the same name. */
    public String shortName() {
        String path = path();
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        if (slash > 0 && (name.equals("migration.sql") || name.equals("up.sql") || name.equals("down.sql"))) {
            return path.substring(path.lastIndexOf('/', slash - 1) + 1);
        }
        return name;
    }
}
