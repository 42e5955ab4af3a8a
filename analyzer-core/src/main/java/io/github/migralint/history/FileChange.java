package io.github.migralint.history;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One file that is not as it was.
 *
 * @param kind what became of it
 * @param file its absolute path; of a file that is gone, the one it had
 * @param before the absolute path under which it was there before; empty for a new file
 * @param sameContent whether it holds what it held before
 */
public record FileChange(Kind kind, Path file, Optional<Path> before, boolean sameContent) {
    /** What can become of a file. */
    public enum Kind {
        ADDED,
        CHANGED,
        RENAMED,
        DELETED
    }
}
