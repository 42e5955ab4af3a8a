package io.github.migralint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.SourceText;
import io.github.migralint.triage.Fingerprints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a report as GitLab reads it under {@code artifacts:reports:codequality}: an array with the members that its own
 * schema and its page on custom tools name, and the engine, which its widget shows. Findings with equal fingerprints would
 * count as one there.
 */
public final class GitlabReporter implements Reporter {
    private final SourceRoot root;

    /** A reporter that names files from the root of a repository, as GitLab does. */
    public GitlabReporter(SourceRoot root) {
        this.root = root;
    }

    @Override
    public String format() {
        return "gitlab";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Fingerprints fingerprints = report.fingerprints();
        Map<String, Integer> occurrences = new HashMap<>();
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartArray();
            for (Entry entry : Entry.of(report, root::path)) {
                write(
                        entry,
                        switch (entry) {
                            case Entry.Danger danger -> fingerprints.of(danger.finding());
                            case Entry.Trouble trouble -> numbered(identity(trouble), occurrences);
                        },
                        json);
            }
            json.writeEndArray();
        }
        out.append('\n');
    }

    private void write(Entry entry, String fingerprint, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("description", entry.message());
        json.writeStringField("check_name", entry.rule());
        json.writeStringField("engine_name", Product.NAME);
        json.writeStringField("fingerprint", fingerprint);
        json.writeStringField("severity", severity(entry.risk()));
        json.writeObjectFieldStart("location");
        json.writeStringField("path", entry.path());
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", entry.position().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Four of the five words; {@code info} is left for what has no risk. */
    private static String severity(Risk risk) {
        return switch (risk) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
        };
    }

    private static String identity(Entry.Trouble trouble) {
        return trouble.place()
                .map(place -> Fingerprints.of(trouble.rule(), place.text(), place.span(), ""))
                .orElseGet(() -> {
                    SourceText message = SourceText.of(trouble.path(), trouble.message());
                    return Fingerprints.of(trouble.rule(), message, message.span(), "");
                });
    }

    private static String numbered(String identity, Map<String, Integer> occurrences) {
        return identity + ":" + occurrences.merge(identity, 1, Integer::sum);
    }
}
