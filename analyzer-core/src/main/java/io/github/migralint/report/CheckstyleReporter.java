package io.github.migralint.report;

import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a report in the XML of Checkstyle, which has no schema: the elements and attributes are those that its reader in
 * reviewdog names and that Jenkins and other tools read alike. Lines and columns count from 1.
 */
public final class CheckstyleReporter implements Reporter {
    /** The version of Checkstyle whose form it is: the oldest that all readers know. */
    private static final String VERSION = "4.3";

    private final SourceRoot root;

    /** A reporter that names files from the working folder. */
    public CheckstyleReporter(SourceRoot root) {
        this.root = root;
    }

    @Override
    public String format() {
        return "checkstyle";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Map<String, List<Entry>> byFile = new LinkedHashMap<>();
        for (Entry entry : Entry.of(report, root::pathFromHere)) {
            byFile.computeIfAbsent(entry.path(), file -> new ArrayList<>()).add(entry);
        }
        var xml = new Xml(out);
        xml.start("checkstyle").attribute("version", VERSION);
        for (Map.Entry<String, List<Entry>> file : byFile.entrySet()) {
            xml.start("file").attribute("name", file.getKey());
            for (Entry entry : file.getValue()) {
                write(entry, xml);
            }
            xml.end();
        }
        xml.end();
    }

    private static void write(Entry entry, Xml xml) throws IOException {
        Position position = entry.position();
        xml.start("error")
                .attribute("line", position.line())
                .attribute("column", position.column())
                .attribute("severity", severity(entry.risk()))
                .attribute("message", entry.message())
                .attribute("source", "migralint." + entry.rule())
                .end();
    }

    private static String severity(Risk risk) {
        return switch (risk) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "info";
        };
    }
}
