package io.github.migralint.cli;

import io.github.migralint.cli.console.Printable;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command has around it.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param environment environment variables
 * @param interactive whether standard output is a terminal
 * @param variables the options of the command that environment variables say
 */
record Surroundings(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        boolean interactive,
        List<EnvironmentVariables.Said> variables) {
    private static final String TERMINAL_PROPERTY = "migralint.terminal";

    Surroundings {
        environment = Map.copyOf(environment);
        variables = List.copyOf(variables);
    }

    Surroundings(
            InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, boolean interactive) {
        this(in, out, err, environment, interactive, List.of());
    }

    /** The same for a command of which variables say some options. */
    Surroundings withVariables(List<EnvironmentVariables.Said> said) {
        return new Surroundings(in, out, err, environment, interactive, said);
    }

    /** Those of this process; bare descriptors, because print streams swallow errors such as a closed pipe. */
    static Surroundings ofProcess() {
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                isTerminal());
    }

    /** The launcher knows best; without it the console does. */
    @SuppressWarnings("SystemConsoleNull") // up to Java 21 there may be none
    private static boolean isTerminal() {
        String told = System.getProperty(TERMINAL_PROPERTY);
        if (told != null) {
            return told.equals("true");
        }
        Optional<Console> console = Optional.ofNullable(System.console());
        return console.isPresent() && isTerminal(console.get());
    }

    /** From Java 22 on there is a console even where there is no terminal, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** An environment variable, empty when it is not set. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** Whether there may be variables that say options; that mostly there are none must cost nothing. */
    boolean mayHaveVariables() {
        for (String name : environment.keySet()) {
            if (name.startsWith(EnvironmentVariables.PREFIX)) {
                return true;
            }
        }
        return false;
    }

    /** One line for whoever started the command; control characters in it are made visible. */
    void complain(String message) {
        print(err, "migralint: " + Printable.asLine(message) + "\n");
    }

    /** Text in UTF-8. Nobody is left to tell when it cannot be written. */
    void print(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            return;
        }
    }
}
