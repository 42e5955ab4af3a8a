package io.github.migralint.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.migralint.cli.console.RuleTable;
import io.github.migralint.report.JsonReporter;
import io.github.migralint.report.Product;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint rules}: the catalogue. */
final class RulesCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("rules", "Lists the rules with their usual risk.");
        Options.addOutput(spec, "table (default) or json", List.of("table", "json"));
        Options.addLook(spec);
        spec.addOption(Options.help()).usageMessage().customSynopsis("migralint rules [OPTIONS]");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String format = Options.choice(arguments, Options.FORMAT, "table", List.of("table", "json"));
        OutputTarget target = OutputTarget.of(arguments, surroundings);
        List<RuleInfo> rules = Rules.all().stream().map(rule -> rule.info()).toList();
        if (format.equals("json")) {
            target.write(out -> writeJson(rules, out));
        } else {
            target.write(out -> new RuleTable(target.terminal()).write(rules, out));
        }
        return ExitCode.CLEAN;
    }

    private static void writeJson(List<RuleInfo> rules, Appendable out) throws IOException {
        try (JsonGenerator json = JsonReporter.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", JsonReporter.FORM);
            json.writeArrayFieldStart("rules");
            for (RuleInfo rule : rules) {
                write(rule, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static void write(RuleInfo rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("risk", rule.risk().name());
        json.writeStringField("category", rule.category().name().toLowerCase(Locale.ROOT));
        json.writeStringField("summary", rule.summary());
        json.writeBooleanField("onByDefault", rule.onByDefault());
        json.writeArrayFieldStart("dialects");
        for (String dialect : rule.dialects()) {
            json.writeString(dialect);
        }
        json.writeEndArray();
        json.writeStringField("url", Product.rulePage(rule.id()));
        json.writeEndObject();
    }
}
