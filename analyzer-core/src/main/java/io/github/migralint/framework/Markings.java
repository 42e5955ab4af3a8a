package io.github.migralint.framework;

import io.github.migralint.dialect.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The engines that the names of files and folders speak of.
 *
 * @param ofFiles the engines that each file is marked with, by its absolute path; files without a mark are missing
 * @param ofFolders the engines that names of files in a folder speak of, by its absolute path
 * @param engines all of them
 */
public record Markings(Map<Path, Set<String>> ofFiles, Map<Path, Set<String>> ofFolders, Set<String> engines) {
    private static final int FOLDERS_OUTSIDE_OF_A_REPOSITORY = 2;

    public Markings {
        ofFiles = Map.copyOf(ofFiles);
        ofFolders = Map.copyOf(ofFolders);
        engines = Set.copyOf(engines);
    }

    /** The marks of some files, and of all that are below some folders. */
    public static Markings of(List<Path> inputs) {
        var ofFiles = new HashMap<Path, Set<String>>();
        var engines = new TreeSet<String>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                add(FileTree.below(input), ofFiles, engines);
            } else {
                addNamed(absolute(input), ofFiles, engines);
            }
        }
        var ofFolders = new HashMap<Path, Set<String>>();
        ofFiles.keySet()
                .forEach(file -> EngineNames.ofFileName(String.valueOf(file.getFileName()))
                        .ifPresent(engine -> ofFolders
                                .computeIfAbsent(FileTree.folderOf(file), folder -> new HashSet<>())
                                .add(engine)));
        return new Markings(ofFiles, ofFolders, engines);
    }

    private static void add(FileTree tree, Map<Path, Set<String>> ofFiles, Set<String> engines) {
        Set<String> all = EngineNames.all(tree.entries(), FileTree.Entry::path);
        engines.addAll(all);
        for (FileTree.Entry entry : all.isEmpty() ? List.<FileTree.Entry>of() : tree.entries()) {
            Set<String> own = EngineNames.of(entry.path());
            if (!own.isEmpty()) {
                ofFiles.put(absolute(entry.file()), own);
            }
        }
    }

    /** A file without a mark may be one for all engines: those that the files beside it are for. */
    private static void addNamed(Path file, Map<Path, Set<String>> ofFiles, Set<String> engines) {
        Optional<String> own = EngineNames.ofFileName(String.valueOf(file.getFileName()));
        if (own.isPresent()) {
            ofFiles.put(file, Set.of(own.get()));
            engines.add(own.get());
        } else if (ofPlace(file).isEmpty()) {
            addBeside(FileTree.folderOf(file), ofFiles, engines);
        }
    }

    private static void addBeside(Path folder, Map<Path, Set<String>> ofFiles, Set<String> engines) {
        String[] names = folder.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            Optional<String> engine = FileTree.isSql(name) ? EngineNames.ofFileName(name) : Optional.empty();
            engine.ifPresent(found -> {
                ofFiles.put(folder.resolve(name), Set.of(found));
                engines.add(found);
            });
        }
    }

    /** Whether one of the files, or one that lies beside it, is marked with an engine. */
    public boolean anyIs(String engine, List<MigrationFile> files) {
        return files.stream()
                .map(MigrationFile::file)
                .anyMatch(file -> of(file).contains(engine)
                        || (of(file).isEmpty() && ofFolder(file).contains(engine)));
    }

    /** Whether one of the files, or one that lies beside it, is marked with any engine. */
    public boolean anyIsMarked(List<MigrationFile> files) {
        return files.stream()
                .map(MigrationFile::file)
                .anyMatch(file -> !of(file).isEmpty() || !ofFolder(file).isEmpty());
    }

    private Set<String> ofFolder(Path file) {
        return ofFolders.getOrDefault(FileTree.folderOf(file), Set.of());
    }

    /** What marks some files with an engine, a few words. */
    public String example(String engine, List<MigrationFile> files) {
        Path file = Stream.concat(
                        files.stream().map(MigrationFile::file),
                        ofFiles.keySet().stream().sorted())
                .filter(one -> of(one).contains(engine))
                .findFirst()
                .orElseThrow();
        String name = String.valueOf(file.getFileName());
        if (EngineNames.ofFileName(name).isPresent()) {
            return "names like " + name;
        }
        Path folder = FileTree.folderOf(file);
        while (folder.getNameCount() > 1
                && !EngineNames.ofFolder(folder.getFileName().toString()).equals(Optional.of(engine))) {
            folder = FileTree.folderOf(folder);
        }
        return "the folder " + folder.getFileName();
    }

    /** A sentence without a period for each engine that is not understood, on the files that are left out for it. */
    public List<String> notUnderstood() {
        Map<String, Integer> counts = new TreeMap<>();
        ofFiles.values()
                .forEach(engines -> engines.stream()
                        .filter(engine -> Dialects.named(engine).isEmpty())
                        .sorted()
                        .limit(1)
                        .forEach(engine -> counts.merge(engine, 1, Integer::sum)));
        return LeftOut.notes(counts);
    }

    /** The name for people of the engine that a file is marked with, where it is not understood. */
    public Optional<String> foreign(Path file) {
        boolean understood =
                of(file).stream().anyMatch(engine -> Dialects.named(engine).isPresent());
        return understood
                ? Optional.empty()
                : of(file).stream().map(EngineNames::label).sorted().findFirst();
    }

    /** The names for people of the engines that are not understood. */
    public List<String> labelsNotUnderstood() {
        return engines.stream()
                .filter(engine -> Dialects.named(engine).isEmpty())
                .sorted()
                .map(EngineNames::label)
                .toList();
    }

    /** The engines that a file is marked with. */
    public Set<String> of(Path file) {
        return ofFiles.getOrDefault(absolute(file), Set.of());
    }

    /**
     * The engine that the nearest folder around a file, or a folder itself, is named for: any folder of its repository,
     * or else one of the nearest two.
     */
    public static Optional<EngineClue> ofPlace(Path input) {
        Path start = Files.isDirectory(input) ? absolute(input) : FileTree.folderOf(input);
        return folders(start).stream()
                .map(folder -> String.valueOf(folder.getFileName()))
                .filter(name -> !name.equalsIgnoreCase("db2"))
                .flatMap(name ->
                        EngineNames.ofFolder(name).map(engine -> new EngineClue(engine, "the folder " + name)).stream())
                .findFirst();
    }

    /** A folder and those around it, without that of the repository. */
    private static List<Path> folders(Path start) {
        var folders = new ArrayList<Path>();
        Path folder = start;
        while (folder.getParent() != null) {
            if (Files.exists(folder.resolve(".git"))) {
                return folders;
            }
            folders.add(folder);
            folder = folder.getParent();
        }
        return folders.subList(0, Math.min(FOLDERS_OUTSIDE_OF_A_REPOSITORY, folders.size()));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
