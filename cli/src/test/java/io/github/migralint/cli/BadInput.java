package io.github.migralint.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A damaged file, and what must be told of it.
 *
 * @param name the name of the file
 * @param content its bytes
 * @param exitCode the exit code
 * @param told what the report says, each somewhere
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record BadInput(String name, byte[] content, int exitCode, List<String> told) {
    private static final String DANGER = "CREATE INDEX i ON orders (customer_id);\n";
    private static final String FOUND = "HIGH blocking-index-creation";
    private static final int DEEP = 10_000;

    static List<BadInput> all() {
        var all = new ArrayList<>(List.of(
                text("empty.sql", "", 0, "no findings"),
                text("syntax.sql", "CREATE TABEL x;\n" + DANGER, 1, "syntax.sql:1:8: HIGH unanalyzable-sql", FOUND),
                text("string.sql", DANGER + "SELECT 'abc;\n", 1, "string.sql:2:8: HIGH", "never closed", FOUND),
                text("dollar.sql", DANGER + "DO $$ BEGIN\n", 1, "dollar.sql:2:4: HIGH", "never closed", FOUND),
                text("comment.sql", DANGER + "/* DROP\n", 1, "comment.sql:2:1: HIGH", "never closed", FOUND),
                text("crlf.sql", "SELECT 1;\r\n" + DANGER, 1, "crlf.sql:2:1: " + FOUND),
                text("nested.sql", nested("SELECT ", "(", "1", ")"), 1, "nested.sql:2:1: " + FOUND),
                text(
                        "blocks.sql",
                        "DO $$ BEGIN " + "IF a THEN ".repeat(DEEP) + "END IF; ".repeat(DEEP) + "END $$;\n" + DANGER,
                        1,
                        "nested too deeply",
                        FOUND),
                text("parentheses.sql", "(".repeat(DEEP) + ";\n" + DANGER, 1, "never closed", FOUND),
                text("line.sql", "SELECT 1; ".repeat(DEEP) + DANGER, 1, FOUND, "10001 statements"),
                text("evil\n\u001b[31m.sql", DANGER, 1, FOUND)));
        all.add(bytes("bom.sql", "\ufeff" + DANGER, StandardCharsets.UTF_8.name(), 1, "bom.sql:1:1: " + FOUND));
        all.add(bytes("le.sql", "\ufeff" + DANGER, "UTF-16LE", 1, "le.sql:1:1: " + FOUND));
        all.add(bytes("be.sql", "\ufeff" + DANGER, "UTF-16BE", 1, "be.sql:1:1: " + FOUND));
        all.add(bytes("latin1.sql", "-- caf\u00e9\n" + DANGER, "ISO-8859-1", 1, "latin1.sql:2:1: " + FOUND));
        all.add(bytes("nul.sql", "SELECT 1;\0" + DANGER, "UTF-8", 0, "nul.sql is not text", "1 problem"));
        all.add(bytes("unmarked.sql", DANGER, "UTF-16LE", 0, "unmarked.sql is not text"));
        return all;
    }

    private static String nested(String lead, String open, String inside, String close) {
        return lead + open.repeat(DEEP) + inside + close.repeat(DEEP) + ";\n" + DANGER;
    }

    private static BadInput text(String name, String sql, int exitCode, String... told) {
        return new BadInput(name, sql.getBytes(StandardCharsets.UTF_8), exitCode, List.of(told));
    }

    private static BadInput bytes(String name, String sql, String charset, int exitCode, String... told) {
        return new BadInput(name, sql.getBytes(Charset.forName(charset)), exitCode, List.of(told));
    }

    @Override
    public String toString() {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
