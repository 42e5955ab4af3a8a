package io.github.migralint.cli;

import io.github.migralint.cli.completion.Shell;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint completion}: the script that makes a shell complete what is typed. */
final class CompletionCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("completion", "Prints the script that makes a shell complete this command.");
        spec.addPositional(Options.arguments("SHELL", "1", "The shell: bash, zsh or fish.", Shell::words));
        spec.addOption(Options.help())
                .usageMessage()
                .customSynopsis("migralint completion SHELL")
                .footer(Help.completionFooter());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<String> names = Options.positionals(arguments);
        if (names.size() != 1) {
            throw new UsageException("completion takes one shell, not " + names.size());
        }
        Shell shell = Shell.of(Options.oneOf(names.getFirst(), "completion", Shell.words()));
        surroundings.print(surroundings.out(), shell.script(Commands.shape()));
        return ExitCode.CLEAN;
    }
}
