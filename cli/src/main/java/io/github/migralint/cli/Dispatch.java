package io.github.migralint.cli;

import io.github.migralint.config.Suggestion;
import io.github.migralint.report.Product;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command that is meant, and has its options read. Only that command is set up. */
final class Dispatch {
    private static final String NAME = Commands.NAME;

    private final Surroundings surroundings;
    private final Map<String, Supplier<Command>> commands = Commands.all();

    Dispatch(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            surroundings.print(surroundings.err(), help());
            return ExitCode.USAGE;
        }
        String first = arguments.get(0);
        return switch (first) {
            case "-h", "--help" -> say(help());
            case "-V", "--version" -> say(NAME + " " + Product.VERSION + "\n");
            case "help" -> arguments.size() < 2 ? say(help()) : help(arguments.subList(1, arguments.size()));
            default -> command(first, arguments);
        };
    }

    private int command(String first, List<String> arguments) {
        if (commands.containsKey(first)) {
            return run(first, arguments.subList(1, arguments.size()));
        }
        boolean looksLikeInput = first.startsWith("-") || first.contains("/") || first.contains(".");
        if (looksLikeInput || Files.exists(Paths.of(first))) {
            return run("check", arguments);
        }
        throw unknown(first, commands);
    }

    private int help(List<String> name) {
        known(name.getFirst(), commands);
        var asked = new ArrayList<>(name);
        asked.add("--help");
        return run(asked);
    }

    private static Command known(String name, Map<String, Supplier<Command>> commands) {
        Supplier<Command> command = commands.get(name);
        if (command == null) {
            throw unknown(name, commands);
        }
        return command.get();
    }

    private static UsageException unknown(String name, Map<String, Supplier<Command>> commands) {
        return new UsageException("unknown command " + name + Suggestion.asQuestion(name, commands.keySet())
                + " (commands: " + String.join(", ", commands.keySet()) + ")");
    }

    private int run(String name, List<String> arguments) {
        return run(name, known(name, commands), arguments);
    }

    private int run(String name, Command command, List<String> arguments) {
        if (!command.parts().isEmpty() && arguments.isEmpty()) {
            surroundings.print(surroundings.err(), help(name, command));
            return ExitCode.USAGE;
        }
        if (!command.parts().isEmpty() && !arguments.getFirst().startsWith("-")) {
            Command part = known(arguments.getFirst(), command.parts());
            return run(name + " " + arguments.getFirst(), part, arguments.subList(1, arguments.size()));
        }
        ParseResult line = parsed(name, command.spec(), arguments);
        if (line.isUsageHelpRequested()) {
            return say(line.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
        }
        return surroundings.mayHaveVariables()
                ? runWithVariables(name, command, line, arguments)
                : command.run(line, surroundings);
    }

    private static String help(String name, Command command) {
        return new CommandLine(command.spec().name(NAME + " " + name)).getUsageMessage(Ansi.OFF);
    }

    /** Variables say options as if they stood before what the command line says. */
    private int runWithVariables(String name, Command command, ParseResult line, List<String> arguments) {
        var variables = EnvironmentVariables.of(surroundings.environment());
        variables.warnings(line.commandSpec(), commands.values()).forEach(surroundings::complain);
        List<EnvironmentVariables.Said> said = variables.besides(line);
        var all = new ArrayList<String>();
        said.forEach(one -> all.addAll(one.argument()));
        all.addAll(arguments);
        try {
            return command.run(parsed(name, command.spec(), all), surroundings.withVariables(said));
        } catch (UsageException e) {
            throw new UsageException(EnvironmentVariables.blamed(e.reason(), said));
        }
    }

    private static ParseResult parsed(String name, CommandSpec spec, List<String> arguments) {
        CommandLine line = new CommandLine(spec.name(NAME + " " + name)).setExpandAtFiles(false);
        try {
            return line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new UsageException(message(e, spec) + " (" + NAME + " " + name + " --help shows what can be said)");
        }
    }

    private static String message(ParameterException failure, CommandSpec spec) {
        return switch (failure) {
            case UnmatchedArgumentException unmatched ->
                unmatched(unmatched.getUnmatched().get(0), spec);
            case MissingParameterException missing -> firstLine(missing);
            case OverwrittenOptionException twice -> twice.getOverwritten().paramLabel() + " is given twice";
            default -> firstLine(failure);
        };
    }

    private static String unmatched(String argument, CommandSpec spec) {
        if (!argument.startsWith("-")) {
            return "unexpected argument " + argument;
        }
        String option = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        return "unknown option " + option
                + Suggestion.asQuestion(option, spec.optionsMap().keySet());
    }

    private static String firstLine(ParameterException failure) {
        String message = String.valueOf(failure.getMessage());
        String line = message.lines().findFirst().orElse("wrong usage");
        return Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    private String help() {
        CommandSpec root = Commands.root();
        commands.forEach((name, command) ->
                root.addSubcommand(name, new CommandLine(command.get().spec())));
        return new CommandLine(root).getUsageMessage(Ansi.OFF);
    }

    private int say(String text) {
        surroundings.print(surroundings.out(), text);
        return ExitCode.CLEAN;
    }
}
