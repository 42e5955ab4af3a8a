package io.github.migralint.framework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells apart the projects of one call: two services of a repository have a database each, and what one of them makes is
 * nothing to the other.
 */
public final class Projects {
    private final DiscoveryOptions options;

    private Projects(DiscoveryOptions options) {
        this.options = options.withStandIns(List.of());
    }

    /**
     * The files and folders of each project, in the order in which they were named. A folder that holds several projects
     * is divided into theirs.
     */
    public static List<List<Path>> of(List<Path> inputs, DiscoveryOptions options) {
        boolean single = inputs.size() == 1 && hasOneHome(inputs.getFirst());
        if (single || options.history() instanceof HistoryMode.Folder) {
            return List.of(inputs);
        }
        var projects = new Projects(options);
        List<List<Path>> groups =
                groups(projects.parts(inputs)).stream().map(Projects::inputs).toList();
        return groups.size() == 1 ? List.of(inputs) : groups;
    }

    private static boolean hasOneHome(Path input) {
        return !Files.isDirectory(input)
                || FileTree.below(input).entries().stream()
                                .map(entry -> FileTree.folderOf(entry.file()))
                                .distinct()
                                .limit(2)
                                .count()
                        < 2;
    }

    private List<ProjectPart> parts(List<Path> inputs) {
        var parts = new ArrayList<ProjectPart>();
        var byFolder = new LinkedHashMap<Path, List<Path>>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                parts.addAll(partsOf(input));
            } else {
                byFolder.computeIfAbsent(FileTree.folderOf(input), folder -> new ArrayList<>())
                        .add(input);
            }
        }
        var byHome = new LinkedHashMap<Path, ProjectPart>();
        byFolder.values().forEach(files -> addNamed(files, byHome));
        parts.addAll(byHome.values());
        return parts;
    }

    /** Named files of one folder; what is beside them says to what they belong. */
    private void addNamed(List<Path> files, Map<Path, ProjectPart> byHome) {
        MigrationSet alone = Frameworks.detect(files, options.withHistory(new HistoryMode.None()));
        MigrationFramework framework = alone.framework();
        Path first = absolute(files.getFirst());
        Path home = framework.home(first);
        ProjectPart known = byHome.get(home);
        if (known != null && known.framework().equals(framework)) {
            byHome.put(home, known.with(files));
            return;
        }
        List<MigrationFile> beside = Files.isDirectory(home)
                ? framework
                        .select(framework.neighbours(first), options.dialect())
                        .files()
                : alone.files();
        byHome.merge(
                home,
                ProjectPart.of(framework, home, files, beside, Optional.empty()),
                (old, more) -> old.with(more.inputs()));
    }

    /** The migrations of a folder by the homes that their tool gives them. */
    private List<ProjectPart> partsOf(Path folder) {
        MigrationSet set = Frameworks.detect(List.of(folder), options.withHistory(new HistoryMode.None()));
        Path root = absolute(folder);
        var homes = new LinkedHashMap<Path, Path>();
        var files = new LinkedHashMap<Path, List<MigrationFile>>();
        for (MigrationFile file : set.files()) {
            Path home = homes.computeIfAbsent(
                    FileTree.folderOf(file.file()), any -> set.framework().home(absolute(file.file())));
            files.computeIfAbsent(home.startsWith(root) ? home : root, any -> new ArrayList<>())
                    .add(file);
        }
        Optional<Path> named = Optional.of(root);
        List<ProjectPart> parts = new ArrayList<>();
        files.forEach((home, own) -> parts.add(ProjectPart.of(
                set.framework(),
                home,
                List.of(folder.resolve(root.relativize(home)).normalize()),
                own,
                named)));
        return groups(parts).size() > 1
                ? parts
                : List.of(ProjectPart.of(set.framework(), root, List.of(folder), set.files(), named));
    }

    private static List<List<ProjectPart>> groups(List<ProjectPart> parts) {
        Map<ProjectPart, Set<ProjectPart>> groupOf = new LinkedHashMap<>();
        for (ProjectPart part : parts) {
            Set<ProjectPart> group = new LinkedHashSet<>(List.of(part));
            for (ProjectPart other : List.copyOf(groupOf.keySet())) {
                if (part.belongsTo(other)) {
                    group.addAll(groupOf.getOrDefault(other, Set.of()));
                }
            }
            group.forEach(member -> groupOf.put(member, group));
        }
        return groupOf.values().stream()
                .distinct()
                .map(group -> parts.stream().filter(group::contains).toList())
                .toList();
    }

    /** Inputs of a project, each once. */
    private static List<Path> inputs(List<ProjectPart> parts) {
        return parts.stream().flatMap(part -> part.inputs().stream()).distinct().toList();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
