package io.github.migralint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.migralint.rule.Finding;
import io.github.migralint.triage.BaselineEntry;
import io.github.migralint.triage.Suppressed;
import java.io.IOException;

/**
 * Writes a report as JSON objects of one line each, for programs that read line by line: first the run, then each finding,
 * what is not told and why, each problem, and at the end the summary. The members are those of the JSON report.
 */
public final class JsonLinesReporter implements Reporter {
    @Override
    public String format() {
        return "jsonl";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            start("run", json);
            json.writeNumberField("version", JsonReporter.FORM);
            JsonReporter.writeTool(json);
            JsonReporter.writeOrigin(report, json);
            json.writeEndObject();
            writeFindings(report, new FindingJson(json, report.fingerprints()), json);
            for (Problem problem : report.problems()) {
                start("problem", json);
                FindingJson.write(problem, json);
                json.writeEndObject();
            }
            start("summary", json);
            JsonReporter.writeSummary(report, json);
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void writeFindings(Report report, FindingJson findings, JsonGenerator json) throws IOException {
        for (Finding finding : report.findings()) {
            start("finding", json);
            findings.write(finding);
            json.writeEndObject();
        }
        for (Suppressed suppressed : report.suppressed()) {
            start("suppressed", json);
            findings.write(suppressed);
            json.writeEndObject();
        }
        for (Finding finding : report.triaged().baselined()) {
            start("baselined", json);
            findings.write(finding);
            json.writeEndObject();
        }
        for (BaselineEntry entry : report.triaged().stale()) {
            start("stale-baseline", json);
            findings.write(entry);
            json.writeEndObject();
        }
    }

    private static void start(String type, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
    }

    private static JsonGenerator generator(Appendable out) throws IOException {
        JsonFactory lines = new JsonFactoryBuilder().rootValueSeparator("\n").build();
        JsonGenerator json = lines.createGenerator(new AppendableWriter(out));
        json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature(), false);
        return json;
    }
}
