package io.github.migralint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.source.Position;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.triage.BaselineEntry;
import io.github.migralint.triage.Fingerprints;
import io.github.migralint.triage.Suppressed;
import java.io.IOException;
import java.util.Locale;

/** Writes what was found as members of the JSON object that is open. */
final class FindingJson {
    private final JsonGenerator json;
    private final Fingerprints fingerprints;

    FindingJson(JsonGenerator json, Fingerprints fingerprints) {
        this.json = json;
        this.fingerprints = fingerprints;
    }

    void write(Finding finding) throws IOException {
        json.writeStringField("rule", finding.rule());
        json.writeStringField("risk", finding.risk().name());
        json.writeStringField("fingerprint", fingerprints.of(finding));
        json.writeStringField("file", finding.place().text().path());
        writeRegion("region", finding.place(), json);
        writeRegion("statement", new Place(finding.place().text(), finding.statement()), json);
        json.writeStringField("object", finding.object());
        json.writeStringField("label", finding.label());
        json.writeStringField("message", finding.message());
        json.writeStringField("blocks", finding.blocks());
        json.writeStringField("because", finding.because());
        writeAdvice(finding);
        JsonReporter.writeTexts(json, "notes", finding.notes());
        writeRelated(finding);
    }

    void write(Suppressed suppressed) throws IOException {
        write(suppressed.finding());
        json.writeObjectFieldStart("suppression");
        json.writeStringField("reason", suppressed.reason());
        json.writeStringField("file", suppressed.by().text().path());
        writeRegion("region", suppressed.by(), json);
        json.writeEndObject();
    }

    void write(BaselineEntry entry) throws IOException {
        json.writeStringField("file", entry.file());
        json.writeStringField("rule", entry.rule());
        json.writeStringField("object", entry.object());
        json.writeStringField("fingerprint", entry.fingerprint());
    }

    static void write(Problem problem, JsonGenerator json) throws IOException {
        json.writeStringField(
                "kind", problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringField("file", problem.file());
        if (problem.place().isPresent()) {
            writeRegion("region", problem.place().get(), json);
        }
        json.writeStringField("message", problem.message());
    }

    private void writeAdvice(Finding finding) throws IOException {
        json.writeArrayFieldStart("instead");
        for (Fix fix : finding.instead()) {
            json.writeStartObject();
            json.writeStringField("when", fix.when());
            json.writeStringField("sql", fix.sql());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeRelated(Finding finding) throws IOException {
        json.writeArrayFieldStart("related");
        for (Related related : finding.related()) {
            json.writeStartObject();
            json.writeStringField("file", related.file());
            json.writeNumberField("line", related.line());
            json.writeStringField("message", related.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRegion(String name, Place place, JsonGenerator json) throws IOException {
        SourceText text = place.text();
        Span span = place.span();
        Position start = text.position(span.start());
        Position end = text.position(span.end());
        json.writeObjectFieldStart(name);
        json.writeNumberField("line", start.line());
        json.writeNumberField("column", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
        json.writeNumberField("byteOffset", text.byteOffset(span.start()));
        json.writeNumberField("endByteOffset", text.byteOffset(span.end()));
        json.writeEndObject();
    }
}
