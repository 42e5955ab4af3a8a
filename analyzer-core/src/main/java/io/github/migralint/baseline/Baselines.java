package io.github.migralint.baseline;

import io.github.migralint.config.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which baseline holds for a path: the one that is named for all, or the one that its configuration names, or the nearest
 * above it, up to the folder of that configuration or the root of the repository.
 */
public final class Baselines {
    private static final String REPOSITORY = ".git";

    private final Optional<BaselineFile> always;
    private final boolean searching;
    private final Map<Path, Optional<Path>> byFolder = new HashMap<>();

    private Baselines(Optional<BaselineFile> always, boolean searching) {
        this.always = always;
        this.searching = searching;
    }

    /** Those that configurations name, or that are found. */
    public static Baselines found() {
        return new Baselines(Optional.empty(), true);
    }

    /** The same file for every path. */
    public static Baselines fixed(Path file) {
        return new Baselines(Optional.of(new BaselineFile(file)), false);
    }

    /** None for any path. */
    public static Baselines none() {
        return new Baselines(Optional.empty(), false);
    }

    /** The one that holds for a path, which need not exist; one that is named need not exist either. */
    public Optional<BaselineFile> of(Path path, Configuration configuration) {
        if (always.isPresent() || !searching) {
            return always;
        }
        return configuration
                .baseline()
                .or(() -> folderOf(path).flatMap(folder -> search(folder, end(folder, configuration))))
                .map(BaselineFile::new);
    }

    /** Where a new one for a path belongs, so that it is found again. */
    public BaselineFile place(Path path, Configuration configuration) {
        Optional<BaselineFile> known = always.or(() -> configuration.baseline().map(BaselineFile::new));
        return known.orElseGet(() -> {
            Path here = Path.of("").toAbsolutePath();
            Path folder = folderOf(path).orElse(here);
            Path home = end(folder, configuration)
                    .or(() -> repository(folder))
                    .orElse(folder.startsWith(here) ? here : folder);
            return new BaselineFile(near(home.resolve(BaselineFile.NAME)));
        });
    }

    /** The folder of the configuration, where that is one above. */
    private static Optional<Path> end(Path folder, Configuration configuration) {
        return configuration
                .file()
                .flatMap(file -> parent(Path.of(file).toAbsolutePath().normalize()))
                .filter(folder::startsWith);
    }

    private Optional<Path> search(Path folder, Optional<Path> end) {
        Optional<Path> known = byFolder.get(folder);
        if (known != null) {
            return known;
        }
        Path file = folder.resolve(BaselineFile.NAME);
        boolean last = end.filter(folder::equals).isPresent() || isRepository(folder);
        Optional<Path> found = Files.isRegularFile(file)
                ? Optional.of(near(file))
                : Optional.ofNullable(folder.getParent()).filter(any -> !last).flatMap(parent -> search(parent, end));
        byFolder.put(folder, found);
        return found;
    }

    private static Optional<Path> repository(Path folder) {
        for (Optional<Path> at = Optional.of(folder); at.isPresent(); at = at.flatMap(Baselines::parent)) {
            if (isRepository(at.get())) {
                return at;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> parent(Path folder) {
        return Optional.ofNullable(folder.getParent());
    }

    private static boolean isRepository(Path folder) {
        return Files.exists(folder.resolve(REPOSITORY));
    }

    private static Optional<Path> folderOf(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return Files.isDirectory(absolute) ? Optional.of(absolute) : parent(absolute);
    }

    /** The path as one would name it from here, if it is not far. */
    private static Path near(Path absolute) {
        Path here = Path.of("").toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
