package io.github.migralint.framework;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The SQL files below a folder, in natural order of their paths. Links are not followed, hidden folders and those of
 * build tools not entered.
 *
 * @param root the folder
 * @param entries the SQL files
 * @param markers other files, by which tools can be told
 * @param problems what could not be taken
 */
public record FileTree(Path root, List<Entry> entries, List<Path> markers, List<FileProblem> problems) {
    /** The most files that are taken from one folder. */
    public static final int MAX_FILES = 100_000;

    /** The size from which on a file is not read, in bytes. */
    public static final long MAX_BYTES = 64L << 20;

    private static final Set<String> SKIPPED_FOLDERS = Set.of("node_modules", "target", "build");
    private static final Set<String> MARKERS = Set.of(
            ".env",
            "Cargo.toml",
            "_journal.json",
            "application.properties",
            "application.yaml",
            "application.yml",
            "atlas.hcl",
            "atlas.sum",
            "compose.yaml",
            "compose.yml",
            "dbconfig.yml",
            "diesel.toml",
            "docker-compose.yaml",
            "docker-compose.yml",
            "drizzle.config.js",
            "drizzle.config.ts",
            "flyway.conf",
            "flyway.toml",
            "go.mod",
            "liquibase.properties",
            "migralint.toml",
            "migration_lock.toml",
            "package.json",
            "sqitch.conf",
            "sqlx.toml",
            "tern.conf");
    private static final int MAX_MARKERS = 1000;
    private static final int MAX_VISITED = 2_000_000;

    /**
     * A file.
     *
     * @param file where it is
     * @param path the names from below the root to the file
     */
    public record Entry(Path file, List<String> path) {
        public Entry {
            path = List.copyOf(path);
        }

        /** The name of the file. */
        public String name() {
            return path.get(path.size() - 1);
        }

        /** The names of its folders below the root. */
        public List<String> folder() {
            return path.subList(0, path.size() - 1);
        }

        /** The name of its innermost folder; empty when that is the root. */
        public String folderName() {
            return path.size() < 2 ? "" : path.get(path.size() - 2);
        }

        static Entry of(Path root, Path file) {
            var names = new ArrayList<String>();
            root.relativize(file).forEach(name -> names.add(name.toString()));
            return new Entry(file, names);
        }
    }

    public FileTree {
        entries = entries.stream()
                .sorted((a, b) -> NaturalOrder.PATHS.compare(a.path(), b.path()))
                .toList();
        markers = List.copyOf(markers);
        problems = List.copyOf(problems);
    }

    /** Everything below a folder. */
    public static FileTree below(Path root) {
        return walk(root, Integer.MAX_VALUE);
    }

    /** What is in a folder itself. */
    public static FileTree in(Path root) {
        return toDepth(root, 1);
    }

    /** What is in a folder and, to a depth, in the folders below it; depth 1 is the folder itself. */
    public static FileTree toDepth(Path root, int depth) {
        return walk(root, depth);
    }

    /** The absolute path of the folder that a file is in. */
    public static Path folderOf(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder;
    }

    /** Some files of a folder, which need not exist. */
    public static FileTree of(Path root, List<Path> files) {
        return new FileTree(
                root, files.stream().map(file -> Entry.of(root, file)).toList(), List.of(), List.of());
    }

    /** The same with a file, which need not exist. */
    public FileTree with(Path file) {
        if (entry(file).isPresent()) {
            return this;
        }
        var more = new ArrayList<>(entries);
        more.add(Entry.of(root, file));
        return new FileTree(root, more, markers, problems);
    }

    /** The same with only some of the files. */
    public FileTree withOnly(List<Entry> some) {
        return new FileTree(root, some, markers, problems);
    }

    /** The same without the files that are marked for another engine. */
    public FileTree forDialect(String dialect) {
        return withOnly(EngineNames.meantFor(dialect, entries, Entry::path));
    }

    private Optional<Entry> entry(Path file) {
        return entries.stream().filter(entry -> entry.file().equals(file)).findFirst();
    }

    private static FileTree walk(Path root, int depth) {
        try {
            var walker = new Walker(root);
            Files.walkFileTree(walker.realRoot, Set.of(), depth, walker);
            return new FileTree(root, walker.entries, walker.markers, walker.problems);
        } catch (IOException e) {
            var problem = new FileProblem(Frameworks.display(root), FileProblem.Kind.UNREADABLE, "cannot be read");
            return new FileTree(root, List.of(), List.of(), List.of(problem));
        }
    }

    /** Whether a file name is one of SQL. */
    public static boolean isSql(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".sql") || lower.endsWith(".psql") || lower.endsWith(".pgsql");
    }

    private static final class Walker extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path realRoot;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Path> markers = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();
        private int visited;

        Walker(Path root) throws IOException {
            this.root = root;
            this.realRoot = root.toRealPath();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(realRoot)) {
                return FileVisitResult.CONTINUE;
            }
            String name = folder.getFileName().toString();
            return name.startsWith(".") || SKIPPED_FOLDERS.contains(name)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (MARKERS.contains(name) && markers.size() < MAX_MARKERS) {
                markers.add(asNamed(file));
            }
            if (isSql(name) && attributes.isRegularFile()) {
                take(file, attributes.size());
            }
            if (entries.size() >= MAX_FILES || ++visited >= MAX_VISITED) {
                problem(root, FileProblem.Kind.TOO_MANY, "holds too many files; those found first are analysed");
                return FileVisitResult.TERMINATE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            problem(asNamed(file), FileProblem.Kind.UNREADABLE, "cannot be read");
            return FileVisitResult.CONTINUE;
        }

        private void take(Path file, long size) {
            if (size > MAX_BYTES) {
                problem(asNamed(file), FileProblem.Kind.TOO_LARGE, "is larger than 64 MB and was not read");
            } else {
                entries.add(Entry.of(root, asNamed(file)));
            }
        }

        /** The root itself may be a link: paths are given as the user named it. */
        private Path asNamed(Path file) {
            return root.resolve(realRoot.relativize(file));
        }

        private void problem(Path path, FileProblem.Kind kind, String message) {
            problems.add(new FileProblem(Frameworks.display(path), kind, message));
        }
    }
}
