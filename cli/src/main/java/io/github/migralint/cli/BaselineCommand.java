package io.github.migralint.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint baseline}: what can be done with the findings that were accepted. */
final class BaselineCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                        "baseline", "Accepts the findings that are there today, so that only new ones are told.")
                .addOption(Options.help());
        parts().forEach((name, part) ->
                spec.addSubcommand(name, new CommandLine(part.get().spec())));
        spec.usageMessage()
                .customSynopsis("migralint baseline COMMAND [OPTIONS] [PATH...]")
                .footer(Help.baselineFooter());
        return spec;
    }

    @Override
    public Map<String, Supplier<Command>> parts() {
        var parts = new LinkedHashMap<String, Supplier<Command>>();
        for (BaselineVerb verb : BaselineVerb.values()) {
            parts.put(verb.word(), () -> new BaselineChangeCommand(verb));
        }
        return Collections.unmodifiableMap(parts);
    }

    /** There is nothing to do without one of its parts. */
    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        throw new UsageException("say what to do with the baseline: " + String.join(", ", parts().keySet()));
    }
}
