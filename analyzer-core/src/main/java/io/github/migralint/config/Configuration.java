package io.github.migralint.config;

import io.github.migralint.framework.HistoryMode;
import io.github.migralint.history.Deployment;
import io.github.migralint.history.ReleaseMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a project says about its migrations; what it does not say is empty. Paths are as one would name them from where the
 * command was started.
 *
 * @param file the file that says it, as people are told of it
 * @param dialect the name of the engine
 * @param version the version of the server, as it was written without the name of an engine
 * @param framework the name of the migration tool
 * @param migrations what is checked when no path is named
 * @param history where the migrations before a file named alone come from
 * @param schema a script that makes the schema on which the migrations begin
 * @param startAfter the last version that is no longer under review
 * @param release what ships together
 * @param inTransaction whether files of which nothing tells how they are run are run in a transaction
 * @param exclude files that are no migrations
 * @param failOn what makes a run fail
 * @param rules which rules are on; none when nothing is said
 * @param ignores findings that need not be told
 * @param baseline the file that holds findings accepted before
 * @param deployment what is known of the live database besides its schema
 * @param origins where all of it is said
 */
public record Configuration(
        Optional<String> file,
        Optional<String> dialect,
        Optional<String> version,
        Optional<String> framework,
        List<Path> migrations,
        Optional<HistoryMode> history,
        Optional<Path> schema,
        Optional<String> startAfter,
        Optional<ReleaseMode> release,
        Optional<Boolean> inTransaction,
        List<PathPattern> exclude,
        Optional<Threshold> failOn,
        Optional<RuleChoice> rules,
        List<ConfiguredIgnore> ignores,
        Optional<Path> baseline,
        Deployment deployment,
        Origins origins) {
    /** The name of the file. */
    public static final String FILE_NAME = "migralint.toml";

    /** Nothing is said. */
    public static final Configuration NONE = new Configuration(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Deployment.UNKNOWN,
            Origins.NONE);

    public Configuration {
        migrations = List.copyOf(migrations);
        exclude = List.copyOf(exclude);
        ignores = List.copyOf(ignores);
    }
}
