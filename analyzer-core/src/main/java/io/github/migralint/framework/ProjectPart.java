package io.github.migralint.framework;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Migrations that surely belong together.
 *
 * @param framework their tool
 * @param home the folder below which the tool finds them, absolute
 * @param inputs how people named them
 * @param versions the versions of those that go forward
 * @param named the folder that was named, where they were found in one
 */
record ProjectPart(
        MigrationFramework framework, Path home, List<Path> inputs, Set<String> versions, Optional<Path> named) {
    private static final int TIMESTAMP = 8;

    static ProjectPart of(
            MigrationFramework framework,
            Path home,
            List<Path> inputs,
            Collection<MigrationFile> files,
            Optional<Path> named) {
        Set<String> versions = files.stream()
                .filter(file -> file.direction() == Direction.UP)
                .map(MigrationFile::version)
                .filter(version -> !version.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new ProjectPart(framework, home, inputs, versions, named);
    }

    /**
     * Whether both are of one project. A tool that has one folder has one for each project; Flyway may have several; of
     * files without a tool the names must tell.
     */
    boolean belongsTo(ProjectPart other) {
        if (home.startsWith(other.home) || other.home.startsWith(home)) {
            return true;
        }
        boolean inOneFolder = named.isPresent() && named.equals(other.named);
        if (FileTree.folderOf(home).equals(FileTree.folderOf(other.home)) && isBackOnly() != other.isBackOnly()) {
            return true;
        }
        return switch (framework.name()) {
            case "flyway" -> module(home).equals(module(other.home)) && !sharesVersions(other);
            case "plain", "liquibase" ->
                differsInNumbersOnly(other) || (inOneFolder ? !seemsApart(other) : isBeside(other));
            default -> false;
        };
    }

    /** The same with more inputs. */
    ProjectPart with(List<Path> more) {
        var all = new ArrayList<>(inputs);
        all.addAll(more);
        return new ProjectPart(framework, home, all, versions, named);
    }

    private boolean sharesVersions(ProjectPart other) {
        return !Collections.disjoint(versions, other.versions);
    }

    /** {@code down} beside {@code up}. */
    private boolean isBackOnly() {
        return versions.isEmpty();
    }

    private boolean isBeside(ProjectPart other) {
        return FileTree.folderOf(home).equals(FileTree.folderOf(other.home)) && !sharesVersions(other);
    }

    /** {@code users/migrations} and {@code orders/migrations}, each counted from its own beginning, or by the clock. */
    private boolean seemsApart(ProjectPart other) {
        boolean sameName = String.valueOf(home.getFileName()).equals(String.valueOf(other.home.getFileName()));
        return sameName && (sharesVersions(other) || (isTimed() && other.isTimed()));
    }

    private boolean isTimed() {
        return !versions.isEmpty() && versions.stream().allMatch(version -> version.length() >= TIMESTAMP);
    }

    /** {@code 2023} and {@code 2024}, {@code v1/tables} and {@code v2/tables}: parts of one history. */
    private boolean differsInNumbersOnly(ProjectPart other) {
        if (home.getNameCount() != other.home.getNameCount()) {
            return false;
        }
        for (int i = 0; i < home.getNameCount(); i++) {
            String name = home.getName(i).toString();
            String otherName = other.home.getName(i).toString();
            if (!name.equals(otherName) && !(isNumbered(name) && isNumbered(otherName))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumbered(String folder) {
        return folder.matches("[vV]?\\d.*");
    }

    /** The folder of the module: what stands before its {@code src}, or the folder above. */
    private static Path module(Path home) {
        for (Path folder = home; folder.getNameCount() > 1; folder = FileTree.folderOf(folder)) {
            if (String.valueOf(folder.getFileName()).equals("src")) {
                return FileTree.folderOf(folder);
            }
        }
        return FileTree.folderOf(home);
    }
}
