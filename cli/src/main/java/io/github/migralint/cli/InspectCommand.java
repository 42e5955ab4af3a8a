package io.github.migralint.cli;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.cli.console.InspectionText;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.inspection.Inspection;
import io.github.migralint.inspection.InspectionJson;
import io.github.migralint.report.Problem;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint inspect}: shows what is believed of migrations, and judges nothing. */
final class InspectCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                "inspect",
                "Shows what Migralint believes: each statement, what it locks, scans, rewrites and builds, and the"
                        + " schema at the end. The files of one call are one history, in the order in which they are"
                        + " named.");
        Options.addInput(
                spec,
                "Migrations that ran before: none (default), auto (those in the folder of a file named alone), or a"
                        + " folder.");
        Options.addOutput(spec, "text (default) or json", List.of("text", "json"));
        Options.addLook(spec);
        spec.addOption(Options.help()).usageMessage().customSynopsis("migralint inspect [OPTIONS] [PATH... | -]");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String format = Options.choice(arguments, Options.FORMAT, "text", List.of("text", "json"));
        OutputTarget target = OutputTarget.of(arguments, surroundings);
        Request request = new InputOptions(arguments, surroundings).request(new HistoryMode.None());
        Inspection inspection = new Analyzer(List.of(), List.of()).inspect(request);
        Dialect dialect = Dialects.named(inspection.engine().dialect()).orElseGet(request::dialect);
        if (format.equals("json")) {
            target.write(out -> new InspectionJson(dialect).write(inspection, out));
        } else {
            target.write(out -> new InspectionText(target.terminal(), dialect).write(inspection, out));
        }
        Troubles.tell(inspection.problems(), false, surroundings);
        return exitCode(inspection);
    }

    private static int exitCode(Inspection inspection) {
        if (has(inspection, Problem.Kind.INTERNAL)) {
            return ExitCode.INTERNAL;
        }
        return has(inspection, Problem.Kind.MISSING) ? ExitCode.USAGE : ExitCode.CLEAN;
    }

    private static boolean has(Inspection inspection, Problem.Kind kind) {
        return inspection.problems().stream().anyMatch(problem -> problem.kind() == kind);
    }
}
