package io.github.migralint.framework;

import java.nio.file.Path;

/**
 * One file that a migration tool runs.
 *
 * @param file where it is
 * @param displayPath how people are told of it: as they named it, with forward slashes
 * @param version the version that its tool reads from the name; may be empty
 * @param description what the name says besides; may be empty
 * @param direction forward, back, or neither
 * @param repeatable whether it runs again whenever it changes
 * @param underReview whether it is reported on, not only replayed
 */
public record MigrationFile(
        Path file,
        String displayPath,
        String version,
        String description,
        Direction direction,
        boolean repeatable,
        boolean underReview) {
    /** The same file, reported on or only replayed. */
    public MigrationFile withReview(boolean reviewed) {
        return new MigrationFile(file, displayPath, version, description, direction, repeatable, reviewed);
    }

    /** The same file in another direction. */
    public MigrationFile withDirection(Direction other) {
        return new MigrationFile(file, displayPath, version, description, other, repeatable, underReview);
    }

    /** What a tool makes of its name. */
    public Naming naming(MigrationFramework framework) {
        Path folder = FileTree.folderOf(file).getFileName();
        return framework.naming(folder == null ? "" : folder.toString(), String.valueOf(file.getFileName()));
    }
}
