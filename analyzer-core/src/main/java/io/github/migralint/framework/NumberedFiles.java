package io.github.migralint.framework;

import io.github.migralint.framework.MigrationFramework.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses and orders SQL files by nothing but their paths: numbers as people count, each way back after its way there. */
final class NumberedFiles {
    /** Comparable by itself: put together, the comparators of Java generate classes at every start. */
    private record Named(FileTree.Entry entry, FileName name) implements Comparable<Named> {
        @Override
        public int compareTo(Named other) {
            int folders = Boolean.compare(FileName.isInBackFolder(entry), FileName.isInBackFolder(other.entry));
            if (folders != 0) {
                return folders;
            }
            int keys = NaturalOrder.PATHS.compare(name.key(), other.name.key());
            if (keys != 0) {
                return keys;
            }
            int directions = name.direction().compareTo(other.name.direction());
            return directions != 0 ? directions : NaturalOrder.PATHS.compare(entry.path(), other.entry.path());
        }
    }

    private NumberedFiles() {}

    /** The files meant for an engine; where some folders hold numbered files, the files outside of them are left out. */
    static Selection select(FileTree tree, String dialect, MigrationFramework framework) {
        List<FileTree.Entry> meant = tree.forDialect(dialect).entries();
        var notes = new ArrayList<String>();
        List<FileTree.Entry> numbered = inMigrationFolders(meant);
        addNote(notes, meant.size() - numbered.size(), "outside of the folders with numbered migrations");
        List<FileTree.Entry> own = numbered.stream()
                .filter(entry -> !(naming(framework, entry) instanceof Naming.Foreign))
                .toList();
        addNote(notes, numbered.size() - own.size(), "that " + framework.label() + " does not run");
        Set<List<String>> paths = own.stream().map(FileTree.Entry::path).collect(Collectors.toSet());
        List<Named> named = own.stream()
                .map(entry -> new Named(entry, FileName.of(entry, paths)))
                .toList();
        List<Named> ordered = withoutReplaced(named).stream().sorted().toList();
        return new Selection(
                afterTheirUps(ordered).stream()
                        .map(file -> file(file, framework))
                        .toList(),
                notes);
    }

    private static Naming naming(MigrationFramework framework, FileTree.Entry entry) {
        return framework.naming(entry.folderName(), entry.name());
    }

    private static void addNote(List<String> notes, int count, String which) {
        if (count > 0) {
            notes.add(count + (count == 1 ? " SQL file " : " SQL files ") + which + (count == 1 ? " was" : " were")
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
    private static List<Named> withoutReplaced(List<Named> files) {
        Set<List<String>> replaced = files.stream()
                .filter(file -> EngineNames.ofFileName(file.entry().name()).isPresent())
                .map(NumberedFiles::place)
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

    /** Ways back that lie in a folder of their own stand at the end of the order: each goes to the way there it belongs to. */
    private static List<Named> afterTheirUps(List<Named> ordered) {
        Map<List<String>, List<Named>> backs = new LinkedHashMap<>();
        ordered.stream()
                .filter(file -> FileName.isInBackFolder(file.entry()))
                .forEach(file -> backs.computeIfAbsent(file.name().pairing(), key -> new ArrayList<>())
                        .add(file));
        if (backs.isEmpty()) {
            return ordered;
        }
        var paired = new ArrayList<Named>();
        for (Named file : ordered) {
            if (!FileName.isInBackFolder(file.entry())) {
                paired.add(file);
                if (file.name().direction() == Direction.UP) {
                    paired.addAll(Optional.ofNullable(backs.remove(file.name().pairing()))
                            .orElse(List.of()));
                }
            }
        }
        backs.values().forEach(paired::addAll);
        return paired;
    }

    private static MigrationFile file(Named named, MigrationFramework framework) {
        FileName name = named.name();
        boolean mistaken = naming(framework, named.entry()) instanceof Naming.Mistaken;
        return new MigrationFile(
                named.entry().file(),
                Frameworks.display(named.entry().file()),
                name.version(),
                name.description(),
                mistaken ? Direction.NONE : name.direction(),
                false,
                true);
    }

    /** The folder of a file, or the one around it where each migration has a folder of its own. */
    static Path home(Path file) {
        Path folder = FileTree.folderOf(file);
        return FileName.isPartOfVersionFolder(file) ? FileTree.folderOf(folder) : folder;
    }

    /** The files of the folder, or of the folders beside it where each migration has one of its own. */
    static FileTree neighbours(Path file) {
        if (!FileName.isPartOfVersionFolder(file)) {
            return FileTree.in(home(file));
        }
        FileTree tree = FileTree.toDepth(home(file), 2);
        return tree.withOnly(
                tree.entries().stream().filter(FileName::isInVersionFolder).toList());
    }
}
