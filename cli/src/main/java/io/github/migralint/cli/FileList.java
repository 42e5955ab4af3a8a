package io.github.migralint.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.Survey;
import io.github.migralint.cli.console.Printable;
import io.github.migralint.framework.MigrationFile;
import io.github.migralint.report.JsonReporter;
import java.io.IOException;
import java.util.List;

/** The files that would be read, in the order in which they are replayed, each with its project. */
final class FileList {
    private FileList() {}

    /** One on each line: path, what becomes of it, engine, tool, with tabs between them; or the same as JSON. */
    static void write(List<Preview.Group> groups, boolean asJson, Appendable out) throws IOException {
        List<Survey> projects =
                groups.stream().flatMap(group -> group.projects().stream()).toList();
        if (asJson) {
            writeJson(projects, out);
            return;
        }
        for (Survey project : projects) {
            for (MigrationFile file : project.files()) {
                out.append(Printable.asLine(file.displayPath()))
                        .append('\t')
                        .append(role(file))
                        .append('\t')
                        .append(project.engine().label() + " "
                                + project.engine().written())
                        .append('\t')
                        .append(project.framework().name())
                        .append('\n');
            }
        }
    }

    private static void writeJson(List<Survey> projects, Appendable out) throws IOException {
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", JsonReporter.FORM);
            json.writeArrayFieldStart("files");
            for (Survey project : projects) {
                for (MigrationFile file : project.files()) {
                    json.writeStartObject();
                    json.writeStringField("path", file.displayPath());
                    json.writeStringField("role", role(file));
                    json.writeStringField("dialect", project.engine().dialect());
                    json.writeStringField("dbVersion", project.engine().written());
                    json.writeStringField("framework", project.framework().name());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static String role(MigrationFile file) {
        return file.underReview() ? "review" : "history";
    }
}
