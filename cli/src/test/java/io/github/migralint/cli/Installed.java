package io.github.migralint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The command as it is installed by the build, started as a process of its own.
 *
 * @param command the words that start it
 * @param directory where it is started
 * @param environment its whole environment
 * @param input what it reads from standard input
 */
record Installed(List<String> command, Path directory, Map<String, String> environment, String input) {
    private static final Path HOME = Path.of(System.getProperty("migralint.home", "target/migralint"));
    private static final long PATIENCE_IN_SECONDS = 120;

    Installed {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * What one run gave.
     *
     * @param exitCode its exit code
     * @param out its standard output
     * @param err its standard error
     */
    record Result(int exitCode, String out, String err) {}

    /** The folder that can be moved about. */
    static Path home() {
        return HOME.toAbsolutePath();
    }

    /** The command of the build, with nothing in its environment but a path to the shell's tools. */
    static Installed ofBuild() {
        return at(home().resolve("bin/migralint"));
    }

    /** The command at another place. */
    static Installed at(Path launcher) {
        return new Installed(
                List.of(launcher.toString()), Path.of("").toAbsolutePath(), Map.of("PATH", "/usr/bin:/bin"), "");
    }

    /** Started by other words, such as a shell. */
    Installed startedBy(String... words) {
        return new Installed(List.of(words), directory, environment, input);
    }

    /** Started in another folder. */
    Installed in(Path folder) {
        return new Installed(command, folder, environment, input);
    }

    /** With exactly these variables. */
    Installed withEnvironment(Map<String, String> variables) {
        return new Installed(command, directory, variables, input);
    }

    /** With something on standard input. */
    Installed reading(String text) {
        return new Installed(command, directory, environment, text);
    }

    /** Runs it to its end. */
    Result run(String... arguments) {
        var words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        try {
            return run(new ProcessBuilder(words).directory(directory.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + words, e);
        }
    }

    private Result run(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path in = Files.writeString(Files.createTempFile("migralint", ".in"), input);
        Path out = Files.createTempFile("migralint", ".out");
        Path err = Files.createTempFile("migralint", ".err");
        try {
            Process process = builder.redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            Optional<Integer> exitCode = process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)
                    ? Optional.of(process.exitValue())
                    : Optional.empty();
            process.destroyForcibly();
            return new Result(
                    exitCode.orElseThrow(() -> new IllegalStateException("still running: " + builder.command())),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            for (Path file : List.of(in, out, err)) {
                Files.delete(file);
            }
        }
    }
}
