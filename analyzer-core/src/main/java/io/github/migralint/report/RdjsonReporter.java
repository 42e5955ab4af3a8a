package io.github.migralint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import io.github.migralint.source.SourceText;
import java.io.IOException;

/**
 * Writes a report in the Reviewdog Diagnostic Format, whole: the message {@code DiagnosticResult} of {@code reviewdog.proto}
 * says what the members mean. Columns count bytes of UTF-8 from 1, the end is the place after the last byte, and paths are
 * those of the working folder, to which reviewdog adds its place in the repository. Messages become comments on pull
 * requests, which show Markdown.
 */
public final class RdjsonReporter implements Reporter {
    private static final String FENCE = "```";

    private final SourceRoot root;

    /** A reporter that names files from the working folder. */
    public RdjsonReporter(SourceRoot root) {
        this.root = root;
    }

    @Override
    public String format() {
        return "rdjson";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("source");
            json.writeStringField("name", Product.NAME);
            json.writeStringField("url", Product.URL);
            json.writeEndObject();
            json.writeArrayFieldStart("diagnostics");
            for (Entry entry : Entry.of(report, root::pathFromHere)) {
                write(entry, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void write(Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("message", message(entry));
        json.writeObjectFieldStart("location");
        json.writeStringField("path", entry.path());
        if (entry.place().isPresent()) {
            writeRange(entry.place().get(), json);
        }
        json.writeEndObject();
        json.writeStringField("severity", severity(entry.risk()));
        json.writeObjectFieldStart("code");
        json.writeStringField("value", entry.rule());
        if (entry instanceof Entry.Danger) {
            json.writeStringField("url", Product.rulePage(entry.rule()));
        }
        json.writeEndObject();
        if (entry instanceof Entry.Danger(Finding finding, String path)
                && !finding.related().isEmpty()) {
            writeRelated(finding, json);
        }
        json.writeEndObject();
    }

    private void writeRelated(Finding finding, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("related_locations");
        for (Related related : finding.related()) {
            json.writeStartObject();
            json.writeStringField("message", Visible.line(related.message()));
            json.writeObjectFieldStart("location");
            json.writeStringField("path", root.pathFromHere(related.file()));
            json.writeObjectFieldStart("range");
            json.writeObjectFieldStart("start");
            json.writeNumberField("line", related.line());
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRange(Place place, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("range");
        writePosition("start", place.text(), place.span().start(), json);
        writePosition("end", place.text(), place.span().end(), json);
        json.writeEndObject();
    }

    private static void writePosition(String name, SourceText text, int offset, JsonGenerator json) throws IOException {
        Position position = text.position(offset);
        json.writeObjectFieldStart(name);
        json.writeNumberField("line", position.line());
        json.writeNumberField("column", 1 + utf8Length(text.text(), offset - (position.column() - 1), offset));
        json.writeEndObject();
    }

    /** The bytes that a part of a text takes in UTF-8; half of a character counts as the replacement character. */
    static int utf8Length(String text, int start, int end) {
        int bytes = 0;
        for (int i = start; i < end; ) {
            int codePoint = text.codePointAt(i);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            i += Character.charCount(codePoint);
        }
        return bytes;
    }

    private static String message(Entry entry) {
        if (!(entry instanceof Entry.Danger(Finding finding, String path))) {
            return entry.message();
        }
        var message = new StringBuilder(entry.risk() + ": " + entry.message());
        if (!finding.because().isEmpty()) {
            message.append("\n\n").append(Visible.line(PlainText.sentence("Known because ", finding.because())));
        }
        finding.instead().forEach(fix -> append(fix, message));
        return message.toString();
    }

    private static void append(Fix fix, StringBuilder message) {
        String sql = String.join("\n", PlainText.sql(fix.sql()));
        String fence = FENCE;
        while (sql.contains(fence)) {
            fence = fence + "`";
        }
        message.append("\n\n")
                .append(fix.when().isEmpty() ? "Instead:" : "Instead, " + Visible.line(fix.when()) + ":")
                .append("\n\n")
                .append(fence)
                .append("sql\n")
                .append(sql)
                .append('\n')
                .append(fence);
    }

    private static String severity(Risk risk) {
        return switch (risk) {
            case CRITICAL, HIGH -> "ERROR";
            case MEDIUM -> "WARNING";
            case LOW -> "INFO";
        };
    }
}
