package io.github.migralint.history;

import io.github.migralint.framework.Connections;
import java.util.Map;

/**
 * How the session is set up in which a tool runs a migration.
 *
 * @param connections over what connection
 * @param settings what files that run before it set, such as callbacks, names folded
 */
public record SessionStart(Connections connections, Map<String, String> settings) {
    /** A session of its own in which nothing is set. */
    public static final SessionStart PLAIN = new SessionStart(Connections.UNSHARED, Map.of());

    public SessionStart {
        settings = Map.copyOf(settings);
    }
}
