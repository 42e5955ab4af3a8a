package io.github.migralint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.migralint.history.History;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.triage.BaselineEntry;
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
            json.writeObjectFieldStart("summary");
            writeSummary(report, json);
            json.writeEndObject();
            writeLists(report, new FindingJson(json, report.fingerprints()), json);
            writeProblems(report.problems(), json);
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void writeLists(Report report, FindingJson findings, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            json.writeStartObject();
            findings.write(finding);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("suppressed");
        for (Suppressed suppressed : report.suppressed()) {
            json.writeStartObject();
            findings.write(suppressed);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("baselined");
        for (Finding finding : report.triaged().baselined()) {
            json.writeStartObject();
            findings.write(finding);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("staleBaseline");
        for (BaselineEntry entry : report.triaged().stale()) {
            json.writeStartObject();
            findings.write(entry);
            json.writeEndObject();
        }
        json.writeEndArray();
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
            json.writeStartObject();
            FindingJson.write(problem, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Who wrote the report, as a member. */
    static void writeTool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", Product.NAME);
        json.writeStringField("version", Product.VERSION);
        json.writeEndObject();
    }

    /** What was checked and for which engine, as members. */
    static void writeOrigin(Report report, JsonGenerator json) throws IOException {
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

    /** The counts and the end of the run, as members of the object that is open. */
    static void writeSummary(Report report, JsonGenerator json) throws IOException {
        Counts counts = report.counts();
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
        json.writeNumberField("baselined", report.triaged().baselined().size());
        json.writeNumberField("staleBaseline", report.triaged().stale().size());
        json.writeNumberField("hidden", report.hidden().size());
        json.writeFieldName("failOn");
        if (report.failOn().isPresent()) {
            json.writeString(report.failOn().get().name());
        } else {
            json.writeNull();
        }
        json.writeBooleanField("failed", report.failed());
    }

    /** Texts as a member that is an array. */
    static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
