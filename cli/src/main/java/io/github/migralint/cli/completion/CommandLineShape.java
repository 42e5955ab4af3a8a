package io.github.migralint.cli.completion;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All that can be typed.
 *
 * @param program the name of the program
 * @param description what it is for
 * @param commands in the order of the help; the first is meant where a path comes first
 * @param footer examples and exit codes, line by line
 */
public record CommandLineShape(String program, String description, List<CommandShape> commands, List<String> footer) {
    /** Copies the lists. */
    public CommandLineShape {
        commands = List.copyOf(commands);
        footer = List.copyOf(footer);
    }

    /** What these specifications describe. */
    public static CommandLineShape of(CommandSpec program, Map<String, CommandSpec> commands) {
        return new CommandLineShape(
                program.name(),
                String.join(" ", program.usageMessage().description()),
                commands.entrySet().stream()
                        .map(one -> CommandShape.of(one.getKey(), one.getValue()))
                        .toList(),
                List.of(program.usageMessage().footer()));
    }

    List<String> names() {
        return commands.stream().map(CommandShape::name).toList();
    }

    CommandShape usual() {
        return commands.getFirst();
    }
}
