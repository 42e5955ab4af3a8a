package io.github.migralint.framework.drizzle;

import io.github.migralint.framework.Direction;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The list that Drizzle keeps of its migrations: what does not stand there does not run. */
final class Journal {
    static final String NAME = "_journal.json";

    private static final Pattern TAG = Pattern.compile("\"tag\"\\s*:\\s*\"([^\"]+)\"");

    private Journal() {}

    /** The files of each folder in the order of its journal; a folder without one stays as it is. */
    static Selection sort(Selection selection) {
        Map<Path, List<String>> journals = new HashMap<>();
        Map<Path, List<MigrationFile>> folders = new LinkedHashMap<>();
        for (MigrationFile file : selection.files()) {
            folders.computeIfAbsent(FileTree.folderOf(file.file()), folder -> new ArrayList<>())
                    .add(file);
        }
        var files = new ArrayList<MigrationFile>();
        folders.forEach((folder, own) -> files.addAll(sorted(own, journals.computeIfAbsent(folder, Journal::read))));
        return new Selection(files, selection.notes());
    }

    private static List<MigrationFile> sorted(List<MigrationFile> files, List<String> tags) {
        if (tags.isEmpty()) {
            return files;
        }
        var sorted = new ArrayList<MigrationFile>();
        for (String tag : tags) {
            files.stream().filter(file -> tag(file).equals(tag)).forEach(sorted::add);
        }
        files.stream()
                .filter(file -> !tags.contains(tag(file)))
                .map(file -> file.withDirection(Direction.NONE))
                .forEach(sorted::add);
        return sorted;
    }

    /** Whether a file is missing in the journal of its folder. */
    static boolean leavesOut(Path file) {
        List<String> tags = read(FileTree.folderOf(file));
        return !tags.isEmpty() && !tags.contains(tag(file));
    }

    private static String tag(MigrationFile file) {
        return tag(file.file());
    }

    private static String tag(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.sql$", "");
    }

    private static List<String> read(Path folder) {
        Path journal = folder.resolve("meta").resolve(NAME);
        try {
            if (!Files.isRegularFile(journal) || Files.size(journal) > FileTree.MAX_BYTES) {
                return List.of();
            }
            String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
            return TAG.matcher(text).results().map(result -> result.group(1)).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
