package io.github.migralint.cli;

import io.github.migralint.cli.console.Terminal;
import io.github.migralint.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/**
 * One of the reports that a run writes.
 *
 * @param format of the report
 * @param target where it goes
 */
record ReportOutput(ReportFormat format, OutputTarget target) {
    private static final String STANDARD_OUTPUT = "-";

    /**
     * What {@code --format} and {@code --output-file} ask for, and after it what each {@code --report} does. In GitHub
     * Actions annotations follow the text of whoever asks for nothing.
     */
    static List<ReportOutput> of(ParseResult arguments, Surroundings surroundings) {
        String word = Options.choice(arguments, Options.FORMAT, ReportFormat.FULL.word(), ReportFormat.words());
        var outputs = new ArrayList<ReportOutput>();
        outputs.add(new ReportOutput(ReportFormat.of(word), OutputTarget.of(arguments, surroundings)));
        for (String report : Options.texts(arguments, Options.REPORT)) {
            outputs.add(of(report, arguments, surroundings));
        }
        if (isPlainRunOfGithub(arguments, surroundings)
                && outputs.stream().noneMatch(output -> output.format() == ReportFormat.GITHUB)) {
            outputs.add(new ReportOutput(ReportFormat.GITHUB, OutputTarget.standardOutput(arguments, surroundings)));
        }
        requireFilesOfTheirOwn(outputs);
        return outputs;
    }

    private static boolean isPlainRunOfGithub(ParseResult arguments, Surroundings surroundings) {
        return surroundings.variable("GITHUB_ACTIONS").equals("true")
                && !arguments.hasMatchedOption(Options.FORMAT)
                && !arguments.hasMatchedOption(Options.OUTPUT_FILE);
    }

    private static void requireFilesOfTheirOwn(List<ReportOutput> outputs) {
        var seen = new HashSet<Path>();
        for (ReportOutput output : outputs) {
            output.target().file().ifPresent(file -> {
                if (!seen.add(file.toAbsolutePath().normalize())) {
                    throw new UsageException("two reports would be written to " + file);
                }
            });
        }
    }

    private static ReportOutput of(String report, ParseResult arguments, Surroundings surroundings) {
        int equals = report.indexOf('=');
        String file = report.substring(equals + 1).strip();
        if (equals < 0 || file.isEmpty()) {
            throw new UsageException("--report takes FORMAT=FILE, such as sarif=migralint.sarif, not " + report);
        }
        String word = Options.oneOf(report.substring(0, equals).strip(), Options.REPORT, ReportFormat.words());
        OutputTarget target = file.equals(STANDARD_OUTPUT)
                ? OutputTarget.standardOutput(arguments, surroundings)
                : OutputTarget.file(Paths.of(file), arguments, surroundings);
        return new ReportOutput(ReportFormat.of(word), target);
    }

    /** Whether it is read where the command was started. */
    boolean isRead() {
        return format.forPeople() && target.file().isEmpty();
    }

    void write(Report report, Function<Terminal, ReportStyle> style) {
        var reporter = format.reporter(style.apply(target.terminal()));
        target.write(out -> reporter.write(report, out));
    }
}
