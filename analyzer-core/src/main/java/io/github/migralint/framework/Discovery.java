package io.github.migralint.framework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the migrations of one call: which tool, which files, in what order, what ran before. */
final class Discovery {
    private record Recognised(MigrationFramework framework, Recognition by) {}

    private final DiscoveryOptions options;
    private final List<FileProblem> problems = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    /** Absolute paths of the files named one by one, and how they were named. */
    private final Map<Path, Path> named = new LinkedHashMap<>();

    private final List<Path> folders = new ArrayList<>();

    Discovery(DiscoveryOptions options) {
        this.options = options;
    }

    MigrationSet run(List<Path> inputs) {
        inputs.forEach(this::sort);
        options.standIns().forEach(path -> named.put(absolute(path), path));
        List<FileTree> trees = folders.stream().map(FileTree::below).toList();
        trees.forEach(tree -> problems.addAll(tree.problems()));
        Recognised recognised = recognise(trees);
        var files = new LinkedHashMap<Path, MigrationFile>();
        earlierFolder().ifPresent(folder -> addHistory(folder, recognised.framework(), files));
        for (FileTree tree : trees) {
            List<MigrationFile> selected = select(recognised.framework(), tree);
            if (selected.isEmpty()) {
                problem(tree.root(), FileProblem.Kind.NO_MIGRATIONS, LeftOut.nothingIn(tree, options));
            }
            selected.forEach(file -> files.put(absolute(file.file()), file));
        }
        addNamed(recognised.framework(), files);
        return new MigrationSet(
                recognised.framework(),
                recognised.by().reason(),
                List.copyOf(files.values()),
                List.copyOf(notes),
                problems);
    }

    private void sort(Path input) {
        if (Files.isDirectory(input)) {
            folders.add(input);
        } else if (!Files.exists(input)) {
            problem(input, FileProblem.Kind.MISSING, "does not exist");
        } else if (!Files.isReadable(input)) {
            problem(input, FileProblem.Kind.UNREADABLE, "cannot be read");
        } else if (input.toFile().length() > FileTree.MAX_BYTES) {
            problem(input, FileProblem.Kind.TOO_LARGE, "is larger than 64 MB and was not read");
        } else {
            named.put(absolute(input), input);
        }
    }

    private Recognised recognise(List<FileTree> trees) {
        if (options.framework().isPresent()) {
            String name = options.framework().get();
            MigrationFramework framework = Frameworks.named(name)
                    .orElseThrow(() -> new IllegalArgumentException("unknown migration tool: " + name));
            return new Recognised(framework, Recognition.configured("asked for"));
        }
        var candidates = new ArrayList<>(trees);
        var homes = new LinkedHashMap<Path, List<Path>>();
        named.keySet()
                .forEach(file -> homes.computeIfAbsent(NumberedFiles.home(file), home -> new ArrayList<>())
                        .add(file));
        homes.forEach((home, files) -> candidates.add(neighbours(home, files)));
        return candidates.stream()
                .map(tree -> new Clues(tree.forDialect(options.dialect())))
                .flatMap(clues -> Frameworks.ALL.stream()
                        .flatMap(framework -> framework.recognise(clues).stream()
                                .map(recognition -> new Recognised(framework, recognition))))
                .min(Comparator.comparing(Recognised::by, Recognition.SUREST_FIRST))
                .orElseGet(() -> new Recognised(
                        Frameworks.ALL.getLast(),
                        new Recognition(Recognition.Strength.ASSUMED, "nothing to recognise a tool by")));
    }

    /** The files of a folder, some of them even where they do not exist. */
    private static FileTree neighbours(Path home, List<Path> files) {
        FileTree tree =
                Files.isDirectory(home) ? NumberedFiles.neighbours(files.getFirst()) : FileTree.of(home, List.of());
        for (Path file : files) {
            tree = tree.with(file);
        }
        return tree;
    }

    private Optional<Path> earlierFolder() {
        return options.history() instanceof HistoryMode.Folder folder ? Optional.of(folder.path()) : Optional.empty();
    }

