package io.github.migralint.cli;

import io.github.migralint.config.Configuration;
import io.github.migralint.config.Configurations;
import io.github.migralint.config.PathPattern;
import io.github.migralint.framework.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Divides a folder among the configurations that hold below it: for each migration the nearest one above it. */
final class ConfiguredFolders {
    private static final String EVERYTHING = "**";

    private ConfiguredFolders() {}

    /**
     * What a configuration holds for.
     *
     * @param configuration the configuration
     * @param path a folder
     * @param without what is in the folder, but has a configuration of its own
     */
    record Part(Configuration configuration, Path path, List<PathPattern> without) {}

    /** The folder as a whole, unless a configuration lies below it. */
    static List<Part> of(Path folder, Configurations configurations) {
        Part whole = new Part(configurations.of(folder), folder, List.of());
        if (!configurations.dependOnPath() || !Files.isDirectory(folder)) {
            return List.of(whole);
        }
        FileTree tree = FileTree.below(folder);
        Path top = absolute(folder);
        var roots = new LinkedHashSet<>(List.of(top));
        tree.markers().stream()
                .filter(file -> file.endsWith(Configuration.FILE_NAME))
                .map(FileTree::folderOf)
                .forEach(roots::add);
        return roots.size() == 1 ? List.of(whole) : divided(folder, tree, roots, configurations);
    }

    private static List<Part> divided(Path folder, FileTree tree, Set<Path> roots, Configurations configurations) {
        Map<Path, Path> innermost = new LinkedHashMap<>();
        tree.entries().stream()
                .map(entry -> FileTree.folderOf(entry.file()))
                .distinct()
                .forEach(home -> innermost.merge(nearest(home, roots), home, ConfiguredFolders::around));
        if (innermost.isEmpty()) {
            return List.of(new Part(configurations.of(folder), folder, List.of()));
        }
        var parts = new ArrayList<Part>();
        innermost.forEach((root, around) -> {
            boolean whole = roots.stream().noneMatch(other -> isBelow(other, root));
            Path path = whole ? root : around;
            List<PathPattern> without = roots.stream()
                    .filter(other -> isBelow(other, path))
                    .map(other -> PathPattern.of(other, EVERYTHING))
                    .toList();
            parts.add(new Part(configurations.of(root), named(path, folder), without));
        });
        return parts;
    }

    private static Path nearest(Path home, Set<Path> roots) {
        return roots.stream()
                .filter(home::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount))
                .orElse(home);
    }

    private static boolean isBelow(Path folder, Path other) {
        return folder.startsWith(other) && !folder.equals(other);
    }

    /** The innermost folder that holds two others. */
    static Path around(Path one, Path other) {
        Path folder = one;
        while (!other.startsWith(folder)) {
            folder = FileTree.folderOf(folder);
        }
        return folder;
    }

    /** A folder below one that was named, as it would have been named itself. */
    private static Path named(Path path, Path folder) {
        Path below = absolute(folder).relativize(path);
        return below.toString().isEmpty() ? folder : folder.resolve(below).normalize();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
