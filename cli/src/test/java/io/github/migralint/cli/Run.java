package io.github.migralint.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a run of the command gave.
 *
 * @param exitCode its exit code
 * @param out standard output
 * @param err standard error
 */
record Run(int exitCode, String out, String err) {
    static Run of(Object... arguments) {
        return with("", Map.of(), false, arguments);
    }

    static Run withInput(String input, Object... arguments) {
        return with(input, Map.of(), false, arguments);
    }

    static Run with(String input, Map<String, String> environment, boolean interactive, Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var main = new Main(new Surroundings(in, out, err, environment, interactive));
        int exitCode =
                main.run(List.of(arguments).stream().map(Object::toString).toList());
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
