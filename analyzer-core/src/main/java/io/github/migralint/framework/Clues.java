package io.github.migralint.framework;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What lies in, beside and above a folder of migrations and tells which tool they belong to; read when asked for. */
public final class Clues {
    private static final int MAX_FOLDERS_ABOVE = 8;
    private static final int SAMPLES = 12;
    private static final int HEAD_BYTES = 1 << 16;

    private final FileTree tree;
    private final List<Path> above;
    private Optional<List<String>> heads = Optional.empty();

    Clues(FileTree tree) {
        this(tree, above(tree.root()));
    }

    private Clues(FileTree tree, List<Path> above) {
        this.tree = tree;
        this.above = above;
    }

    /** What lies around some files: below the folder itself when it is one, else in the folder of the file. */
    public static Clues around(Path input) {
        if (Files.isDirectory(input)) {
            return new Clues(FileTree.below(input));
        }
        Path folder = FileTree.folderOf(input);
        var above = new ArrayList<>(List.of(folder));
        above.addAll(above(folder));
        return new Clues(FileTree.of(folder, List.of()), above);
    }

    /** The folders above one, up to that of the repository. */
    private static List<Path> above(Path root) {
        var folders = new ArrayList<Path>();
        Path folder = root.toAbsolutePath().normalize();
        while (folder.getParent() != null
                && folders.size() < MAX_FOLDERS_ABOVE
                && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
            folders.add(folder);
        }
        return folders;
    }

    /** The files. */
    public FileTree tree() {
        return tree;
    }

    /** The names of the folders in which the files lie, from the outermost one to the root of the tree. */
    public List<String> place() {
        var names = new ArrayList<String>();
        tree.root().toAbsolutePath().normalize().forEach(name -> names.add(name.toString()));
        return names;
    }

    /** Whether there is a file of that name in the tree or in a folder above it. */
    public boolean has(String name) {
        return !files(name).isEmpty();
    }

    /** Whether there is a file at that place below the root of the tree. */
    public boolean hasBelow(String path) {
        return Files.isRegularFile(tree.root().resolve(path));
    }

    /** Whether a file of that name in the tree or above it holds something. */
    public boolean has(String name, Pattern content) {
        return files(name).stream().anyMatch(file -> content.matcher(head(file)).find());
    }

    /** What a pattern finds in the files of a name: those of the tree, or else those of the nearest folder that has one. */
    public List<MatchResult> findings(String name, Pattern content) {
        List<Path> all = List.copyOf(files(name));
        boolean inTree = !all.isEmpty() && all.getFirst().startsWith(tree.root());
        return all.stream()
                .filter(file -> inTree ? file.startsWith(tree.root()) : file.equals(all.getFirst()))
                .flatMap(file -> content.matcher(head(file)).results())
                .toList();
    }

    /** What a pattern finds in the migrations, of which a few are looked into. */
    public List<MatchResult> findingsInFiles(Pattern content) {
        return heads().stream().flatMap(head -> content.matcher(head).results()).toList();
    }

    /** Whether a Rust crate stands among the dependencies in a {@code Cargo.toml} of the tree or above it. */
    public boolean hasCrate(String name) {
        return has("Cargo.toml", Pattern.compile("(?m)^\\s*(?:\\[.*dependencies\\.)?\"?" + name + "\"?\\s*[=.\\]]"));
    }

    private Set<Path> files(String name) {
        var files = new LinkedHashSet<Path>();
        tree.markers().stream()
                .filter(file -> String.valueOf(file.getFileName()).equals(name))
                .forEach(files::add);
        above.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .forEach(files::add);
        return files;
    }

    /** Whether more files than not, of those with numbers, are named in a way. */
    public boolean mostAre(Predicate<FileTree.Entry> named) {
        long matching = tree.entries().stream().filter(named).count();
        long others = tree.entries().stream()
                .filter(entry -> FileName.isNumbered(entry) && !named.test(entry))
                .count();
        return matching > others;
    }

    /** Whether one of the files, of which a few are looked into, holds something. */
    public boolean anyHolds(Pattern content) {
        return heads().stream().anyMatch(head -> content.matcher(head).find());
    }

    /** Whether more files than not, of which a few are looked into, hold something. */
    public boolean mostHold(Pattern content) {
        long matching =
                heads().stream().filter(head -> content.matcher(head).find()).count();
        return matching * 2 > heads().size();
    }

    private List<String> heads() {
        if (heads.isEmpty()) {
            heads = Optional.of(samples().stream()
                    .map(FileTree.Entry::file)
                    .filter(Files::isRegularFile)
                    .map(Clues::head)
                    .toList());
        }
        return heads.get();
    }

    /** Files from the beginning to the end of the history, at equal distances. */
    private List<FileTree.Entry> samples() {
        List<FileTree.Entry> entries = tree.entries();
        var samples = new LinkedHashSet<FileTree.Entry>();
        for (int i = 0; i < SAMPLES && !entries.isEmpty(); i++) {
            samples.add(entries.get((int) ((long) i * (entries.size() - 1) / (SAMPLES - 1))));
        }
        return List.copyOf(samples);
    }

    /** The beginning of a file; markers are ASCII, whatever the rest is. */
    private static String head(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
