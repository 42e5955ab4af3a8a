package io.github.migralint.report;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Position;
import io.github.migralint.triage.Suppressed;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One test.
 *
 * @param name what it is about
 * @param outcome how it ended
 * @param line where in the file; 0 for the file as a whole
 * @param type the kind of failure
 * @param message one line
 * @param body more lines, made when they are written
 */
record JunitCase(String name, Outcome outcome, int line, String type, String message, Supplier<String> body) {
    /** How a test ends. */
    enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    /** The test of a file in which nothing was found. */
    static JunitCase clean() {
        return new JunitCase("no findings", Outcome.PASSED, 0, "", "", () -> "");
    }

    /** The only test of a run without files: readers take a report without tests for a broken one. */
    static JunitCase nothingToCheck() {
        return new JunitCase("nothing to check", Outcome.PASSED, 0, "", "", () -> "");
    }

    /** The test of a finding, or of a file that could not be analyzed: such a test did not run. */
    static JunitCase of(Entry entry, Optional<Risk> failOn, PlainText text) {
        boolean fails = failOn.filter(entry.risk()::atLeast).isPresent();
        Outcome outcome = switch (entry) {
            case Entry.Danger danger -> fails ? Outcome.FAILURE : Outcome.PASSED;
            case Entry.Trouble(Problem problem) -> outcome(problem.kind());
        };
        Supplier<String> body = switch (entry) {
            case Entry.Danger(Finding finding, String path) -> () -> text.of(finding);
            case Entry.Trouble trouble -> () -> trouble.message() + "\n";
        };
        int line = entry.place().isPresent() ? entry.position().line() : 0;
        return new JunitCase(
                name(entry.rule(), line), outcome, line, entry.risk().name(), entry.message(), body);
    }

    /** The test of a finding that somebody did not want to be told. */
    static JunitCase of(Suppressed suppressed) {
        Entry entry = new Entry.Danger(suppressed.finding(), "");
        Position position = entry.position();
        String reason = suppressed.reason().isEmpty() ? "no reason given" : suppressed.reason();
        String message = "suppressed: " + Visible.line(reason);
        return new JunitCase(
                name(entry.rule(), position.line()),
                Outcome.SKIPPED,
                position.line(),
                entry.risk().name(),
                message,
                () -> "");
    }

    /** The test of what makes a run fail whatever was found. */
    static JunitCase of(Problem problem) {
        return new JunitCase(
                problem.kind().rule(),
                Outcome.ERROR,
                0,
                problem.kind().risk().name(),
                Visible.line(problem.message()),
                () -> "");
    }

    private static Outcome outcome(Problem.Kind kind) {
        return switch (kind) {
            case NOT_UNDERSTOOD, FILE -> Outcome.SKIPPED;
            case MISSING, CONFIGURATION, INTERNAL -> Outcome.ERROR;
        };
    }

    private static String name(String rule, int line) {
        return line == 0 ? rule : rule + ", line " + line;
    }

    /**
     * Writes it.
     *
     * @param number tells it from tests of the same name, from 1: equal names count as one test
     */
    void write(int number, String file, String className, Xml xml) throws IOException {
        xml.start("testcase")
                .attribute("name", number == 1 ? name : name + " (" + number + ")")
                .attribute("classname", className)
                .attribute("file", file);
        if (line > 0) {
            xml.attribute("line", line);
        }
        xml.attribute("time", 0);
        switch (outcome) {
            case FAILURE -> writeResult("failure", xml);
            case ERROR -> writeResult("error", xml);
            case SKIPPED -> xml.start("skipped").attribute("message", message).end();
            case PASSED -> writeOutput(xml);
        }
        xml.end();
    }

    private void writeResult(String element, Xml xml) throws IOException {
        xml.start(element).attribute("type", type).attribute("message", message);
        String lines = body.get();
        if (!lines.isEmpty()) {
            xml.text(lines);
        }
        xml.end();
    }

    private void writeOutput(Xml xml) throws IOException {
        if (!message.isEmpty()) {
            xml.start("system-out").text(type + "\n" + body.get()).end();
        }
    }
}
