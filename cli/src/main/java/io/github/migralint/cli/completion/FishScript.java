package io.github.migralint.cli.completion;

import io.github.migralint.cli.completion.CommandShape.Option;

/** Completion for fish, one line for each option. */
record FishScript(CommandLineShape shape) {
    String text() {
        var text = new StringBuilder(
                "# Completion of %1$s for fish. Put it into ~/.config/fish/completions, or have it read:\n"
                                .formatted(shape.program())
                        + "#   %1$s completion fish | source\n".formatted(shape.program()));
        for (CommandShape command : shape.commands()) {
            line(text, "__fish_use_subcommand", "-a " + command.name(), command.description());
        }
        line(text, "__fish_use_subcommand", "-a help", "Shows the help of a command.");
        line(text, "__fish_use_subcommand", "-s h -l help", "Show this help.");
        line(text, "__fish_use_subcommand", "-s V -l version", "Show the version.");
        line(
                text,
                "__fish_seen_subcommand_from help",
                "-f -a '" + String.join(" ", shape.names()) + "'",
                "Show the help of this command.");
        shape.commands().forEach(command -> command(text, command));
        return text.toString();
    }

    private void command(StringBuilder text, CommandShape command) {
        String condition = command.equals(shape.usual())
                ? "not __fish_seen_subcommand_from "
                        + String.join(
                                " ", shape.names().subList(1, shape.names().size())) + " help"
                : "__fish_seen_subcommand_from " + command.name();
        for (Option option : command.options()) {
            if (!(option.longName().equals("--help") && command.equals(shape.usual()))) {
                line(text, condition, names(option) + value(option), option.description());
            }
        }
        if (command.arguments() instanceof Candidates.Words words) {
            line(text, condition, "-f -a '" + String.join(" ", words.words()) + "'", command.argumentLabel());
        } else if (command.argumentLabel().isEmpty()) {
            text.append("complete -c %s -n %s -f\n".formatted(shape.program(), quoted(condition)));
        }
    }

    private static String names(Option option) {
        var text = new StringBuilder();
        for (String name : option.names()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
        }
        return text.toString();
    }

    private static String value(Option option) {
        return option.value()
                .map(candidates -> switch (candidates) {
                    case Candidates.Words words -> " -x -a '" + String.join(" ", words.words()) + "'";
                    case Candidates.Files files -> " -r -F";
                    case Candidates.Anything anything -> " -x";
                })
                .orElse("");
    }

    private void line(StringBuilder text, String condition, String what, String description) {
        text.append("complete -c %s -n %s %s -d %s\n"
                .formatted(shape.program(), quoted(condition), what, quoted(ZshScript.firstSentence(description))));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
