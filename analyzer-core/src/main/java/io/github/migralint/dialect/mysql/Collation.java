package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.Version;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How text is stored and compared. Names are folded, and the old name {@code utf8} is {@code utf8mb3}.
 *
 * @param charset the character set
 * @param name the collation
 */
public record Collation(String charset, String name) {
    private static final String BINARY = "binary";
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("latin1", "latin1_swedish_ci"),
            Map.entry("dec8", "dec8_swedish_ci"),
            Map.entry("swe7", "swe7_swedish_ci"),
            Map.entry("hp8", "hp8_english_ci"),
            Map.entry("big5", "big5_chinese_ci"),
            Map.entry("gb2312", "gb2312_chinese_ci"),
            Map.entry("gbk", "gbk_chinese_ci"),
            Map.entry("gb18030", "gb18030_chinese_ci"),
            Map.entry("ujis", "ujis_japanese_ci"),
            Map.entry("sjis", "sjis_japanese_ci"),
            Map.entry("cp932", "cp932_japanese_ci"),
            Map.entry("eucjpms", "eucjpms_japanese_ci"),
            Map.entry("euckr", "euckr_korean_ci"),
            Map.entry("tis620", "tis620_thai_ci"),
            Map.entry("latin5", "latin5_turkish_ci"),
            Map.entry(BINARY, BINARY));
    private static final Set<String> UNICODE = Set.of("utf8mb3", "utf8mb4", "ucs2", "utf16", "utf32");
    private static final Set<String> FOUR_BYTES = Set.of("utf8mb4", "utf16", "utf16le", "utf32", "gb18030");
    private static final Set<String> THREE_BYTES = Set.of("utf8mb3", "ujis", "eucjpms");
    private static final Set<String> TWO_BYTES = Set.of("ucs2", "gbk", "big5", "sjis", "cp932", "gb2312", "euckr");
    private static final Version MARIADB_LEAVES_LATIN1 = new Version(11, 6);

    /** What a database has when nobody says anything: the setting that the server comes with. */
    public static Collation ofServer(Server server) {
        boolean latin1 = server.isMysql()
                ? !server.isMysqlFrom(8, 0, 0)
                : server.version().isBefore(MARIADB_LEAVES_LATIN1);
        return ofCharset(latin1 ? "latin1" : "utf8mb4", server);
    }

    /** The default collation of a character set. */
    public static Collation ofCharset(String charset, Server server) {
        String set = folded(charset);
        if (server.isMariadbFrom(11, 5) && UNICODE.contains(set)) {
            return new Collation(set, set + "_uca1400_ai_ci");
        }
        if (set.equals("utf8mb4") && server.isMysqlFrom(8, 0, 0)) {
            return new Collation(set, "utf8mb4_0900_ai_ci");
        }
        return new Collation(set, DEFAULTS.getOrDefault(set, set + "_general_ci"));
    }

    /** A collation by its name; one that fits several character sets takes that of what is around it. */
    public static Collation named(String collation, Collation around) {
        String folded = folded(collation);
        if (folded.equals(BINARY)) {
            return new Collation(BINARY, BINARY);
        }
        if (folded.startsWith("uca1400_")) {
            return new Collation(around.charset(), around.charset() + "_" + folded);
        }
        int end = folded.indexOf('_');
        return new Collation(end < 0 ? folded : folded.substring(0, end), folded);
    }

    /** What a character set and a collation mean together, where one or both may be left out. */
    public static Collation resolve(
            Optional<String> charset, Optional<String> collation, Collation around, Server server) {
        Collation ofCharset = charset.filter(set -> !set.equalsIgnoreCase("default"))
                .map(set -> ofCharset(set, server))
                .orElse(around);
        return collation
                .filter(name -> !name.equalsIgnoreCase("default"))
                .map(name -> named(name, ofCharset))
                .orElse(ofCharset);
    }

    /** The same characters, compared byte by byte. */
    public Collation bytewise() {
        return isBinary() ? this : new Collation(charset, charset + "_bin");
    }

    /** Whether it is no text at all but bytes. */
    public boolean isBinary() {
        return charset.equals(BINARY);
    }

    /** How many bytes its longest character has. */
    public int bytesPerCharacter() {
        return bytesPerCharacter(charset);
    }

    /** How many bytes the longest character of a set has. */
    public static int bytesPerCharacter(String charset) {
        String set = folded(charset);
        if (FOUR_BYTES.contains(set)) {
            return 4;
        }
        if (THREE_BYTES.contains(set)) {
            return 3;
        }
        return TWO_BYTES.contains(set) ? 2 : 1;
    }

    private static String folded(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("utf8")) {
            return "utf8mb3";
        }
        return lower.startsWith("utf8_") ? "utf8mb3" + lower.substring("utf8".length()) : lower;
    }
}
