package io.github.migralint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.migralint.history.History;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.triage.Suppressed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes a report as JSON of a documented, versioned form. */
public final class JsonReporter implements Reporter {
    /** The version of the form: it rises when a member changes its meaning or goes away. */
    public static final int FORM = 1;

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", FORM);
            writeTool(json);
            writeOrigin(report, json);
            writeSummary(report, json);
            json.writeArrayFieldStart("findings");
            for (Finding finding : report.findings()) {
                json.writeStartObject();
                writeFinding(finding, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            writeSuppressed(report.suppressed(), json);
            writeProblems(report.problems(), json);
            json.writeEndObject();
        }
        out.append('\n');
    }

    /** A generator of indented JSON that leaves its destination open. */
    public static JsonGenerator generator(Appendable out) throws IOException {
        var newLines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        JsonGenerator json = new JsonFactory().createGenerator(new AppendableWriter(out));
        json.setPrettyPrinter(printer.withObjectIndenter(newLines).withArrayIndenter(newLines));
        json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature(), false);
        return json;
    }

    /** Writes problems as the member {@code problems} of an object. */
    public static void writeProblems(List<Problem> problems, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            writeProblem(problem, json);
        }
        json.writeEndArray();
    }

    private static void writeTool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", Product.NAME);
        json.writeStringField("version", Product.VERSION);
        json.writeEndObject();
    }

    private static void writeOrigin(Report report, JsonGenerator json) throws IOException {
        writeEngine(report.history(), json);
        json.writeObjectFieldStart("framework");
        json.writeStringField("name", report.history().framework());
        json.writeStringField("reason", report.history().frameworkReason());
        writeTexts(json, "notes", report.notes());
        json.writeEndObject();
        json.writeArrayFieldStart("projects");
        for (History project : report.projects()) {
            writeProject(project, json);
        }
        json.writeEndArray();
    }

    private static void writeProject(History project, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("folder", project.folder().orElse(""));
        writeEngine(project, json);
        json.writeObjectFieldStart("framework");
        json.writeStringField("name", project.framework());
        json.writeStringField("reason", project.frameworkReason());
        json.writeEndObject();
        json.writeNumberField("migrations", project.underReview());
        json.writeEndObject();
    }

    private static void writeEngine(History history, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("engine");
        json.writeStringField("dialect", history.engine().dialect());
        json.writeStringField("version", history.engine().written());
        json.writeStringField("source", history.engineSource());
        json.writeEndObject();
    }

    private static void writeSummary(Report report, JsonGenerator json) throws IOException {
        Counts counts = report.counts();
        json.writeObjectFieldStart("summary");
        json.writeNumberField("migrations", counts.migrations());
        json.writeNumberField("statements", counts.statements());
        json.writeNumberField("notUnderstood", counts.notUnderstood());
        json.writeNumberField("historyMigrations", counts.history());
        json.writeNumberField("historyNotUnderstood", counts.historyNotUnderstood());
        json.writeBooleanField("historyComplete", report.history().complete());
        json.writeObjectFieldStart("findings");
        for (Risk risk : Risk.values()) {
            json.writeNumberField(risk.name().toLowerCase(Locale.ROOT), report.count(risk));
        }
        json.writeEndObject();
        json.writeNumberField("suppressed", report.suppressed().size());
        json.writeFieldName("failOn");
        if (report.failOn().isPresent()) {
            json.writeString(report.failOn().get().name());
        } else {
            json.writeNull();
        }
        json.writeBooleanField("failed", report.failed());
        json.writeEndObject();
    }

    private static void writeSuppressed(List<Suppressed> all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("suppressed");
        for (Suppressed suppressed : all) {
            json.writeStartObject();
            writeFinding(suppressed.finding(), json);
            json.writeObjectFieldStart("suppression");
            json.writeStringField("reason", suppressed.reason());
            json.writeStringField("file", suppressed.by().text().path());
            writeRegion(json, "region", suppressed.by());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeFinding(Finding finding, JsonGenerator json) throws IOException {
        json.writeStringField("rule", finding.rule());
        json.writeStringField("risk", finding.risk().name());
        json.writeStringField("file", finding.place().text().path());
        writeRegion(json, "region", finding.place());
        writeRegion(json, "statement", new Place(finding.place().text(), finding.statement()));
        json.writeStringField("object", finding.object());
        json.writeStringField("label", finding.label());
        json.writeStringField("message", finding.message());
        json.writeStringField("blocks", finding.blocks());
        json.writeStringField("because", finding.because());
        json.writeArrayFieldStart("instead");
        for (Fix fix : finding.instead()) {
            json.writeStartObject();
            json.writeStringField("when", fix.when());
            json.writeStringField("sql", fix.sql());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTexts(json, "notes", finding.notes());
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

    private static void writeProblem(Problem problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "kind", problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringField("file", problem.file());
        if (problem.place().isPresent()) {
            writeRegion(json, "region", problem.place().get());
        }
        json.writeStringField("message", problem.message());
        json.writeEndObject();
    }

    private static void writeRegion(JsonGenerator json, String name, Place place) throws IOException {
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

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
