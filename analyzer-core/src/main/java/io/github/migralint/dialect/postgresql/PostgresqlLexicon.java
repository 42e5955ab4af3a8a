package io.github.migralint.dialect.postgresql;

import io.github.migralint.source.Lexicon;
import io.github.migralint.source.Lexicon.Feature;
import java.util.EnumSet;
import java.util.Set;

/** The marks of PostgreSQL, of psql, and of the migration tools that feed it. */
public final class PostgresqlLexicon {
    /** What the scanner must know; {@code standard_conforming_strings} is taken to be on. */
    public static final Lexicon LEXICON = new Lexicon(
            EnumSet.of(
                    Feature.NESTED_COMMENTS,
                    Feature.DOLLAR_QUOTES,
                    Feature.ESCAPE_STRINGS,
                    Feature.UNICODE_ESCAPES,
                    Feature.BIT_STRINGS,
                    Feature.NATIONAL_STRINGS,
                    Feature.CONTINUED_STRINGS,
                    Feature.NUMBERED_PARAMETERS,
                    Feature.BRACE_PLACEHOLDERS,
                    Feature.TEMPLATE_ACTIONS,
                    Feature.CLIENT_COMMANDS,
                    Feature.CLIENT_VARIABLES,
                    Feature.DELIMITER_COMMANDS,
                    Feature.BREAKPOINT_COMMENTS,
                    Feature.COPY_DATA,
                    Feature.ATOMIC_BODIES,
                    Feature.RULE_BODIES),
            Set.of(".postgres", ".postgresql"),
            Set.of(".mysql", ".mariadb", ".sqlite", ".sqlite3", ".sqlserver", ".mssql", ".oracle"),
            Set.of("create", "alter", "drop", "insert", "grant", "revoke", "truncate"));

    /** What the scanner must know inside of a literal, into which no client looks. */
    static final Lexicon EMBEDDED = embedded();

    private PostgresqlLexicon() {}

    private static Lexicon embedded() {
        Set<Feature> features = EnumSet.copyOf(LEXICON.features());
        features.removeAll(EnumSet.of(
                Feature.CLIENT_COMMANDS,
                Feature.CLIENT_VARIABLES,
                Feature.DELIMITER_COMMANDS,
                Feature.BREAKPOINT_COMMENTS,
                Feature.COPY_DATA));
        return new Lexicon(features, LEXICON.engineNames(), LEXICON.otherEngineNames(), LEXICON.statementKeywords());
    }
}
