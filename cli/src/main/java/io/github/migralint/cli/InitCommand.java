package io.github.migralint.cli;

import io.github.migralint.Survey;
import io.github.migralint.cli.console.Printable;
import io.github.migralint.config.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code migralint init}: writes a configuration that says what was found out. */
final class InitCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(
                "init",
                "Finds out engine, version, migration tool and folders, and writes a migralint.toml that says them and"
                        + " explains what else can be said.");
        spec.addPositional(Options.arguments(
                        "FOLDER", "0..1", "Where the configuration is to lie; the current folder by default."))
                .addOption(Options.flag("Replace the configuration that is there.", Options.FORCE))
                .addOption(Options.flag("Print the configuration instead of writing it.", Options.STDOUT))
                .addOption(Options.help())
                .usageMessage()
                .customSynopsis("migralint init [OPTIONS] [FOLDER]");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<String> names = Options.positionals(arguments);
        if (names.size() > 1) {
            throw new UsageException("init takes one folder, not " + names.size());
        }
        Path folder = Paths.of(names.isEmpty() ? "." : names.getFirst());
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + " is not a folder");
        }
        Path file = folder.resolve(Configuration.FILE_NAME).normalize();
        boolean printed = Options.isSet(arguments, Options.STDOUT);
        if (!printed && Files.exists(file) && !Options.isSet(arguments, Options.FORCE)) {
            throw new UsageException(file + " is there already; --force replaces it, --stdout prints instead");
        }
        Proposal proposal = Proposal.of(folder, surroundings);
        String text = ConfigurationTemplate.of(proposal.settings(), proposal.projects());
        if (printed) {
            surroundings.print(surroundings.out(), text);
        } else {
            write(file, text);
            surroundings.print(surroundings.out(), summary(file, folder, proposal));
        }
        return ExitCode.CLEAN;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": check that its folder may be written");
        }
    }

    private static String summary(Path file, Path folder, Proposal proposal) {
        var text = new StringBuilder();
        line(text, file + " is written.");
        line(text, "");
        if (proposal.projects().isEmpty()) {
            line(text, "No migrations were found below " + folder + ": say in it where they are.");
        }
        for (Survey project : proposal.projects()) {
            line(
                    text,
                    "  " + project.paths().stream().map(Path::toString).collect(Collectors.joining(", ")) + ": "
                            + project.reviewed() + (project.reviewed() == 1 ? " migration, " : " migrations, ")
                            + project.engine() + " (" + project.engineSource() + "), "
                            + project.framework().label() + " (" + project.reason() + ")");
        }
        proposal.problems().forEach(problem -> line(text, "  " + problem));
        String set = String.join(", ", proposal.settings().keySet());
        line(text, "");
        line(text, set.isEmpty() ? "Nothing of it had to be said." : "It says " + set + "; the rest are examples.");
        line(text, "");
        line(text, "Next:");
        line(text, "  migralint check            review all migrations as if they shipped today");
        if (Commands.all().containsKey("baseline")) {
            line(text, "  migralint baseline create  accept what is there; from then on only what is new counts");
        }
        line(text, "  migralint check --staged   in a pre-commit hook: what is about to be committed");
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.asLine(line)).append('\n');
    }
}
