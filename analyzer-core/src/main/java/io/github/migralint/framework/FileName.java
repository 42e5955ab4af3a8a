package io.github.migralint.framework;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path says about a migration.
 *
 * @param key the path without what tells up from down: equal for the two ways of one migration
 * @param version the leading number, or the one of the folder where each migration has its own; may be empty
 * @param description the rest of the name that holds the version
 * @param direction forward or back
 */
record FileName(List<String> key, String version, String description, Direction direction) {
    private static final Set<String> FOLDER_FILES = Set.of("up.sql", "down.sql", "migration.sql");
    private static final Set<String> BACK_FOLDERS = Set.of("down", "revert", "rollback", "rollbacks", "undo");
    private static final Set<String> THERE_FOLDERS = Set.of("up", "deploy", "migrate");
    private static final Pattern VERSION = Pattern.compile("[vV]?(\\d+(?:[.-]\\d+)*)[._-]*(.*)");
    private static final Pattern RELEASE = Pattern.compile("[vV]?\\d+(?:\\.\\d+)+");
    private static final Pattern DIRECTION =
            Pattern.compile("(.*?)[._-](up|down|rollback|undo|revert)\\.(?:sql|psql|pgsql)", Pattern.CASE_INSENSITIVE);

    static FileName of(FileTree.Entry entry, Set<List<String>> all) {
        String name = entry.name();
        Direction direction = Direction.UP;
        String stem = name.replaceFirst("\\.[^.]*$", "");
        Matcher matcher = DIRECTION.matcher(name);
        if (name.equalsIgnoreCase("down.sql")) {
            direction = Direction.DOWN;
            stem = "up";
        } else if (matcher.matches() && isSure(entry, matcher, all)) {
            direction = matcher.group(2).equalsIgnoreCase("up") ? Direction.UP : Direction.DOWN;
            stem = matcher.group(1);
        }
        if (isInBackFolder(entry)) {
            direction = Direction.DOWN;
        }
        String versioned = isInVersionFolder(entry) ? entry.folderName() : stem;
        Matcher version = VERSION.matcher(versioned);
        boolean found = version.matches();
        return new FileName(
                path(entry, stem),
                found ? version.group(1) : "",
                (found ? version.group(2) : versioned).replace('_', ' ').strip(),
                direction);
    }

    /** {@code a.down.sql} says it; {@code a_down.sql} only where the other way is there: shutting down is no way back. */
    private static boolean isSure(FileTree.Entry entry, Matcher name, Set<List<String>> all) {
        String extension = entry.name().substring(entry.name().lastIndexOf('.'));
        char separator = entry.name().charAt(name.end(1));
        String other = name.group(2).equalsIgnoreCase("up") ? "down" : "up";
        return separator == '.'
                || all.contains(path(entry, name.group(1) + extension))
                || all.contains(path(entry, name.group(1) + separator + other + extension));
    }

    private static List<String> path(FileTree.Entry entry, String name) {
        var path = new ArrayList<>(entry.folder());
        path.add(name);
        return List.copyOf(path);
    }

    /** The key without folders that are named for one of the ways: equal for {@code deploy/1.sql} and {@code revert/1.sql}. */
    List<String> pairing() {
        return key.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !BACK_FOLDERS.contains(name) && !THERE_FOLDERS.contains(name))
                .toList();
    }

    /** Whether one of its folders is named for the way back. */
    static boolean isInBackFolder(FileTree.Entry entry) {
        return entry.folder().stream().anyMatch(folder -> BACK_FOLDERS.contains(folder.toLowerCase(Locale.ROOT)));
    }

    /** Whether the name, or that of the folder that a migration has for itself, begins with a number. */
    static boolean isNumbered(FileTree.Entry entry) {
        return beginsWithNumber(entry.name()) || isInVersionFolder(entry);
    }

    /** Whether each migration has a folder of its own, named by its number, and the file is in one. */
    static boolean isInVersionFolder(FileTree.Entry entry) {
        return isFolderFile(entry.name(), entry.folderName());
    }

    private static boolean isFolderFile(String name, String folder) {
        return (FOLDER_FILES.contains(name.toLowerCase(Locale.ROOT)) && beginsWithNumber(folder))
                || RELEASE.matcher(folder).matches();
    }

    static boolean isPartOfVersionFolder(Path file) {
        Path folder = FileTree.folderOf(file).getFileName();
        return folder != null && isFolderFile(file.getFileName().toString(), folder.toString());
    }

    static boolean beginsWithNumber(String name) {
        return VERSION.matcher(name).matches();
    }
}
