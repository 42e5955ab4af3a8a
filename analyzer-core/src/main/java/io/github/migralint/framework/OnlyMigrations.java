package io.github.migralint.framework;

import io.github.migralint.dialect.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells migrations from other SQL files, for callers that name every file that changed: queries, seeds and schemas are
 * written to the same standards, but nothing runs them against a live table.
 */
public final class OnlyMigrations {
    private final List<Path> folders;
    private final Optional<String> framework;
    private final Set<Path> migrations = new HashSet<>();
    private final Set<Path> searched = new HashSet<>();

    /**
     * What a project says about its migrations.
     *
     * @param folders the folders that hold them; where there are any, nothing outside of them counts
     * @param framework the name of their tool
     */
    public OnlyMigrations(List<Path> folders, Optional<String> framework) {
        this.folders = folders.stream().map(OnlyMigrations::absolute).toList();
        this.framework = framework;
    }

    /** Those of the paths that are migrations; folders and what does not exist are left to those who read them. */
    public List<Path> of(List<Path> paths) {
        return paths.stream().filter(this::counts).toList();
    }

    private boolean counts(Path path) {
        if (!Files.isRegularFile(path)) {
            return true;
        }
        Path file = absolute(path);
        if (!folders.isEmpty()) {
            return folders.stream().anyMatch(file::startsWith);
        }
        if (!FileTree.isSql(Frameworks.display(path.getFileName()))) {
            return false;
        }
        search(file);
        return migrations.contains(file);
    }

    /** Where each migration has a folder of its own, one look is enough for all of them. */
    private void search(Path file) {
        if (searched.add(FileTree.folderOf(file))) {
            for (Path found : runBeside(file)) {
                migrations.add(found);
                searched.add(FileTree.folderOf(found));
            }
        }
    }

    /** The files that the tool of this one runs, on whatever engine. */
    private Set<Path> runBeside(Path file) {
        var run = new HashSet<Path>();
        for (var dialect : Dialects.all()) {
            DiscoveryOptions usual = DiscoveryOptions.forDialect(dialect.name());
            DiscoveryOptions options = framework.map(usual::withFramework).orElse(usual);
            MigrationSet found = Frameworks.detect(List.of(file), options);
            boolean sure = framework.isPresent() || !found.framework().equals(Frameworks.ALL.getLast());
            found.framework().select(found.framework().neighbours(file), dialect.name()).files().stream()
                    .filter(one -> sure || !one.version().isEmpty())
                    .forEach(one -> run.add(absolute(one.file())));
        }
        return run;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
