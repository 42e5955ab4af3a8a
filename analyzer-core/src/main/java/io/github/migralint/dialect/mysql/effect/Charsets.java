package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Character sets of columns and tables: what was said of them, and what a server takes when nothing was. */
final class Charsets {
    static final String UTF8MB4 = "utf8mb4";
    static final String UTF8MB3 = "utf8mb3";

    private static final Map<String, Integer> BYTES = Map.ofEntries(
            Map.entry(UTF8MB4, 4),
            Map.entry(UTF8MB3, 3),
            Map.entry("utf16", 4),
            Map.entry("utf16le", 4),
            Map.entry("utf32", 4),
            Map.entry("gb18030", 4),
            Map.entry("eucjpms", 3),
            Map.entry("ujis", 3),
            Map.entry("ucs2", 2),
            Map.entry("big5", 2),
            Map.entry("cp932", 2),
            Map.entry("euckr", 2),
            Map.entry("gb2312", 2),
            Map.entry("gbk", 2),
            Map.entry("sjis", 2));

    private Charsets() {}

    /** The name that a server has for a character set. */
    static String canonical(String charset) {
        String folded = charset.toLowerCase(Locale.ROOT);
        return folded.equals("utf8") ? UTF8MB3 : folded;
    }

    /** The character set that a collation belongs to. */
    static String ofCollation(String collation) {
        String folded = collation.toLowerCase(Locale.ROOT);
        int end = folded.indexOf('_');
        return canonical(end < 0 ? folded : folded.substring(0, end));
    }

    /** How many bytes a character may take. */
    static int bytes(String charset) {
        return BYTES.getOrDefault(charset, 1);
    }

    /** The character set of a column, if it or its table says one. */
    static Optional<String> of(Schema schema, Table table, Column column) {
        return column.traits()
                .charset()
                .map(Charsets::canonical)
                .or(() -> column.collation().map(Charsets::ofCollation))
                .or(() -> of(schema, table));
    }

    /** The default character set of a table, if it or its database says one. */
    static Optional<String> of(Schema schema, Table table) {
        return Optional.ofNullable(table.options().get("character set"))
                .map(Charsets::canonical)
                .or(() -> Optional.ofNullable(table.options().get("collate")).map(Charsets::ofCollation))
                .or(() -> schema.collationOf(table.name().schema()).map(Charsets::ofCollation));
    }

    /** What a server takes when nobody says one. */
    static String ofServer(Server server) {
        return server.isMysqlFrom(8, 0, 0) || server.isMariadbFrom(11, 6) ? UTF8MB4 : "latin1";
    }
}
