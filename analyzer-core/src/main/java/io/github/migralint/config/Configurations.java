package io.github.migralint.config;

import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Which configuration holds for a path. Each file is read once, and gives the same instance for all its paths. */
public final class Configurations {
    private static final String REPOSITORY = ".git";

    private final Optional<Configuration> always;
    private final Supplier<List<RuleInfo>> catalogue;
    private final Map<Path, Configuration> byFolder = new HashMap<>();
    private final Map<Path, Configuration> byFile = new HashMap<>();

    private Configurations(Optional<Configuration> always, Supplier<List<RuleInfo>> catalogue) {
        this.always = always;
        this.catalogue = catalogue;
    }

    /** Those that are found from a path upward, up to the root of its repository: the nearest one holds. */
    public static Configurations found(Supplier<List<RuleInfo>> catalogue) {
        return new Configurations(Optional.empty(), catalogue);
    }

    /**
     * The same file for every path.
     *
     * @throws ConfigurationException when it cannot be used
     */
    public static Configurations fixed(Path file, Supplier<List<RuleInfo>> catalogue) {
        return new Configurations(Optional.of(read(file, catalogue)), catalogue);
    }

    /** None for any path. */
    public static Configurations none() {
        return new Configurations(Optional.of(Configuration.NONE), List::of);
    }

    /** Whether different paths may have different ones. */
    public boolean dependOnPath() {
        return always.isEmpty();
    }

    /**
     * The configuration that holds for a file, which need not exist, or for a folder.
     *
     * @throws ConfigurationException when it cannot be used
     */
    public Configuration of(Path path) {
        if (always.isPresent()) {
            return always.get();
        }
        Path absolute = path.toAbsolutePath().normalize();
        Optional<Path> folder =
                Files.isDirectory(absolute) ? Optional.of(absolute) : Optional.ofNullable(absolute.getParent());
        return folder.map(this::ofFolder).orElse(Configuration.NONE);
    }

    private Configuration ofFolder(Path folder) {
        Configuration known = byFolder.get(folder);
        if (known != null) {
            return known;
        }
        Configuration found = search(folder);
        byFolder.put(folder, found);
        return found;
    }

    private Configuration search(Path folder) {
        Path file = folder.resolve(Configuration.FILE_NAME);
        if (Files.isRegularFile(file)) {
            return byFile.computeIfAbsent(file, f -> read(f, catalogue));
        }
        Path parent = folder.getParent();
        return parent == null || Files.exists(folder.resolve(REPOSITORY)) ? Configuration.NONE : ofFolder(parent);
    }

    private static Configuration read(Path file, Supplier<List<RuleInfo>> catalogue) {
        try {
            List<ConfigurationFile> files = Extension.of(ConfigurationFile.read(file));
            return new ConfigurationReader(files, new RuleNames(catalogue.get())).read();
        } catch (IOException e) {
            String why = Files.exists(file) ? "cannot be read" : "does not exist";
            String shown = ConfigurationFile.display(file);
            throw ConfigurationException.of(shown, shown + " " + why);
        }
    }
}
