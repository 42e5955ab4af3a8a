package io.github.migralint.cli;

import io.github.migralint.cli.completion.CommandLineShape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** All commands by name, in the order of the help; only the one that is meant is set up. */
final class Commands {
    static final String NAME = "migralint";

    private Commands() {}

    static Map<String, Supplier<Command>> all() {
        var commands = new LinkedHashMap<String, Supplier<Command>>();
        commands.put("check", CheckCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("rules", RulesCommand::new);
        commands.put("inspect", InspectCommand::new);
        commands.put("init", InitCommand::new);
        commands.put("baseline", BaselineCommand::new);
        commands.put("completion", CompletionCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    /** What stands before the commands. */
    static CommandSpec root() {
        CommandSpec root = Options.command(
                        NAME, "Finds SQL migrations that lock tables, lose data or break running code.")
                .addOption(Options.help())
                .addOption(Options.flag("Show the version.", "-V", "--version"));
        root.usageMessage()
                .customSynopsis(NAME + " COMMAND [OPTIONS] [PATH...]")
                .footer(Help.rootFooter());
        return root;
    }

    /** All that can be typed. */
    static CommandLineShape shape() {
        var specs = new LinkedHashMap<String, CommandSpec>();
        all().forEach((name, command) -> specs.put(name, command.get().spec()));
        return CommandLineShape.of(root(), specs);
    }
}
