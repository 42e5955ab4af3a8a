package io.github.migralint.framework;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How migrations are looked for.
 *
 * @param dialect name of the dialect: {@code postgresql}; files for other engines are left out
 * @param framework name of the migration tool, when it need not be found out
 * @param history where earlier migrations come from
 * @param standIns paths under review whose content comes from elsewhere and that need not exist
 * @param besides names of dialects whose files are looked for apart from these: nobody need be told that they are left out
 */
public record DiscoveryOptions(
        String dialect, Optional<String> framework, HistoryMode history, List<Path> standIns, Set<String> besides) {
    public DiscoveryOptions {
        standIns = List.copyOf(standIns);
        besides = Set.copyOf(besides);
    }

    /** Everything is found out. */
    public static DiscoveryOptions forDialect(String dialect) {
        return new DiscoveryOptions(dialect, Optional.empty(), new HistoryMode.Auto(), List.of(), Set.of());
    }

    /** The same with another history. */
    public DiscoveryOptions withHistory(HistoryMode mode) {
        return new DiscoveryOptions(dialect, framework, mode, standIns, besides);
    }

    /** The same with paths whose content comes from elsewhere. */
    public DiscoveryOptions withStandIns(List<Path> paths) {
        return new DiscoveryOptions(dialect, framework, history, paths, besides);
    }

    /** The same with a named migration tool. */
    public DiscoveryOptions withFramework(String name) {
        return new DiscoveryOptions(dialect, Optional.of(name), history, standIns, besides);
    }

    /** The same while the files for some other dialects are looked for apart. */
    public DiscoveryOptions withBesides(Set<String> dialects) {
        return new DiscoveryOptions(dialect, framework, history, standIns, dialects);
    }
}
