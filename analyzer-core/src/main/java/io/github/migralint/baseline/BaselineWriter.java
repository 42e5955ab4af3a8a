package io.github.migralint.baseline;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.migralint.triage.BaselineEntry;
import java.util.List;

/**
 * Writes a baseline as JSON that git can merge: each entry is a line that ends with a comma, and an empty object ends the
 * list, so that no entry changes the line of another, and the lines of two branches are a list again when both are kept.
 */
final class BaselineWriter {
    private BaselineWriter() {}

    /** The text of the file; the same entries always give the same. */
    static String text(List<BaselineEntry> entries) {
        var json = new StringBuilder(64 + 200 * entries.size());
        json.append("{\n  \"version\": ").append(BaselineFile.FORM).append(",\n  \"entries\": [\n");
        for (BaselineEntry entry : entries) {
            json.append("    {");
            member("file", entry.file(), json).append(", ");
            member("rule", entry.rule(), json).append(", ");
            member("object", entry.object(), json).append(", ");
            member("fingerprint", entry.fingerprint(), json).append("},\n");
        }
        return json.append("    {}\n  ]\n}\n").toString();
    }

    private static StringBuilder member(String name, String value, StringBuilder json) {
        json.append('"').append(name).append("\": \"");
        JsonStringEncoder.getInstance().quoteAsString(value, json);
        return json.append('"');
    }
}
