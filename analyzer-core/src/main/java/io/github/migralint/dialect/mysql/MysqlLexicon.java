package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.Version;
import io.github.migralint.source.ExecutableComments;
import io.github.migralint.source.ExecutableComments.Mark;
import io.github.migralint.source.ExecutableComments.Range;
import io.github.migralint.source.Lexicon;
import io.github.migralint.source.Lexicon.Feature;
import java.util.List;
import java.util.Set;

/** How MySQL and MariaDB, and the tools around them, mark strings, comments and statements. */
public final class MysqlLexicon {
    private static final Set<Feature> MARKS = Set.of(
            Feature.HASH_COMMENTS,
            Feature.SPACED_DASH_COMMENTS,
            Feature.BIT_STRINGS,
            Feature.NATIONAL_STRINGS,
            Feature.BACKSLASH_ESCAPES,
            Feature.ADJACENT_STRINGS,
            Feature.DOUBLE_QUOTED_STRINGS,
            Feature.CHARSET_INTRODUCERS,
            Feature.BACKTICK_IDENTIFIERS,
            Feature.VARIABLES,
            Feature.LOOSE_WORDS,
            Feature.BACKSLASH_NULL,
            Feature.LISTED_OPERATORS,
            Feature.BRACE_PLACEHOLDERS,
            Feature.TEMPLATE_ACTIONS,
            Feature.BACKSLASH_SENDERS,
            Feature.DELIMITER_COMMANDS,
            Feature.DELIMITERS_ANYWHERE,
            Feature.BREAKPOINT_COMMENTS,
            Feature.COMPOUND_STATEMENTS,
            Feature.SQL_MODES);

    private MysqlLexicon() {}

    /** The marks that a server knows. */
    public static Lexicon of(Server server) {
        return new Lexicon(
                MARKS,
                Set.of(".mysql", ".MySQL", ".mariadb"),
                Set.of(".postgres", ".postgresql", ".sqlite", ".sqlite3", ".cockroach", ".mssql", ".oracle"),
                Set.of(
                        "create",
                        "alter",
                        "drop",
                        "insert",
                        "update",
                        "delete",
                        "grant",
                        "revoke",
                        "truncate",
                        "rename"),
                comments(server));
    }

    /** Measured on MySQL 5.7.22 and 8.0.31 and on MariaDB 10.11.19. */
    private static ExecutableComments comments(Server server) {
        int own = number(server.version());
        if (server.isMysql()) {
            return new ExecutableComments(List.of(new Mark("/*!", 5, 5, List.of(new Range(0, own)))));
        }
        // numbers from 5.7 to 9.99 are versions of MySQL after the two parted
        List<Range> common = List.of(new Range(0, 50_699), new Range(100_000, own));
        return new ExecutableComments(
                List.of(new Mark("/*!", 5, 6, common), new Mark("/*M!", 5, 6, List.of(new Range(0, own)))));
    }

    /** The number of a release has two digits, also that of the newest of its line. */
    private static int number(Version version) {
        return version.major() * 10_000 + version.minor() * 100 + Math.min(version.patch(), 99);
    }
}
