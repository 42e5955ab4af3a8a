package io.github.migralint.dialect.mysql;

import io.github.migralint.source.Lexicon;
import io.github.migralint.source.Lexicon.Feature;
import java.util.Set;

/** How MySQL and MariaDB, and the tools around them, mark strings, comments and statements. */
final class MysqlLexicon {
    /** The marks. */
    static final Lexicon LEXICON = new Lexicon(
            Set.of(
                    Feature.HASH_COMMENTS,
                    Feature.BIT_STRINGS,
                    Feature.NATIONAL_STRINGS,
                    Feature.BACKSLASH_ESCAPES,
                    Feature.BACKTICK_IDENTIFIERS,
                    Feature.BRACE_PLACEHOLDERS,
                    Feature.TEMPLATE_ACTIONS,
                    Feature.DELIMITER_COMMANDS,
                    Feature.BREAKPOINT_COMMENTS),
            Set.of(".mysql", ".MySQL", ".mariadb"),
            Set.of(".postgres", ".postgresql", ".sqlite", ".sqlite3", ".cockroach", ".mssql", ".oracle"),
            Set.of("create", "alter", "drop", "insert", "update", "delete", "grant", "revoke", "truncate", "rename"));

    private MysqlLexicon() {}
}
