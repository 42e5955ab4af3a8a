package io.github.migralint;

import io.github.migralint.engine.EngineFinder;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.Markings;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out the folders of a project whose files surely are meant for an engine that is not understood. */
record ForeignFolders(Markings markings, EngineFinder finder) {
    /** The rest of the files; where there is one folder only, it decides for the whole project and stays. */
    MigrationSet without(MigrationSet found) {
        Map<Path, List<MigrationFile>> homes = new LinkedHashMap<>();
        for (MigrationFile file : found.files()) {
            Path home = found.framework().home(file.file().toAbsolutePath().normalize());
            homes.computeIfAbsent(home, any -> new ArrayList<>()).add(file);
        }
        var notes = new ArrayList<>(found.notes());
        Set<MigrationFile> foreign = new HashSet<>();
        if (homes.size() > 1) {
            homes.values().stream()
                    .filter(files -> !markings.anyIsMarked(files))
                    .forEach(files -> finder.foreignIn(files).ifPresent(answer -> {
                        foreign.addAll(files);
                        notes.add(note(files, answer.label() + " (" + answer.reason() + ")"));
                    }));
        }
        boolean all = foreign.size() == found.files().size();
        return foreign.isEmpty() || all
                ? found
                : new MigrationSet(
                        found.framework(),
                        found.reason(),
                        found.files().stream()
                                .filter(file -> !foreign.contains(file))
                                .toList(),
                        notes,
                        found.problems());
    }

    private static String note(List<MigrationFile> files, String engine) {
        Path folder = FileTree.folderOf(files.getFirst().file());
        return files.size() + (files.size() == 1 ? " SQL file in " : " SQL files in ")
                + Frameworks.display(folder.getFileName()) + (files.size() == 1 ? " was" : " were")
                + " left out: Migralint does not know " + engine;
    }
}
