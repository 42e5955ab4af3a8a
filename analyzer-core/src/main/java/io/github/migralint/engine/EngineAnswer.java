package io.github.migralint.engine;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Version;

/** What was found out about the server of a project. */
public sealed interface EngineAnswer {
    /**
     * An engine whose SQL is understood.
     *
     * @param dialect the engine
     * @param version its version
     * @param written the version as it was found
     * @param source where both came from, a few words: {@code ENGINE= in V1__a.sql, newest version}
     */
    record Known(Dialect dialect, Version version, String written, String source) implements EngineAnswer {}

    /**
     * An engine whose SQL is not understood.
     *
     * @param label its name for people
     * @param reason what says so, a few words
     */
    record Foreign(String label, String reason) implements EngineAnswer {}
}
