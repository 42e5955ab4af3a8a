package io.github.migralint.source;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.MysqlLexicon;
import io.github.migralint.dialect.mysql.Server;
import java.util.List;
import java.util.stream.Collectors;

/** Reads text as MySQL and MariaDB do. */
final class MysqlText {
    static final Lexicon MYSQL = MysqlLexicon.of(new Server(Flavor.MYSQL, new Version(8, 0, 31)));
    static final Lexicon MARIADB = MysqlLexicon.of(new Server(Flavor.MARIADB, new Version(10, 11, 19)));

    private MysqlText() {}

    static String tokens(String sql, Lexicon lexicon) {
        return Scanner.tokens(sql, new Span(0, sql.length()), lexicon).stream()
                .map(Token::text)
                .collect(Collectors.joining(" "));
    }

    static String kinds(String sql, Lexicon lexicon) {
        return Scanner.tokens(sql, new Span(0, sql.length()), lexicon).stream()
                .map(token -> token.kind().name())
                .collect(Collectors.joining(" "));
    }

    static Cut cut(String sql, Lexicon lexicon) {
        SourceText source = SourceText.of("a.sql", sql);
        Cut cut = StatementCutter.cut(source, lexicon);
        CutLaw.check(source, source.span(), cut);
        return cut;
    }

    /** The statements, one blank between tokens. */
    static List<String> statements(String sql, Lexicon lexicon) {
        return cut(sql, lexicon).pieces().stream()
                .map(piece -> piece.tokens().stream().map(Token::text).collect(Collectors.joining(" ")))
                .toList();
    }
}
