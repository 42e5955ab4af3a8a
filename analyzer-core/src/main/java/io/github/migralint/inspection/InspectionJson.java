package io.github.migralint.inspection;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.report.JsonReporter;
import io.github.migralint.source.Position;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes an inspection as JSON of a documented form. */
public final class InspectionJson {
    private final Dialect dialect;

    /** For migrations of a dialect, which names the kinds of statements. */
    public InspectionJson(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Writes the inspection. */
    public void write(Inspection inspection, Appendable out) throws IOException {
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", JsonReporter.FORM);
            json.writeObjectFieldStart("engine");
            json.writeStringField("dialect", inspection.engine().dialect());
            json.writeStringField("version", inspection.engine().written());
            json.writeStringField("source", inspection.engineSource());
            json.writeEndObject();
            json.writeArrayFieldStart("files");
            for (InspectedFile file : inspection.files()) {
                writeFile(file, json);
            }
            json.writeEndArray();
            json.writeFieldName("schema");
            new SchemaJson(inspection.schema(), json).write(inspection.uncertainNames());
            JsonReporter.writeProblems(inspection.problems(), json);
            json.writeEndObject();
        }
        out.append('\n');
    }

    private void writeFile(InspectedFile file, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", file.text().path());
        json.writeStringField("framework", file.framework());
        json.writeStringField("direction", lower(file.direction()));
        json.writeStringField("transaction", lower(file.transaction()));
        json.writeArrayFieldStart("statements");
        for (InspectedStatement statement : file.statements()) {
            writeStatement(statement, file.text(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeStatement(InspectedStatement inspected, SourceText text, JsonGenerator json) throws IOException {
        Statement statement = inspected.statement();
        StatementFacts facts = StatementFacts.of(statement);
        json.writeStartObject();
        writePlace("start", text, inspected.place().start(), json);
        writePlace("end", text, inspected.place().end(), json);
        json.writeStringField("kind", dialect.kindOf(statement));
        json.writeStringField("target", facts.target().orElse(null));
        json.writeBooleanField("parsed", !(statement instanceof Unparsed));
        json.writeStringField("direction", lower(inspected.direction()));
        writeMembers(facts.facts().members(), json);
        json.writeArrayFieldStart("actions");
        if (statement instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                writeAction(action, json);
            }
        }
        json.writeEndArray();
        EffectsJson.write(inspected.effects(), json);
        if (inspected.composed().isPresent()) {
            json.writeStringField("composed", inspected.composed().get().text());
        }
        if (inspected.condition().isPresent()) {
            json.writeStringField("onlyIf", inspected.condition().get());
        }
        if (!inspected.embedded().isEmpty()) {
            json.writeArrayFieldStart("embedded");
            for (InspectedStatement inner : inspected.embedded()) {
                writeStatement(inner, text, json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeAction(AlterAction action, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", dialect.kindOf(action));
        writeMembers(ActionFacts.of(action).members(), json);
        json.writeEndObject();
    }

    private static void writePlace(String name, SourceText text, int offset, JsonGenerator json) throws IOException {
        Position position = text.position(offset);
        json.writeObjectFieldStart(name);
        json.writeNumberField("offset", text.byteOffset(offset));
        json.writeNumberField("line", position.line());
        json.writeNumberField("column", position.column());
        json.writeEndObject();
    }

    private static void writeMembers(Map<String, Object> members, JsonGenerator json) throws IOException {
        for (Map.Entry<String, Object> member : members.entrySet()) {
            json.writeFieldName(member.getKey());
            switch (member.getValue()) {
                case String text -> json.writeString(text);
                case Integer number -> json.writeNumber(number);
                case Boolean flag -> json.writeBoolean(flag);
                case List<?> texts -> writeTexts(texts, json);
                default -> throw new IllegalStateException("no fact: " + member);
            }
        }
    }

    private static void writeTexts(List<?> texts, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object text : texts) {
            json.writeString(text.toString());
        }
        json.writeEndArray();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
