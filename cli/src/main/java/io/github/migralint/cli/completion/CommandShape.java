package io.github.migralint.cli.completion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be typed after the name of a command.
 *
 * @param name of the command
 * @param description in one paragraph
 * @param synopsis the usual order of things
 * @param options in the order of the help
 * @param arguments what is no option
 * @param argumentLabel how the help calls an argument; empty where none is taken
 * @param argumentDescription what an argument is
 * @param footer examples and exit codes, line by line
 */
record CommandShape(
        String name,
        String description,
        String synopsis,
        List<Option> options,
        Candidates arguments,
        String argumentLabel,
        String argumentDescription,
        List<String> footer) {
    private static final Set<String> NAMES_OF_FILES = Set.of("FILE", "PATH", "FOLDER", "NAME");

    CommandShape {
        options = List.copyOf(options);
        footer = List.copyOf(footer);
    }

    /**
     * One option.
     *
     * @param names short ones first
     * @param label how the help calls its value; empty for a flag
     * @param value what its value may be; empty for a flag
     * @param description in one paragraph
     */
    record Option(List<String> names, String label, Optional<Candidates> value, String description) {
        Option {
            names = List.copyOf(names);
        }

        String longName() {
            return names.getLast();
        }
    }

    static CommandShape of(String name, CommandSpec spec) {
        Optional<ArgSpec> argument =
                spec.positionalParameters().stream().<ArgSpec>map(one -> one).findFirst();
        return new CommandShape(
                name,
                String.join(" ", spec.usageMessage().description()),
                String.join(" ", spec.usageMessage().customSynopsis()),
                spec.options().stream().map(CommandShape::option).toList(),
                argument.map(CommandShape::candidates).orElseGet(Candidates.Anything::new),
                argument.map(ArgSpec::paramLabel).orElse(""),
                argument.map(CommandShape::description).orElse(""),
                List.of(spec.usageMessage().footer()));
    }

    private static Option option(OptionSpec option) {
        boolean flag = option.arity().max() == 0;
        return new Option(
                names(option),
                flag ? "" : option.paramLabel(),
                flag ? Optional.empty() : Optional.of(candidates(option)),
                description(option));
    }

    /** An option that can be said with {@code --no-} has that name as well. */
    private static List<String> names(OptionSpec option) {
        List<String> names = List.of(option.names());
        if (!option.negatable()) {
            return names;
        }
        return List.of("--no-" + names.getLast().substring(2), names.getLast());
    }

    private static Candidates candidates(ArgSpec argument) {
        Optional<Iterable<String>> words = Optional.ofNullable(argument.completionCandidates());
        if (words.isPresent()) {
            boolean several = argument.isOption() && argument.isMultiValue();
            return new Candidates.Words(
                    StreamSupport.stream(words.get().spliterator(), false).toList(), several);
        }
        return NAMES_OF_FILES.contains(argument.paramLabel()) ? new Candidates.Files() : new Candidates.Anything();
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }
}
