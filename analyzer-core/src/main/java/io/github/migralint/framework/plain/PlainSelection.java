package io.github.migralint.framework.plain;

import io.github.migralint.framework.EngineNames;
import io.github.migralint.framework.FileTree;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.framework.MigrationFramework.Selection;
import io.github.migralint.framework.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses and orders SQL files by nothing but their paths. */
public final class PlainSelection {
    private record Named(FileTree.Entry entry, FileName name) {}

    private static final Comparator<Named> ORDER = Comparator.comparing(
                    (Named named) -> FileName.isInBackFolder(named.entry()))
            .thenComparing(named -> named.name().key(), NaturalOrder.PATHS)
            .thenComparing(named -> named.name().direction())
            .thenComparing(named -> named.entry().path(), NaturalOrder.PATHS);

    private PlainSelection() {}

    /** The files meant for an engine; where some folders hold numbered files, the files outside of them are left out. */
    public static Selection of(FileTree tree, String dialect) {
        List<FileTree.Entry> meant = tree.forDialect(dialect).entries();
        var notes = new ArrayList<String>();
        addNote(notes, tree.entries().size() - meant.size(), "meant for other engines");
        List<FileTree.Entry> numbered = inMigrationFolders(meant);
        addNote(notes, meant.size() - numbered.size(), "outside of the folders with numbered migrations");
        Set<List<String>> paths = numbered.stream().map(FileTree.Entry::path).collect(Collectors.toSet());
        List<Named> named = numbered.stream()
                .map(entry -> new Named(entry, FileName.of(entry, paths)))
                .toList();
        return new Selection(
                withoutReplaced(named, dialect).stream()
                        .sorted(ORDER)
                        .map(PlainSelection::file)
                        .toList(),
                notes);
    }

    private static void addNote(List<String> notes, int count, String why) {
        if (count > 0) {
            notes.add(count + (count == 1 ? " SQL file " : " SQL files ") + why + (count == 1 ? " was" : " were")
                    + " left out");
        }
    }

    private static List<FileTree.Entry> inMigrationFolders(List<FileTree.Entry> entries) {
        var folders = new HashSet<List<String>>();
        for (FileTree.Entry entry : entries) {
            if (entry.path().size() == 1 && !FileName.isInVersionFolder(entry)) {
                return entries;
            }
            if (FileName.isNumbered(entry)) {
                List<String> folder = entry.folder();
                folders.add(FileName.isInVersionFolder(entry) ? folder.subList(0, folder.size() - 1) : folder);
            }
        }
        return folders.isEmpty()
                ? entries
                : entries.stream().filter(entry -> isBelow(entry, folders)).toList();
    }

    private static boolean isBelow(FileTree.Entry entry, Set<List<String>> folders) {
        for (int i = entry.path().size() - 1; i >= 0; i--) {
            if (folders.contains(entry.path().subList(0, i))) {
                return true;
            }
        }
        return false;
    }

    /** A file marked for the engine takes the place of the one for all engines with the same number and direction. */
    private static List<Named> withoutReplaced(List<Named> files, String dialect) {
        Set<List<String>> replaced = files.stream()
                .filter(file -> EngineNames.ofFileName(file.entry().name()).equals(Optional.of(dialect)))
                .map(PlainSelection::place)
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file -> EngineNames.ofFileName(file.entry().name()).isPresent()
                        || file.name().version().isEmpty()
                        || !replaced.contains(place(file)))
                .toList();
    }

    private static List<String> place(Named file) {
        var place = new ArrayList<>(file.entry().folder());
        place.add(file.name().version());
        place.add(file.name().direction().name());
        return place;
    }

    private static MigrationFile file(Named named) {
        FileName name = named.name();
        return new MigrationFile(
                named.entry().file(),
                Frameworks.display(named.entry().file()),
                name.version(),
                name.description(),
                name.direction(),
                false,
                true);
    }
}
