package io.github.migralint.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.migralint.Survey;
import io.github.migralint.report.JsonReporter;
import io.github.migralint.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Settings for programs. */
final class SettingsJson {
    private final List<RuleInfo> catalogue;

    SettingsJson(List<RuleInfo> catalogue) {
        this.catalogue = catalogue;
    }

    void write(List<Preview.Group> groups, Appendable out) throws IOException {
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.setCodec(new ObjectMapper());
            json.writeStartObject();
            json.writeNumberField("version", JsonReporter.FORM);
            json.writeArrayFieldStart("configurations");
            for (Preview.Group group : groups) {
                write(group, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void write(Preview.Group group, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("files");
        for (String file : group.configuration().origins().files()) {
            json.writeString(file);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("projects");
        for (Survey project : group.projects()) {
            write(project, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("settings");
        for (Setting setting : group.settings()) {
            write(setting, json);
        }
        json.writeEndArray();
        writeRules(group, json);
        json.writeEndObject();
    }

    private static void write(Survey project, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("paths");
        for (Path path : project.paths()) {
            json.writeString(path.toString().replace('\\', '/'));
        }
        json.writeEndArray();
        json.writeObjectFieldStart("engine");
        json.writeStringField("dialect", project.engine().dialect());
        json.writeStringField("version", project.engine().written());
        json.writeStringField("source", project.engineSource());
        json.writeEndObject();
        json.writeObjectFieldStart("framework");
        json.writeStringField("name", project.framework().name());
        json.writeStringField("reason", project.reason());
        json.writeEndObject();
        json.writeNumberField("underReview", project.reviewed());
        json.writeNumberField("history", project.files().size() - project.reviewed());
        json.writeEndObject();
    }

    private static void write(Setting setting, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", setting.name());
        json.writeFieldName("value");
        if (setting.value().isPresent()) {
            json.writeTree(setting.value().get());
        } else {
            json.writeNull();
        }
        json.writeStringField("source", setting.origin().source().name().toLowerCase(Locale.ROOT));
        json.writeStringField("place", setting.origin().place());
        json.writeEndObject();
    }

    private void writeRules(Preview.Group group, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("rules");
        json.writeNumberField("all", catalogue.size());
        json.writeNumberField("on", Preview.on(catalogue, group.rules()));
        json.writeObjectFieldStart("changed");
        for (RuleInfo rule : catalogue) {
            String change = Preview.change(rule, group.rules()).orElse("");
            if (!change.isEmpty()) {
                json.writeStringField(rule.id(), change);
            }
        }
        json.writeEndObject();
        json.writeNumberField("overrides", group.rules().overrides().size());
        json.writeNumberField("ignored", group.configuration().ignores().size());
        json.writeEndObject();
    }
}
