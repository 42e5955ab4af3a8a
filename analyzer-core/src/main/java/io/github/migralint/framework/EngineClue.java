package io.github.migralint.framework;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a file of a project says about its server.
 *
 * @param engine the engine: {@code postgresql}, {@code sqlite}
 * @param version its version as it stands there
 * @param place what said it, a few words: {@code migration_lock.toml}
 */
public record EngineClue(String engine, Optional<String> version, String place) {
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?([a-z0-9]++)(?:\\+[a-z0-9]++)?:");
    private static final Pattern DATABASE_URL =
            Pattern.compile("(?m)^[ \\t]*(?:export )?DATABASE_URL[ \\t]*=[ \\t]*[\"']?(\\S+)");

    /** An engine of which no version is told. */
    public EngineClue(String engine, String place) {
        this(engine, Optional.empty(), place);
    }

    /** What files of a name say, where the first group of a pattern is a name of an engine. */
    public static List<EngineClue> named(Clues clues, String file, Pattern name) {
        return clues.findings(file, name).stream()
                .map(found -> found.group(1))
                .flatMap(found -> EngineNames.engine(found).stream())
                .distinct()
                .map(engine -> new EngineClue(engine, file))
                .toList();
    }

    /**
     * What files of a name say, where the first group of a pattern is an address of a database. Of the address nothing but
     * its scheme is read: it may hold a password.
     */
    public static List<EngineClue> addressed(Clues clues, String file, Pattern address) {
        return clues.findings(file, address).stream()
                .flatMap(found -> ofAddress(found).stream())
                .distinct()
                .map(engine -> new EngineClue(engine, file))
                .toList();
    }

    /** What {@code DATABASE_URL} in {@code .env} says. */
    public static List<EngineClue> ofDatabaseUrl(Clues clues) {
        return addressed(clues, ".env", DATABASE_URL);
    }

    private static Optional<String> ofAddress(MatchResult found) {
        var scheme = SCHEME.matcher(found.group(1));
        if (!scheme.lookingAt()) {
            return Optional.empty();
        }
        return scheme.group(1).startsWith("pgx") ? Optional.of("postgresql") : EngineNames.engine(scheme.group(1));
    }
}
