package io.github.migralint.framework;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How migrations are looked for.
 *
 * @param dialect name of the dialect: {@code postgresql}; files for other engines are left out
 * @param framework name of the migration tool, when it need not be found out
 * @param history where earlier migrations come from
 * @param standIn a path under review whose content comes from elsewhere and that need not exist
 */
public record DiscoveryOptions(
        String dialect, Optional<String> framework, HistoryMode history, Optional<Path> standIn) {
    /** Everything is found out. */
    public static DiscoveryOptions forDialect(String dialect) {
        return new DiscoveryOptions(dialect, Optional.empty(), new HistoryMode.Auto(), Optional.empty());
    }

    /** The same with another history. */
    public DiscoveryOptions withHistory(HistoryMode mode) {
        return new DiscoveryOptions(dialect, framework, mode, standIn);
    }

    /** The same with a path whose content comes from elsewhere. */
    public DiscoveryOptions withStandIn(Path path) {
        return new DiscoveryOptions(dialect, framework, history, Optional.of(path));
    }

    /** The same with a named migration tool. */
    public DiscoveryOptions withFramework(String name) {
        return new DiscoveryOptions(dialect, Optional.of(name), history, standIn);
    }
}
