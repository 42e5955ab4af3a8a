package io.github.migralint.dialect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.ExecutionContext;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One database engine: reading its SQL, replaying it, and knowing what it costs. Stateless. */
public interface Dialect {
    /** Its name in options and reports: {@code postgresql}. */
    String name();

    /** Its name for people: {@code PostgreSQL}. */
    String label();

    /** The versions whose effects are known, oldest first; of each series the newest release. */
    List<Version> supportedVersions();

    /** The same in words: {@code 5.7, 8.0 to 8.4}. */
    default String supportedInWords() {
        return supportedVersions().stream().map(Version::toString).collect(Collectors.joining(", "));
    }

    /** The version assumed when nobody says one. */
    Version defaultVersion();

    /** Whether the effects are known in a version: in its major version, where no minor one is told apart. */
    default boolean supports(Version version) {
        return supportedVersions().stream()
                .anyMatch(supported -> supported.major() == version.major()
                        && (supported.minor() == 0 || supported.minor() == version.minor()));
    }

    /**
     * The version that people mean by what they write; for parts that they leave out it is the newest release known. Empty
     * when its effects are not known.
     */
    default Optional<Version> version(String written) {
        return Version.parse(written).filter(this::supports);
    }

    /** Reads the statements of a part of a file as a server of that version would; never throws on what stands there. */
    Script parse(SourceText text, Span part, Version version);

    /** The engine's own name for the kind of a statement. */
    String kindOf(Statement statement);

    /** The engine's own name for the kind of an action of ALTER TABLE. */
    String kindOf(AlterAction action);

    /** The schema of a new database; {@code complete} says whether nothing unknown can be in it. */
    SchemaBuilder emptySchema(boolean complete);

    /** Brings a schema from before a statement to after it; what stands inside the statement is left out. */
    void apply(Statement statement, SchemaBuilder schema, Version version, Origin origin);

    /** What a statement does in a version, given the schema before it; what stands inside it is left out. */
    Effects effectsOf(Statement statement, Schema before, Version version, ExecutionContext context);

    /** Whether other statements run with a statement because they stand inside it, or inside a routine that it calls. */
    boolean hosts(Statement statement, Schema before);

    /**
     * Runs what stands inside a statement, which itself was applied before.
     *
     * @return the error that it surely ends with, if it does
     */
    Optional<Effect.Fails> run(Statement host, Execution execution);

    /**
     * The settings of a session that hold it to some times.
     *
     * @param times times with their units, by the names {@code lock_timeout} and {@code statement_timeout}; what the engine
     *     has no setting for is left out
     */
    default Map<String, String> timeouts(Map<String, String> times) {
        return times;
    }

    /** Whether a server runs the statements of one query string as one transaction. */
    boolean runsQueryAsTransaction();

    /** The command that writes the schema of a database as a script, without rows. */
    String schemaDump();

    /** A name as it must be written in SQL: quoted where needed. */
    String quote(String identifier);
}
