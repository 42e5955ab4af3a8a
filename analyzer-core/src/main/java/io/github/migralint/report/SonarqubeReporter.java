package io.github.migralint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.source.Position;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a report in the generic format of SonarQube 10.3 and later, with rules and issues. Its importer demands that an
 * issue has no severity of its own, that each rule is listed once, and that ranges are not empty and end within their line;
 * any breach ends the whole scan of the project. So a finding whose risk is not the usual one of its rule belongs to a rule
 * of its own, named with the risk.
 */
public final class SonarqubeReporter implements Reporter {
    private static final String ENGINE = "migralint";

    private final SourceRoot root;

    /** A reporter that names files from the working folder, where the scanner runs as well. */
    public SonarqubeReporter(SourceRoot root) {
        this.root = root;
    }

    @Override
    public String format() {
        return "sonarqube";
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Map<String, RuleInfo> catalogue = report.rules().stream()
                .collect(Collectors.toMap(RuleInfo::id, Function.identity(), (first, again) -> first));
        List<Entry> entries = Entry.of(report, root::pathFromHere);
        Map<String, SonarqubeRule> rules = new LinkedHashMap<>();
        entries.forEach(entry -> {
            SonarqubeRule rule = rule(entry, catalogue);
            rules.putIfAbsent(rule.id(), rule);
        });
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("rules");
            for (SonarqubeRule rule : rules.values().stream().sorted().toList()) {
                rule.write(ENGINE, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("issues");
            for (Entry entry : entries) {
                write(entry, rule(entry, catalogue).id(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static SonarqubeRule rule(Entry entry, Map<String, RuleInfo> catalogue) {
        RuleInfo info = catalogue.get(entry.rule());
        return info == null
                ? SonarqubeRule.unusual(
                        entry.rule(), "Something could not be analyzed.", Category.ROBUSTNESS, entry.risk())
                : SonarqubeRule.of(info, entry.risk());
    }

    private void write(Entry entry, String rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", rule);
        json.writeObjectFieldStart("primaryLocation");
        json.writeStringField("message", entry.message());
        json.writeStringField("filePath", entry.path());
        if (entry.place().isPresent()) {
            writeRange(entry.place().get(), json);
        }
        json.writeEndObject();
        if (entry instanceof Entry.Danger(Finding finding, String path)
                && !finding.related().isEmpty()) {
            json.writeArrayFieldStart("secondaryLocations");
            for (Related related : finding.related()) {
                write(related, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void write(Related related, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("message", Visible.line(related.message()));
        json.writeStringField("filePath", root.pathFromHere(related.file()));
        json.writeObjectFieldStart("textRange");
        json.writeNumberField("startLine", related.line());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Lines count from 1, columns from 0, both in the text without its byte order mark; without columns it is the line. */
    private static void writeRange(Place place, JsonGenerator json) throws IOException {
        SourceText text = place.text();
        Position start = text.position(place.span().start());
        Position end = text.position(place.span().end());
        int startColumn = column(text, start);
        int endColumn = column(text, end);
        json.writeObjectFieldStart("textRange");
        json.writeNumberField("startLine", start.line());
        if (start.line() < end.line() || startColumn < endColumn) {
            json.writeNumberField("endLine", end.line());
            json.writeNumberField("startColumn", startColumn);
            json.writeNumberField("endColumn", endColumn);
        }
        json.writeEndObject();
    }

    private static int column(SourceText text, Position position) {
        return Math.min(position.column() - 1, text.lineSpan(position.line()).length());
    }
}
