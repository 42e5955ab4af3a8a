package io.github.migralint.framework;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.regex.Pattern;

/** Comments that ask a tool to run a file without a transaction, in the words of any tool and with the usual mistakes. */
final class TransactionFlags {
    private static final String OFF = "[ \\t]*[:=][ \\t]*(?:false|off|no|none)\\b.*";
    private static final Pattern FLAG = Pattern.compile("(?im)^[ \\t]*--+[ \\t]*(?:"
            + String.join(
                    "|",
                    "no[-_ ]?transactions?[ \\t]*",
                    "(?:disable|without)[-_ ]transactions?[ \\t]*",
                    "\\+?goose[ \\t:]+no[-_ ]?transaction\\b.*",
                    "\\+migrate[ \\t]+(?:up|down)\\b.*\\bno[-_]?transaction\\b.*",
                    "migrate:(?:up|down)\\b.*(?:\\bno[-_]?transaction\\b.*|transaction" + OFF + ")",
                    "atlas:txmode[ \\t]+none\\b.*",
                    "tern:[ \\t]*disable-tx\\b.*",
                    "evolve-tx-off\\b.*",
                    "disable[-_]ddl[-_]transaction!?[ \\t]*",
                    "txn-mode" + OFF,
                    "(?:flyway[:.][ \\t]*)?(?:executeInTransaction|run_?in_?transaction|(?:use_?)?transaction(?:al)?)"
                            + OFF)
            + ")(?:--.*)?$");

    private TransactionFlags() {}

    /** Those in a part of a file, without the line ends. */
    static List<Span> in(SourceText text, Span part) {
        return FLAG.matcher(text.text())
                .region(part.start(), part.end())
                .results()
                .map(flag -> new Span(flag.start(), flag.end()))
                .toList();
    }
}
