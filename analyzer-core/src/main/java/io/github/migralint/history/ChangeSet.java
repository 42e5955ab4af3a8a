package io.github.migralint.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files that are not as they were at an earlier time.
 *
 * @param words what happened to them, to follow a noun: {@code changed since origin/main}
 * @param files each of them
 */
public record ChangeSet(String words, List<FileChange> files) {
    public ChangeSet {
        files = List.copyOf(files);
    }

    /** The absolute paths of those that are there now. */
    public Set<Path> present() {
        return files.stream()
                .filter(change -> change.kind() != FileChange.Kind.DELETED)
                .map(FileChange::file)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The absolute paths of those that were there before, under whatever name. */
    public Set<Path> older() {
        return files.stream()
                .filter(change -> change.kind() != FileChange.Kind.DELETED)
                .filter(change -> change.before().isPresent())
                .map(FileChange::file)
                .collect(Collectors.toUnmodifiableSet());
    }
}