    /** All migrations of a folder but those under review and those after them. */
    private void addHistory(Path folder, MigrationFramework framework, Map<Path, MigrationFile> files) {
        if (!Files.isDirectory(folder)) {
            problem(folder, FileProblem.Kind.MISSING, "is no folder");
            return;
        }
        for (MigrationFile file : select(framework, FileTree.below(folder))) {
            if (named.containsKey(absolute(file.file()))) {
                return;
            }
            if (file.direction() == Direction.UP || framework.opening(file) != Opening.NEVER) {
                files.put(absolute(file.file()), file.withReview(false));
            }
        }
    }

    private void addNamed(MigrationFramework framework, Map<Path, MigrationFile> files) {
        var homes = new LinkedHashMap<Path, List<Path>>();
        for (Path file : named.keySet()) {
            homes.computeIfAbsent(framework.home(file), home -> new ArrayList<>())
                    .add(file);
        }
        homes.forEach((home, reviewed) -> addFromHome(framework, home, reviewed, files));
    }

    private void addFromHome(
            MigrationFramework framework, Path home, List<Path> reviewed, Map<Path, MigrationFile> files) {
        List<MigrationFile> ordered = select(framework, tree(framework, home, reviewed)).stream()
                .filter(file -> !isMistaken(framework, file))
                .toList();
        var missing = new HashSet<>(reviewed);
        int last = -1;
        for (int i = 0; i < ordered.size(); i++) {
            last = missing.remove(ordered.get(i).file()) ? i : last;
        }
        // a file that the tool would not run is reviewed after all that it does run
        int end = missing.isEmpty() ? last + 1 : ordered.size();
        for (MigrationFile file : ordered.subList(0, end)) {
            if (reviewed.contains(file.file())) {
                files.putIfAbsent(file.file(), asNamed(file));
            } else if (file.direction() == Direction.UP || framework.opening(file) != Opening.NEVER) {
                files.putIfAbsent(file.file(), asNeighbour(file, reviewed.get(0)));
            }
        }
        MigrationFramework any = Frameworks.ALL.get(Frameworks.ALL.size() - 1);
        for (Path file : reviewed) {
            if (missing.contains(file)) {
                FileTree alone = FileTree.of(FileTree.folderOf(file), List.of(file));
                any.select(
                                alone,
                                EngineNames.ofFileName(Frameworks.display(file.getFileName()))
                                        .orElse(options.dialect()))
                        .files()
                        .forEach(one -> files.putIfAbsent(file, asNamed(one)));
            }
        }
    }

    /** A file that the tool would not run although its name says so is judged like any other when it is named. */
    private static boolean isMistaken(MigrationFramework framework, MigrationFile file) {
        return file.direction() == Direction.NONE && framework.unread(file).isPresent();
    }

    private FileTree tree(MigrationFramework framework, Path home, List<Path> reviewed) {
        boolean alone = !(options.history() instanceof HistoryMode.Auto) || !Files.isDirectory(home);
        FileTree tree = alone ? FileTree.of(home, reviewed) : framework.neighbours(reviewed.get(0));
        for (Path file : reviewed) {
            tree = tree.with(file);
        }
        return tree;
    }

    /** A file of the history, named relative to one that the user named. */
    private MigrationFile asNeighbour(MigrationFile file, Path reviewed) {
        Path original = named.getOrDefault(reviewed, reviewed);
        Path path = original.resolveSibling(FileTree.folderOf(reviewed).relativize(file.file()))
                .normalize();
        return renamed(file, path, false);
    }

    private MigrationFile asNamed(MigrationFile file) {
        return renamed(file, named.getOrDefault(file.file(), file.file()), true);
    }

    private static MigrationFile renamed(MigrationFile file, Path path, boolean underReview) {
        return new MigrationFile(
                path,
                Frameworks.display(path),
                file.version(),
                file.description(),
                file.direction(),
                file.repeatable(),
                underReview);
    }

    private List<MigrationFile> select(MigrationFramework framework, FileTree tree) {
        MigrationFramework.Selection selection = framework.select(tree, options.dialect());
        notes.addAll(LeftOut.of(tree, options));
        notes.addAll(selection.notes());
        return selection.files();
    }

    private void problem(Path path, FileProblem.Kind kind, String message) {
        problems.add(new FileProblem(Frameworks.display(path), kind, message));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
