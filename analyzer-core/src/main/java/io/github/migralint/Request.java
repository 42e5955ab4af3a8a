package io.github.migralint;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Version;
import io.github.migralint.framework.HistoryMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be analyzed.
 *
 * @param paths files and folders, as they were named
 * @param standIn text that comes from elsewhere
 * @param dialect the engine
 * @param version its version
 * @param engineSource where engine and version came from: {@code --db-version}, {@code default}
 * @param history where the migrations before those under review come from
 */
public record Request(
        List<Path> paths,
        Optional<StandIn> standIn,
        Dialect dialect,
        Version version,
        String engineSource,
        HistoryMode history) {
    public Request {
        paths = List.copyOf(paths);
    }

    /** The engine and its version. */
    public Engine engine() {
        return new Engine(dialect.name(), dialect.label(), version);
    }
}
