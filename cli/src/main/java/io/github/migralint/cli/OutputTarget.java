package io.github.migralint.cli;

import io.github.migralint.cli.console.Terminal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * Where a report goes.
 *
 * @param surroundings of the command
 * @param file the file it is written to, if not to standard output
 * @param terminal what can be shown there
 */
record OutputTarget(Surroundings surroundings, Optional<Path> file, Terminal terminal) {
    private static final int MIN_WIDTH = 60;
    private static final int MAX_WIDTH = 160;

    /** Writes text somewhere. */
    interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    /** What {@code --output-file} asks for. */
    static OutputTarget of(ParseResult arguments, Surroundings surroundings) {
        return arguments.matchedOption(Options.OUTPUT_FILE) == null
                ? standardOutput(arguments, surroundings)
                : file(Paths.of(Options.text(arguments, Options.OUTPUT_FILE, "")), arguments, surroundings);
    }

    static OutputTarget standardOutput(ParseResult arguments, Surroundings surroundings) {
        return of(Optional.empty(), arguments, surroundings);
    }

    static OutputTarget file(Path file, ParseResult arguments, Surroundings surroundings) {
        return of(Optional.of(file), arguments, surroundings);
    }

    private static OutputTarget of(Optional<Path> file, ParseResult arguments, Surroundings surroundings) {
        boolean watched = surroundings.interactive() && file.isEmpty();
        String color = Options.choice(arguments, Options.COLOR, "auto", List.of("auto", "always", "never"));
        var terminal = new Terminal(
                isColoured(color, surroundings, watched, file.isPresent()),
                !Options.isSet(arguments, Options.NO_UNICODE),
                watched,
                watched ? width(surroundings) : Terminal.USUAL_WIDTH);
        return new OutputTarget(surroundings, file, terminal);
    }

    /** The flag beats the environment, and in the environment no beats yes. */
    private static boolean isColoured(String color, Surroundings surroundings, boolean watched, boolean toFile) {
        if (!color.equals("auto")) {
            return color.equals("always");
        }
        if (toFile || !surroundings.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        if (isForced(surroundings.variable("FORCE_COLOR")) || isForced(surroundings.variable("CLICOLOR_FORCE"))) {
            return true;
        }
        return watched && !surroundings.variable("TERM").equals("dumb");
    }

    private static boolean isForced(String variable) {
        return !variable.isEmpty() && !variable.equals("0") && !variable.equals("false");
    }

    private static int width(Surroundings surroundings) {
        String columns = surroundings.variable("COLUMNS");
        if (!columns.matches("\\d{1,4}")) {
            return Terminal.USUAL_WIDTH;
        }
        return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Integer.parseInt(columns)));
    }

    /** Writes in UTF-8. A reader of standard output that has gone away is no error: nobody wants to know. */
    void write(Text text) {
        if (file.isEmpty()) {
            try {
                Writer out = writer(surroundings.out());
                text.writeTo(out);
                out.flush();
            } catch (IOException e) {
                return;
            }
            return;
        }
        try (Writer out = writer(Files.newOutputStream(file.get()))) {
            text.writeTo(out);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write " + file.get() + ": check that its folder exists and may be written");
        }
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }
}
