package io.github.migralint;

import io.github.migralint.config.PathPattern;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Version;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.history.ChangeSet;
import io.github.migralint.history.Deployment;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.triage.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be analyzed.
 *
 * @param paths files and folders, as they were named
 * @param standIns texts that come from elsewhere than the files they stand for
 * @param dialect the engine, or the one to assume where none is found
 * @param version its version
 * @param writtenVersion the version as it was said
 * @param engineSource where engine and version came from: {@code --db-version}, {@code default}
 * @param search what of these is to be found out
 * @param history where the migrations before those under review come from
 * @param framework name of the migration tool, where it need not be found out
 * @param startingSchema a script that makes the schema on which the migrations begin
 * @param release what goes live together, where it was said
 * @param inTransaction whether files of which nothing tells how they are run are run in a transaction, where it was said
 * @param deployment what is known of the live database besides its schema
 * @param changes the files that are under review, where not all of {@code paths} are
 * @param startAfter the last version that is no longer under review, where there is one
 * @param exclude files that are no migrations
 * @param policy which findings are told
 */
public record Request(
        List<Path> paths,
        List<StandIn> standIns,
        Dialect dialect,
        Version version,
        String writtenVersion,
        String engineSource,
        EngineSearch search,
        HistoryMode history,
        Optional<String> framework,
        Optional<Path> startingSchema,
        Optional<ReleaseMode> release,
        Optional<Boolean> inTransaction,
        Deployment deployment,
        Optional<ChangeSet> changes,
        Optional<String> startAfter,
        List<PathPattern> exclude,
        Policy policy) {
    public Request {
        paths = List.copyOf(paths);
        standIns = List.copyOf(standIns);
        exclude = List.copyOf(exclude);
    }

    /** Files and folders for the newest version of an engine, of which more can be said. */
    public static Builder of(List<Path> paths, Dialect dialect) {
        return new Builder(paths, dialect);
    }

    /** The same for some of its paths and of the texts that stand in for files. */
    Request narrowedTo(List<Path> some, List<StandIn> texts) {
        return like(some).standIns(texts).build();
    }

    /** The same with other findings told. */
    public Request withPolicy(Policy other) {
        return like(paths).policy(other).build();
    }

    /** The same for a server that was found out. */
    Request meantFor(Dialect found, Version ofIt, String written, String source) {
        return like(found, paths)
                .version(ofIt, written, source)
                .search(EngineSearch.NOTHING)
                .build();
    }

    /** All that is said of this one, of other paths. */
    private Builder like(List<Path> others) {
        return like(dialect, others);
    }

    private Builder like(Dialect other, List<Path> others) {
        return of(others, other)
                .standIns(standIns)
                .version(version, writtenVersion, engineSource)
                .search(search)
                .history(history)
                .framework(framework)
                .startingSchema(startingSchema)
                .release(release)
                .inTransaction(inTransaction)
                .deployment(deployment)
                .changes(changes)
                .startAfter(startAfter)
                .exclude(exclude)
                .policy(policy);
    }

    /** The absolute paths of the folders that are checked as a whole; none where only what changed is. */
    List<Path> wholeFolders() {
        return changes.isPresent()
                ? List.of()
                : paths.stream()
                        .filter(Files::isDirectory)
                        .map(path -> path.toAbsolutePath().normalize())
                        .toList();
    }

    /** The engine and its version. */
    public Engine engine() {
        return new Engine(dialect.name(), dialect.label(), version, writtenVersion);
    }

    /** Collects what is said of a request; only the paths and the dialect are required. */
    public static final class Builder {
        private final List<Path> paths;
        private final Dialect dialect;
        private List<StandIn> standIns = List.of();
        private Version version;
        private String writtenVersion;
        private String engineSource = "default";
        private EngineSearch search = EngineSearch.NOTHING;
        private HistoryMode history = new HistoryMode.Auto();
        private Optional<String> framework = Optional.empty();
        private Optional<Path> startingSchema = Optional.empty();
        private Optional<ReleaseMode> release = Optional.empty();
        private Optional<Boolean> inTransaction = Optional.empty();
        private Deployment deployment = Deployment.UNKNOWN;
        private Optional<ChangeSet> changes = Optional.empty();
        private Optional<String> startAfter = Optional.empty();
        private List<PathPattern> exclude = List.of();
        private Policy policy = Policy.DEFAULT;

        private Builder(List<Path> paths, Dialect dialect) {
            this.paths = paths;
            this.dialect = dialect;
            this.version = dialect.defaultVersion();
            this.writtenVersion = version.toString();
        }

        /** Texts that come from elsewhere than the files they stand for, which need not exist. */
        public Builder standIns(List<StandIn> value) {
            standIns = value;
            return this;
        }

        /** The version of the engine, and where it came from. */
        public Builder version(Version value, String source) {
            return version(value, value.toString(), source);
        }

        /** The same, where it was said in other words. */
        public Builder version(Version value, String written, String source) {
            version = value;
            writtenVersion = written;
            engineSource = source;
            return this;
        }

        /** What is to be found out of the engine. */
        public Builder search(EngineSearch value) {
            search = value;
            return this;
        }

        /** Where the migrations before those under review come from. */
        public Builder history(HistoryMode value) {
            history = value;
            return this;
        }

        /** The name of the migration tool. */
        public Builder framework(Optional<String> value) {
            framework = value;
            return this;
        }

        /** A script that makes the schema on which the migrations begin. */
        public Builder startingSchema(Optional<Path> value) {
            startingSchema = value;
            return this;
        }

        /** What goes live together. */
        public Builder release(Optional<ReleaseMode> value) {
            release = value;
            return this;
        }

        /** Whether files of which nothing tells how they are run are run in a transaction. */
        public Builder inTransaction(Optional<Boolean> value) {
            inTransaction = value;
            return this;
        }

        /** What is known of the live database besides its schema. */
        public Builder deployment(Deployment value) {
            deployment = value;
            return this;
        }

        /** The files that are under review: no others of the paths are, but they are replayed. */
        public Builder changes(Optional<ChangeSet> value) {
            changes = value;
            return this;
        }

        /** The last version that is no longer under review: what comes up to it is replayed. */
        public Builder startAfter(Optional<String> value) {
            startAfter = value;
            return this;
        }

        /** Files that are no migrations. */
        public Builder exclude(List<PathPattern> value) {
            exclude = value;
            return this;
        }

        /** Which findings are told. */
        public Builder policy(Policy value) {
            policy = value;
            return this;
        }

        /** The request. */
        public Request build() {
            return new Request(
                    paths,
                    standIns,
                    dialect,
                    version,
                    writtenVersion,
                    engineSource,
                    search,
                    history,
                    framework,
                    startingSchema,
                    release,
                    inTransaction,
                    deployment,
                    changes,
                    startAfter,
                    exclude,
                    policy);
        }
    }
}
