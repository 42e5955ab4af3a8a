package io.github.migralint.cli;

import io.github.migralint.config.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the environment says instead of the command line: {@code MIGRALINT_FAIL_ON} stands for {@code --fail-on}, and so on
 * for every option of every command. An empty variable says nothing.
 */
final class EnvironmentVariables {
    /** How all of them begin. */
    static final String PREFIX = "MIGRALINT_";

    private static final List<String> YES = List.of("true", "1", "yes");
    private static final List<String> NO = List.of("false", "0", "no");

    /** Variables that stand for no option, but mean something to the launcher or to scripts that fetch and try Migralint. */
    static final List<String> OTHERS = List.of(
            "MIGRALINT_CACHE",
            "MIGRALINT_CORPUS",
            "MIGRALINT_DISTRIBUTION",
            "MIGRALINT_HOME",
            "MIGRALINT_JAVA_HOME",
            "MIGRALINT_JAVA_OPTIONS",
            "MIGRALINT_RELEASES",
            "MIGRALINT_SHA256",
            "MIGRALINT_VERSION");

    /** What stands between the parts of a value, of which one alone may be wrong. */
    private static final Pattern PARTS = Pattern.compile("[\\s,=]+");

    /** By name, those that say something. */
    private final Map<String, String> values = new TreeMap<>();

    private EnvironmentVariables(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isBlank()) {
                values.put(name, value.strip());
            }
        });
    }

    /**
     * An option that a variable says.
     *
     * @param option the long name of the option
     * @param variable the name of the variable
     * @param value what the variable holds
     * @param argument what one would write on the command line; empty for a flag that is not wanted
     */
    record Said(String option, String variable, String value, List<String> argument) {
        /** Whether a complaint is about it. */
        private boolean concerns(String complaint) {
            return complaint.contains(option)
                    || complaint.contains(value)
                    || PARTS.splitAsStream(value).anyMatch(part -> part.length() > 1 && complaint.contains(part));
        }
    }

    static EnvironmentVariables of(Map<String, String> environment) {
        return new EnvironmentVariables(environment);
    }

    /** The variable that stands for an option. */
    static String nameOf(OptionSpec option) {
        return PREFIX + Options.name(option).substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The options of a command that have a variable: asking for help is nothing that one sets for good. */
    static List<OptionSpec> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .toList();
    }

    /** What they say where the command line says neither the option nor one that excludes it. */
    List<Said> besides(ParseResult line) {
        var said = new ArrayList<Said>();
        for (OptionSpec option : options(line.commandSpec())) {
            String value = values.get(nameOf(option));
            if (value != null && !isSettled(option, line)) {
                said.add(new Said(Options.name(option), nameOf(option), value, argument(option, value)));
            }
        }
        return said;
    }

    private static boolean isSettled(OptionSpec option, ParseResult line) {
        return line.hasMatchedOption(option)
                || Options.alternativesOf(Options.name(option)).stream().anyMatch(line::hasMatchedOption);
    }

    private static List<String> argument(OptionSpec option, String value) {
        String name = Options.name(option);
        if (option.arity().max() > 0) {
            return List.of(name + "=" + value);
        }
        String word = value.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return List.of(name);
        }
        if (!NO.contains(word)) {
            throw new UsageException(nameOf(option) + " must be true or false, not " + value);
        }
        return option.negatable() ? List.of("--no-" + name.substring(2)) : List.of();
    }

    /** A warning about each that nobody reads. */
    List<String> warnings(CommandSpec spec, Collection<Supplier<Command>> commands) {
        Set<String> unread = new LinkedHashSet<>(values.keySet());
        unread.removeAll(OTHERS);
        options(spec).forEach(option -> unread.remove(nameOf(option)));
        if (unread.isEmpty()) {
            return List.of();
        }
        var known = new LinkedHashSet<>(OTHERS);
        commands.forEach(command -> options(command.get().spec()).forEach(option -> known.add(nameOf(option))));
        unread.removeAll(known);
        return unread.stream()
                .map(name -> "warning: unknown environment variable " + name + Suggestion.asQuestion(name, known))
                .toList();
    }

    /** A complaint, with the variables that it is about. */
    static String blamed(String complaint, List<Said> said) {
        String variables = said.stream()
                .filter(one -> one.concerns(complaint))
                .map(Said::variable)
                .collect(Collectors.joining(", "));
        return variables.isEmpty() ? complaint : complaint + " (said by " + variables + ")";
    }
}
